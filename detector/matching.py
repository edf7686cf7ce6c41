"""Find where the words of entries stand in a text.

Three steps, each on less text than the one before: the words of a sentence tell which anchors it can hold; spaCy's
PhraseMatcher finds those that are phrases; slots, gaps and the rest of the path are verified where one was found.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from detector.compiled import CompiledEntry, CompiledLexicon, Reference
from detector.grammar import (
    DEGREES,
    FOR_ARTICLES,
    MAX_MODIFIERS,
    is_adverb,
    is_modifier,
    noun_phrase_ends,
    noun_phrase_starts,
    possessive_ends,
    possessive_starts,
)
from detector.phrase import REFLEXIVES, Edge, Path, Slot, Word
from detector.suggestion import CUT, LAST, REFLEXIVE, after_article, fill, recase, tag_found
from detector.tokens import token_spans, token_texts
from detector.types import Candidate, Span

_EXCEPTION_REACH = 8
"""How many tokens before a match an exception may begin."""


class _Binding(NamedTuple):
    """The tokens a slot was filled with, half open; for an edge of the phrase, none."""

    kind: str
    start: int
    end: int


_Match = tuple[int, int, tuple[_Binding, ...]]
"""First token, token after the last, slots filled."""


class Matcher:
    """A compiled lexicon at work. Not safe to share between threads while a text is being matched."""

    def __init__(self, lexicon: CompiledLexicon) -> None:
        self._lexicon = lexicon
        self._vocab = Vocab()
        self._phrases = PhraseMatcher(self._vocab)

    def candidates(self, text: str, folded: str, span: Span) -> Iterator[Candidate]:
        """Yield every place in one sentence where an entry's words stand, in no order.

        Args:
            text: the text as given.
            folded: the same, folded.
            span: the sentence.
        """
        texts = token_texts(folded, span.start, span.end)
        references = self._possible(texts)
        if not references:
            return
        places: list[tuple[int, int]] = []
        for compiled, match, varied in self._matches(references, texts):
            places = places or token_spans(folded, span.start, span.end)
            yield _candidate(compiled, match, varied, places, texts, text)

    def _possible(self, texts: list[str]) -> dict[str, list[Reference]]:
        """The anchors a sentence holds whose path has all its other words there too."""
        present = set(texts)
        present.update(map(" ".join, itertools.pairwise(texts)))
        keys = self._lexicon.anchor_keys & present
        if not keys:
            return {}
        running = f" {' '.join(texts)} "
        references: dict[str, list[Reference]] = {}
        for key in keys:
            alone, beside = self._lexicon.anchors(key)
            for anchor in itertools.chain(alone, *(beside[word] for word in beside.keys() & present)):
                if f" {anchor.text} " not in running:
                    continue
                held = [reference for reference in anchor.references if self._holds(reference, present)]
                if held:
                    references.setdefault(anchor.text, []).extend(held)
        return references

    def _holds(self, reference: Reference, present: set[str]) -> bool:
        """Whether a sentence has a word for every place of a path."""
        path = self._lexicon.entry(reference.entry).paths[reference.path]
        return not any(
            isinstance(element, Word) and not element.optional and not element.is_article and element.forms.isdisjoint(present)
            for element in path
        )

    def _matches(
        self, references: Mapping[str, Iterable[Reference]], texts: list[str]
    ) -> Iterable[tuple[CompiledEntry, _Match, bool]]:
        """Each entry that stands in a sentence, where, and whether only in a varied form."""
        met: dict[tuple[int, int, int], tuple[CompiledEntry, _Match, bool]] = {}
        for anchor, start, end in self._anchors(references, texts):
            for reference in references.get(anchor, ()):
                compiled = self._lexicon.entry(reference.entry)
                match = match_around(compiled.paths[reference.path], texts, reference, start, end)
                if match is None:
                    continue
                place = (reference.entry, match[0], match[1])
                varied = reference.path >= compiled.fixed
                if place not in met or (met[place][2] and not varied):
                    met[place] = compiled, match, varied
        return met.values()

    def _anchors(self, wanted: Collection[str], texts: list[str]) -> Iterator[tuple[str, int, int]]:
        """Where anchors stand: those of one word as they are read, the phrases among them by the PhraseMatcher.

        A phrase is added to the PhraseMatcher when it is first wanted; it may find others, wanted before.
        """
        for at, word in enumerate(texts):
            if word in wanted:
                yield word, at, at + 1
        phrases = [text for text in wanted if " " in text]
        if not phrases:
            return
        for text in phrases:
            if text not in self._phrases:
                self._phrases.add(text, [Doc(self._vocab, words=text.split())])
        for key, start, end in self._phrases(Doc(self._vocab, words=texts)):
            yield self._vocab.strings[key], start, end


def _candidate(
    compiled: CompiledEntry, match: _Match, varied: bool, places: Sequence[tuple[int, int]], texts: Sequence[str], text: str
) -> Candidate:
    first, after, bindings = match
    start = next((b.start for b in bindings if b.kind == "start"), first)
    end = next((b.end for b in bindings if b.kind == "end"), after)
    span = Span(places[start][0], places[end - 1][1])
    slots = {b.kind: text[places[b.start][0] : places[b.end - 1][1]] for b in bindings if b.end > b.start}
    if reflexive := next((word for word in texts[start:end] if word in REFLEXIVES), None):
        slots[REFLEXIVE] = reflexive
    slots[LAST] = text[slice(*places[end - 1])]
    filled = _suggestions(compiled, texts, start, end, slots)
    named = start > 0 and _begins_with_capital(compiled.entry.pattern)  # "God-given": its capital is its own
    offered = tuple(dict.fromkeys(words if named else recase(words, text[span.start : span.end]) for words in filled))
    return Candidate(
        entry=compiled.entry,
        span=span,
        suggestions=after_article(offered, texts[start - 1] if start else ""),
        excepted=any(_overlapped(path, texts, first, after) for path in compiled.exceptions),
        varied=varied,
    )


def _begins_with_capital(pattern: str) -> bool:
    """Whether the phrase of a pattern does, the words before it left out."""
    phrase = pattern.partition("}")[2] if pattern.startswith("{") else pattern
    return phrase.lstrip(" ([<")[:1].isupper()


def _suggestions(compiled: CompiledEntry, texts: Sequence[str], start: int, end: int, slots: Mapping[str, str]) -> Iterable[str]:
    """An entry's plain words for ``texts[start:end]``; none for a verb phrase with its object first, which they do not follow."""
    verb = next((at for at in range(start, end) if texts[at] in compiled.tags), None)
    if verb is not None and verb > start and compiled.verb_first:
        return
    before = texts[: start if verb is None else verb]
    found = "" if verb is None else texts[verb]
    tags = tag_found(found, before, compiled.tags, inside=verb is not None and verb > start)
    for parts in compiled.suggestions:
        words = fill(parts, tags, slots, before, found)
        if not words or (words == CUT and start and texts[start - 1] in DEGREES):  # "most …" would be left hanging
            continue
        yield words


def _overlapped(path: Path, texts: Sequence[str], start: int, end: int) -> bool:
    """Whether ``path`` matches anywhere so that it shares a token with ``texts[start:end]``."""
    for first in range(max(0, start - _EXCEPTION_REACH), end):
        match = match_from(path, texts, 0, first)
        if match and match[0] > start:
            return True
    return False


def match_around(path: Path, texts: Sequence[str], reference: Reference, start: int, end: int) -> _Match | None:
    """Match the whole path given that its elements ``first`` to ``last`` stand at ``texts[start:end]``."""
    right = match_from(path, texts, reference.last, end - 1)
    if right is None:
        return None
    left = _match_back(path, texts, reference.first - 1, start - 1)
    if left is None:
        return None
    return left[0], right[0], left[1] + _edges(path, reference, start) + right[1]


def _edges(path: Path, reference: Reference, start: int) -> tuple[_Binding, ...]:
    """The edges of the phrase that stand between the words of an anchor, the first of which is token ``start``."""
    found: list[_Binding] = []
    for element in path[reference.first : reference.last]:
        if isinstance(element, Edge):
            found.append(_Binding(element.kind, start, start))
        else:
            start += 1
    return tuple(found)


def match_from(path: Path, texts: Sequence[str], element: int, at: int) -> tuple[int, tuple[_Binding, ...]] | None:
    """Match ``path[element:]`` from token ``at`` on; return the token after the last and the slots filled."""
    if element == len(path):
        return at, ()
    this = path[element]
    if isinstance(this, Edge):
        rest = match_from(path, texts, element + 1, at)
        return (rest[0], (_Binding(this.kind, at, at), *rest[1])) if rest else None
    if isinstance(this, Slot):
        ends = possessive_ends if this.kind == "possessive" else noun_phrase_ends
        for end in ends(texts, at):
            for between in range(_modifiers(texts, end) + 1 if this.loose else 1):
                rest = match_from(path, texts, element + 1, end + between)
                if rest:
                    return rest[0], (_Binding(this.kind, at, end), *rest[1])
        return None
    if at < len(texts) and _accepts(this, texts[at]):
        for between in range(_inserted_after(this, texts, at) + 1):
            rest = match_from(path, texts, element + 1, at + 1 + between)
            if rest:
                return rest
    return match_from(path, texts, element + 1, at) if this.optional else None


def _accepts(word: Word, text: str) -> bool:
    return text in word.forms or (word.loose and word.is_article and text in FOR_ARTICLES)


def _inserted_after(word: Word, texts: Sequence[str], at: int) -> int:
    """How many of the tokens after ``at`` may be an adverb or modifiers put into the phrase."""
    adverb = int(word.gap and at + 1 < len(texts) and is_adverb(texts[at + 1]))
    return max(adverb, _modifiers(texts, at + 1)) if word.loose else adverb


def _modifiers(texts: Sequence[str], at: int) -> int:
    """How many modifiers stand from token ``at`` on, at most MAX_MODIFIERS."""
    count = 0
    while count < MAX_MODIFIERS and at + count < len(texts) and is_modifier(texts[at + count]):
        count += 1
    return count


def _match_back(path: Path, texts: Sequence[str], element: int, at: int) -> tuple[int, tuple[_Binding, ...]] | None:
    """Match ``path[: element + 1]`` so that it ends at token ``at``; return its first token and the slots filled."""
    if element < 0:
        return at + 1, ()
    this = path[element]
    if isinstance(this, Edge):
        rest = _match_back(path, texts, element - 1, at)
        return (rest[0], (*rest[1], _Binding(this.kind, at + 1, at + 1))) if rest else None
    if isinstance(this, Slot):
        starts = possessive_starts if this.kind == "possessive" else noun_phrase_starts
        for end in range(at + 1, max(0, at - MAX_MODIFIERS) if this.loose else at, -1):
            if at + 1 - end > (_modifiers(texts, end) if this.loose else 0):
                break
            found = list(starts(texts, end))
            for start in reversed(found) if element else found:  # a word before it tells how far it reaches
                rest = _match_back(path, texts, element - 1, start - 1)
                if rest:
                    return rest[0], (*rest[1], _Binding(this.kind, start, end))
        return None
    for place in range(at, max(-1, at - 1 - MAX_MODIFIERS), -1):
        if _accepts(this, texts[place]) and at - place <= _inserted_after(this, texts, place):
            rest = _match_back(path, texts, element - 1, place - 1)
            if rest:
                return rest
    return _match_back(path, texts, element - 1, at) if this.optional else None
