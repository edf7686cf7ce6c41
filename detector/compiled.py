"""A Lexicon compiled to what matching needs: an index from each anchor's rarest pair of words to where it belongs.

An anchor is a run of fixed words of a path. A path can only occur where one of its anchors does, and an anchor only
where its rarest pair of neighbouring words does (its word, if it has but one); so a sentence's words and pairs, looked
up one by one, tell which entries it can use, at a cost that does not grow with the lexicon. Entries stay packed until
one is wanted.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import srsly

from detector.inflection import Tag, implied_tags
from detector.packed import Packed
from detector.pattern import compile_pattern
from detector.phrase import Edge, Element, Path, Slot, Word, marked_words
from detector.suggestion import Part, compile_suggestion
from detector.tokens import words
from detector.types import Category, Entry, Family, Lexicon, Severity
from detector.variation import Variation

LONG_PHRASE = 5
"""From how many words on a phrase that does not begin with a verb may be varied inside."""

MAX_ANCHORS = 64
"""How many anchors a path may have; a run with more forms is cut shorter around its rarest word."""

TOGETHER = 10
"""How many times more often than by chance two words that belong together stand side by side; a guess."""

_COMMON = """the of and a to in is was it for on with he be by at as his that from this or had are but which have an were not
    they their has been you one all we her she there would who when what so if out up do said no could some them into
    then about only time my can more will new than two may over me your these its any our like now him other first
    after where most before even through well back much such here just down off make made get go take come way 's 't ,""".split()


class Reference(NamedTuple):
    """Where an anchor belongs: path ``path`` of entry ``entry``, its elements ``first`` to ``last`` (inclusive)."""

    entry: int
    path: int
    first: int
    last: int


class Anchor(NamedTuple):
    """A run of token texts joined by spaces, and where it belongs."""

    text: str
    references: tuple[Reference, ...]


class Anchors(NamedTuple):
    """The anchors of one key.

    Attributes:
        alone: those that need nothing beside them.
        beside: the others, by a word a sentence must hold too; an anchor may stand under several, of which one is enough.
    """

    alone: tuple[Anchor, ...]
    beside: Mapping[str, tuple[Anchor, ...]]


@dataclass(frozen=True, slots=True)
class CompiledEntry:
    """An entry with all that is needed to verify and to explain a match.

    Attributes:
        paths: the token sequences it stands for.
        fixed: how many of them, the first ones, keep to the form written.
        tags: of the inflected forms, where a suggestion needs them.
        verb_first: whether it begins with an inflected word as written; a match that does not has its object first.
        suggestions: cut into parts.
        exceptions: the token sequences that keep it from being reported.
    """

    entry: Entry
    paths: tuple[Path, ...]
    fixed: int
    tags: Mapping[str, frozenset[Tag]]
    verb_first: bool
    suggestions: tuple[tuple[Part, ...], ...]
    exceptions: tuple[Path, ...]


class CompiledLexicon:
    """The index and the packed entries. `pack` and `unpack` carry it to disk and back."""

    def __init__(self, keys: Iterable[str], places: Packed, entries: Packed, titles: Mapping[str, str]) -> None:
        self._index = {key: number for number, key in enumerate(keys)}
        self._places = places
        self._entries = entries
        self.titles = titles
        self.anchor_keys = frozenset(self._index)
        self.entry = lru_cache(maxsize=None)(self._entry)
        self.anchors = lru_cache(maxsize=None)(self._anchors)

    def _anchors(self, key: str) -> Anchors:
        """The anchors whose rarest pair of words (or only word) is ``key``."""
        alone: list[Anchor] = []
        beside: dict[str, list[Anchor]] = defaultdict(list)
        for text, needs, references in self._places[self._index[key]]:
            anchor = Anchor(text, tuple(Reference(*reference) for reference in references))
            for word in needs:
                beside[word].append(anchor)
            if not needs:
                alone.append(anchor)
        return Anchors(tuple(alone), {word: tuple(anchors) for word, anchors in beside.items()})

    def _entry(self, number: int) -> CompiledEntry:
        return _unpack_entry(self._entries[number])

    def all_entries(self) -> Iterable[CompiledEntry]:
        """Every entry, unpacked one at a time and not kept."""
        return (self._entry(number) for number in range(len(self._entries)))

    def pack(self) -> bytes:
        """Return the whole as bytes."""
        packed: bytes = srsly.msgpack_dumps(
            ["\n".join(self._index), self._places.parts(), self._entries.parts(), dict(self.titles)]
        )
        return packed

    @classmethod
    def unpack(cls, data: bytes) -> CompiledLexicon:
        """Return what `pack` packed."""
        keys, places, entries, titles = srsly.msgpack_loads(data)
        return cls(keys.split("\n") if keys else (), Packed(*places), Packed(*entries), titles)


def variation_of(entry: Entry) -> Variation:
    """Return how far an entry's phrase may be varied: a figurative one freely if it begins with a verb or is long."""
    if entry.category.family is not Family.FIGURATIVE or entry.category is Category.MALFORMED:
        return "none"
    return "free" if entry.pattern.lstrip("([").startswith("<") or len(entry.pattern.split()) >= LONG_PHRASE else "number"


def compile_entry(entry: Entry) -> CompiledEntry:
    """Compile one entry's pattern, suggestions and exceptions.

    Raises:
        PatternError: a pattern is not in the language.
        ValueError: a suggestion asks for what the pattern does not give.
    """
    pattern = compile_pattern(entry.pattern, rigid=entry.rigid, passive=entry.passive, variation=variation_of(entry))
    if entry.literal == "never":  # nothing hangs on the form
        paths = pattern.varied or pattern.paths
        fixed = len(paths)
    else:
        paths, fixed = tuple(dict.fromkeys(pattern.paths + pattern.varied)), len(pattern.paths)
    slots = {element.kind for path in paths for element in path if isinstance(element, Slot)}
    tags = pattern.tags
    if any("<" in template for template in entry.instead):
        marked = {form for path in pattern.paths for word in marked_words(path) for form in word.forms}
        tags = _written_out(pattern.paths) if marked.isdisjoint(tags) else tags
    return CompiledEntry(
        entry,
        paths,
        fixed,
        tags,
        pattern.verb_first,
        tuple(compile_suggestion(template, slots) for template in entry.instead),
        tuple(path for exception in entry.exceptions for path in compile_pattern(exception).paths),
    )


def _written_out(paths: Iterable[Path]) -> Mapping[str, frozenset[Tag]]:
    """The tags of forms that a pattern writes out itself: of the words that vary in it, of all where none does."""
    marked = [list(marked_words(path)) for path in paths]
    everywhere = frozenset.intersection(*[frozenset(word.forms for word in path) for path in marked])
    fixed = {form for forms in everywhere if len(forms) == 1 for form in forms}
    forms = {form for path in marked for word in path for form in word.forms}
    return implied_tags(forms - fixed) or implied_tags(forms)


def compile_lexicon(lexicon: Lexicon) -> CompiledLexicon:
    """Compile every entry and index the anchors.

    How rare a word is, is counted in the lexicon's own glosses and examples: running English of the right kind.
    """
    frequency = _word_frequency(lexicon)
    references: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Reference]] = defaultdict(list)
    packed: list[dict[str, Any]] = []
    for number, entry in enumerate(lexicon.entries.values()):
        compiled = compile_entry(entry)
        packed.append(_pack_entry(compiled))
        for path_number, path in enumerate(compiled.paths):
            first, last = _anchor_run(path, frequency)
            run = [element.forms for element in path[first : last + 1] if isinstance(element, Word)]
            needs = _needs(path[:first] + path[last + 1 :], frequency)
            for texts in itertools.product(*run):
                references[texts, needs].append(Reference(number, path_number, first, last))
    groups: dict[str, list[tuple[str, tuple[str, ...], list[Reference]]]] = defaultdict(list)
    for (texts, needs), places in references.items():
        groups[_key(texts, frequency)].append((" ".join(texts), needs, places))
    return CompiledLexicon(groups, Packed.of(groups.values()), Packed.of(packed), lexicon.files)


def _key(texts: tuple[str, ...], frequency: Mapping[str, float]) -> str:
    if len(texts) == 1:
        return texts[0]
    pairs: list[tuple[str, str]] = list(itertools.pairwise(texts))
    rarest: tuple[str, str] = min(pairs, key=lambda pair: (frequency[pair[0]] * frequency[pair[1]], pair))
    return " ".join(rarest)


def _needs(others: Sequence[Element], frequency: Mapping[str, float]) -> tuple[str, ...]:
    """The forms of the rarest fixed element outside the anchor, one of which a sentence must hold; or nothing."""
    fixed = [sorted(e.forms) for e in others if isinstance(e, Word) and not e.optional and not (e.loose and e.is_article)]
    rarest: list[str] = min(fixed, key=lambda forms: sum(frequency[form] for form in forms), default=[])
    return tuple(rarest)


def _word_frequency(lexicon: Lexicon) -> Mapping[str, float]:
    """How large a share of running words each word has, by the lexicon's own glosses and examples."""
    counts: Counter[str] = Counter(dict.fromkeys(_COMMON, 10))
    for entry in lexicon.entries.values():
        for text in (entry.gloss, entry.note, *entry.instead, *entry.hits, *entry.misses):
            counts.update(words(text))
    for word in _COMMON:
        counts[word] *= 10
    total = counts.total()
    return defaultdict(float, {word: count / total for word, count in counts.items()})


def _anchor_run(path: Path, frequency: Mapping[str, float]) -> tuple[int, int]:
    """Return the first and last element of the best run: the one that is met least, then the longest."""
    best = (math.inf, 0, 0, 0)
    for first, last in _runs(path):
        shares = [
            sum(frequency[form] for form in element.forms) for element in path[first : last + 1] if isinstance(element, Word)
        ]
        pairs = [TOGETHER * before * after for before, after in itertools.pairwise(shares)]
        best = min(best, (min([*shares, *pairs], default=0.0), first - last, first, last))
    return best[2], best[3]


def _runs(path: Path) -> Iterable[tuple[int, int]]:
    """Every run of fixed adjacent words with at most MAX_ANCHORS forms, not extendable to the right; an edge takes no room."""
    for first, element in enumerate(path):
        if not _fixed(element):
            continue
        last, forms = first, _count(element)
        for at in range(first + 1, len(path)):
            if isinstance(path[at], Edge):
                continue
            forms *= _count(path[at])
            if _gap(path[last]) or not _fixed(path[at]) or forms > MAX_ANCHORS:
                break
            last = at
        yield first, last


def _fixed(element: Element) -> bool:
    return isinstance(element, Word) and not element.optional and not (element.loose and element.is_article)


def _gap(element: Element) -> bool:
    return isinstance(element, Word) and (element.gap or element.loose)


def _count(element: Element) -> int:
    return len(element.forms) if isinstance(element, Word) else 0


def _pack_path(path: Path) -> list[Any]:
    return [_pack_element(element) for element in path]


def _pack_element(element: Element) -> list[Any]:
    match element:
        case Edge(kind):
            return [kind]
        case Slot(kind, loose):
            return [kind, loose]
        case Word(forms, gap, optional, loose):
            return [sorted(forms), gap, optional, loose]


def _unpack_path(packed: Sequence[Any]) -> Path:
    return tuple(Edge(*e) if len(e) == 1 else Slot(*e) if len(e) == 2 else Word(frozenset(e[0]), *e[1:]) for e in packed)


def _pack_entry(compiled: CompiledEntry) -> dict[str, Any]:
    return {
        "entry": {
            **{name: getattr(compiled.entry, name) for name in Entry.__slots__},
            "category": compiled.entry.category.value,
            "severity": int(compiled.entry.severity),
        },
        "paths": [_pack_path(path) for path in compiled.paths],
        "fixed": compiled.fixed,
        "tags": {form: sorted(tags) for form, tags in compiled.tags.items()} if compiled.suggestions else {},
        "verb_first": compiled.verb_first,
        "suggestions": compiled.suggestions,
        "exceptions": [_pack_path(path) for path in compiled.exceptions],
    }


def _unpack_entry(packed: dict[str, Any]) -> CompiledEntry:
    fields: dict[str, Any] = packed["entry"]
    fields["category"] = Category(fields["category"])
    fields["severity"] = Severity(fields["severity"])
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    entry = Entry(**values)
    return CompiledEntry(
        entry,
        tuple(_unpack_path(path) for path in packed["paths"]),
        packed["fixed"],
        {form: frozenset(tags) for form, tags in packed["tags"].items()},
        packed["verb_first"],
        tuple(tuple((kind, value) for kind, value in parts) for parts in packed["suggestions"]),
        tuple(_unpack_path(path) for path in packed["exceptions"]),
    )
