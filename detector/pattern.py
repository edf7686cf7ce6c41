"""The pattern language: a citation form, as a dictionary prints it, to the token sequences it stands for.

    <go> [right|straight] down the (tubes|drain)

======================  =============================================================================
``word``                itself, in British or American spelling, contracted or not
``<word>``              any inflected form; one adverb may follow it unless the entry is rigid
``one's``               a possessive: a pronoun, or a short noun phrase ending in 's or s'
``oneself``             a reflexive pronoun
``someone something``   a short noun phrase; never first or last
``(a|b)``  ``[a|b]``    one of; one of or nothing
``{a|b}``               one of, which must stand before or after the phrase and is no part of it
``,``                   a comma that may be missing
======================  =============================================================================
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from detector.errors import PatternError
from detector.inflection import Tag, base_forms, inflections, spellings
from detector.phrase import COMMA, INDEFINITE, REFLEXIVES, Edge, Path, Slot, Word, closed
from detector.tokens import words
from detector.variation import Variation, passives, varied

MAX_PATHS = 400
"""How many token sequences one pattern may stand for, before inflection."""


_OPEN, _CLOSE = Edge("{"), Edge("}")
_SLOTS = {
    "one's": "possessive", "someone's": "possessive", "somebody's": "possessive",
    "someone": "phrase", "somebody": "phrase", "something": "phrase",
}  # fmt: skip
_NEGATIONS: dict[tuple[str, ...], tuple[str, ...]] = {
    (have, "'t"): (full, "not")
    for have, full in (
        ("don", "do"), ("doesn", "does"), ("didn", "did"), ("isn", "is"), ("aren", "are"), ("wasn", "was"),
        ("weren", "were"), ("hasn", "has"), ("haven", "have"), ("hadn", "had"), ("won", "will"), ("wouldn", "would"),
        ("couldn", "could"), ("shouldn", "should"), ("needn", "need"), ("mustn", "must"), ("can", "can"),
    )
}  # fmt: skip
_CLITICS: dict[tuple[str, ...], tuple[str, ...]] = {
    (who, short): (who, full)
    for who, short, full in (
        ("it", "'s", "is"), ("that", "'s", "is"), ("there", "'s", "is"), ("what", "'s", "is"), ("who", "'s", "is"),
        ("he", "'s", "is"), ("she", "'s", "is"), ("here", "'s", "is"), ("let", "'s", "us"), ("i", "'m", "am"),
        ("you", "'re", "are"), ("we", "'re", "are"), ("they", "'re", "are"), ("i", "'ll", "will"), ("you", "'ll", "will"),
        ("i", "'ve", "have"), ("we", "'ve", "have"), ("i", "'d", "would"), ("you", "'d", "would"),
    )
}  # fmt: skip
_CONTRACTIONS = _NEGATIONS | _CLITICS
_EXPANSIONS = {full: short for short, full in _CONTRACTIONS.items()} | {("cannot",): ("can", "'t")}

_LEX = re.compile(r"\s*(<[^<>]*>?|[()\[\]{}|,]|[^\s()\[\]{}|<>,]+|>)")
_LEMMA = re.compile(r"<[A-Z]?[a-z]+>")
_FORBIDDEN = re.compile(r"[?!.;:\"“”…]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a citation form stands for.

    Attributes:
        source: the citation form as written.
        paths: the token sequences that keep to the form written, each a tuple of words and slots, without repeats.
        varied: the same with room for variation, where it was asked for; they hold all that the paths do.
        tags: the tags of each inflected form that a ``<word>`` of the pattern may take.
        verb_first: whether every way to say it as written begins with an inflected word.
    """

    source: str
    paths: tuple[Path, ...]
    varied: tuple[Path, ...]
    tags: Mapping[str, frozenset[Tag]]
    verb_first: bool


def compile_pattern(source: str, *, rigid: bool = False, passive: bool = False, variation: Variation = "none") -> Pattern:
    """Compile a citation form.

    Args:
        source: the pattern.
        rigid: no adverb may stand inside.
        passive: also the object first ("the beans were spilled"); the pattern must begin with an inflected verb.
        variation: how far set phrases are also found varied. "number": a noun that ends the phrase in the plural,
            "was" for "is"; "free": the last noun in either number, modifiers before a noun and one determiner for another
            ("swim against this political tide"), the object first where there is one.

    Raises:
        PatternError: the pattern is not in the language; it names the column.
    """
    parsed, tags = _parsed(source)
    turned = [turn for path in parsed for turn in passives(path, tags)] if passive or variation != "none" else []
    if passive and not turned:
        raise PatternError("passive needs '<verb> object …': drop 'passive' or begin with the inflected verb", source, 0)
    paths = [*parsed, *turned] if passive else list(parsed)
    if rigid:
        paths = [tuple(replace(e, gap=False) if isinstance(e, Word) else e for e in path) for path in paths]
    loosened = (
        [roomy for path in (*parsed, *turned) for roomy in varied(path, variation, tags)]
        if variation != "none" and not rigid
        else []
    )
    verb_first = all(isinstance(path[0], Word) and path[0].gap for path in parsed)
    return Pattern(source, tuple(dict.fromkeys(paths)), tuple(dict.fromkeys(loosened)), tags, verb_first)


@lru_cache(maxsize=64)
def _parsed(source: str) -> tuple[tuple[Path, ...], Mapping[str, frozenset[Tag]]]:
    """Parse a pattern; an entry is compiled several times in a row, each time for another purpose."""
    parser = _Parser(source)
    paths = tuple(parser.parse())
    return paths, {form: frozenset(tags) for form, tags in parser.tags.items()}


class _Parser:
    """Recursive descent over one pattern; ``tags`` fills as inflected words are met."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tags: dict[str, set[Tag]] = {}
        self._lexemes = [(m.group(1), m.start(1)) for m in _LEX.finditer(source)]
        self._at = 0

    def error(self, message: str, column: int) -> PatternError:
        return PatternError(message, self.source, column)

    def parse(self) -> list[Path]:
        paths = [self._edged(path) for path in self._alternatives(None, 0)]
        for path in paths:
            self._check(path)
        return [closed(path) for path in paths]

    def _peek(self) -> tuple[str, int]:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else ("", len(self.source))

    def _alternatives(self, closing: str | None, opened: int) -> list[Path]:
        """Parse ``a|b|…`` up to ``closing`` (None: the end of the pattern)."""
        found: list[Path] = []
        while True:
            found += self._sequence()
            lexeme, column = self._peek()
            if lexeme == "|" and closing:
                self._at += 1
            elif lexeme == (closing or ""):
                self._at += 1
                return _merged(found)
            elif closing and not lexeme:
                raise self.error(f"this bracket is never closed: add '{closing}'", opened)
            elif lexeme == "|":
                raise self.error("'|' stands outside brackets: write (a|b) or [a|b]", column)
            else:
                raise self.error(f"'{lexeme}' closes nothing: remove it or open a bracket before it", column)

    def _sequence(self) -> list[Path]:
        paths: list[Path] = [()]
        start = self._at
        while True:
            lexeme, column = self._peek()
            if lexeme in ("", "|", ")", "]", "}"):
                if self._at == start:
                    raise self.error("nothing stands here: write at least one word", column)
                return paths
            item = self._item(lexeme, column)
            paths = [before + after for before, after in itertools.product(paths, item)]
            if len(paths) > MAX_PATHS:
                raise self.error(f"more than {MAX_PATHS} combinations: split the entry in two", column)

    def _item(self, lexeme: str, column: int) -> list[Path]:
        self._at += 1
        if lexeme == "(":
            return self._alternatives(")", column)
        if lexeme == "[":
            return _optional(self._alternatives("]", column))
        if lexeme == "{":
            return [(_OPEN, *path, _CLOSE) for path in self._alternatives("}", column)]
        if lexeme == ",":
            return [(COMMA,)]
        if lexeme[0] in "<>":
            return [(self._inflected(lexeme, column),)]
        if found := _FORBIDDEN.search(lexeme):
            raise self.error("only words and commas: leave this mark out", column + found.start())
        if kind := _SLOTS.get(lexeme.replace("’", "'").lower()):
            return [(Slot(kind),)]
        if lexeme.lower() == "oneself":
            return [(Word(REFLEXIVES),)]
        return self._literal(lexeme, column)

    def _inflected(self, lexeme: str, column: int) -> Word:
        if not _LEMMA.fullmatch(lexeme):
            raise self.error("write one base form in small letters between angle brackets, such as <go>", column)
        lemma = lexeme[1:-1].lower()
        forms: set[str] = set()
        for spelling in spellings(lemma):
            for tag, inflected in inflections(spelling).items():
                for form in inflected:
                    for variant in spellings(form):
                        forms.add(variant)
                        self.tags.setdefault(variant, set()).add(tag)
        if not forms:
            bases = " or ".join(f"<{base}>" for base in base_forms(lemma)) or "the word without brackets"
            raise self.error(f"'{lemma}' is not a base form: write {bases}", column + 1)
        return Word(frozenset(forms), gap=True)

    def _literal(self, lexeme: str, column: int) -> list[Path]:
        texts = words(lexeme)
        if not texts:
            raise self.error("no word in this: write letters or figures", column)
        start = self._at - 1
        pair = self._contractible(texts, start)
        if pair:
            return pair
        if lexeme.replace("’", "'").endswith("s'"):  # a plural possessive, with its apostrophe or without
            return [_fixed(texts), _fixed((*texts, "'"))]
        if len(texts) == 2 and texts[1] in ("'s", "'t"):
            joined = texts[0] + texts[1][1:]
            return [_fixed(texts), _fixed((joined,))]
        return [_fixed(texts)]

    def _contractible(self, texts: tuple[str, ...], start: int) -> list[Path] | None:
        """The contracted and the full form, where ``texts`` (with the next word) has both."""
        if short := _CONTRACTIONS.get(texts):
            return [_fixed(texts), _fixed((texts[0] + texts[1][1:],)), _fixed(short)]
        if texts == ("cannot",):
            return [_fixed(texts), _fixed(("can", "not")), _fixed(("can", "'t")), _fixed(("cant",))]
        following = self._lexemes[start + 1][0].lower() if start + 1 < len(self._lexemes) else ""
        full = _EXPANSIONS.get((*texts, following))
        if full is None:
            return None
        self._at += 1
        return [_fixed((*texts, following)), _fixed(full), _fixed((full[0] + full[1][1:],))]

    def _edged(self, path: Path) -> Path:
        """Turn the braces of a path into the edges of its phrase."""
        if _OPEN not in path:
            return path
        before = path[0] == _OPEN
        first = path.index(_CLOSE) if before else -1
        rest = path[first + 1 :]
        last = rest.index(_OPEN) if _OPEN in rest else len(rest)
        phrase, after = rest[:last], rest[last + 1 : -1]
        if not phrase or _CLOSE in phrase or _OPEN in after or _CLOSE in after or (last < len(rest) and rest[-1] != _CLOSE):
            raise self.error("braces may only stand around the first or the last words, with the phrase between", 0)
        self._check(phrase)
        leading = (*path[1:first], Edge("start")) if before else ()
        return (*leading, *phrase, *((Edge("end"), *after) if after else ()))

    def _check(self, path: Path) -> None:
        if not any(isinstance(e, Word) and not e.optional for e in path):
            raise self.error("this can match nothing: at least one word must be fixed", 0)
        for end in (path[0], path[-1]):
            if isinstance(end, Slot) and (end.kind == "phrase" or end is path[-1]):
                raise self.error("a slot may not come first or last: end the pattern at its last fixed word", 0)
        if path[0] == COMMA or path[-1] == COMMA:
            raise self.error("a comma may not come first or last", 0)
        for first, second in itertools.pairwise(path):
            if isinstance(first, Slot) and isinstance(second, Slot):
                raise self.error("two slots may not stand side by side: put a word between", 0)


def _fixed(texts: tuple[str, ...]) -> Path:
    return tuple(Word(INDEFINITE if text in INDEFINITE else frozenset(spellings(text))) for text in texts)


def _merged(paths: list[Path]) -> list[Path]:
    """One path for all the alternatives that are a single plain word, so that they do not multiply."""
    single = [path[0] for path in paths if len(path) == 1 and isinstance(path[0], Word) and not path[0].optional]
    if len(single) < 2:
        return paths
    joined: list[Path] = []
    for gap in (True, False):
        alike = [word.forms for word in single if isinstance(word, Word) and word.gap is gap]
        if alike:
            joined.append((Word(frozenset().union(*alike), gap=gap),))
    return joined + [path for path in paths if len(path) != 1 or path[0] not in single]


def _optional(paths: list[Path]) -> list[Path]:
    if len(paths) == 1 and len(paths[0]) == 1 and isinstance(paths[0][0], Word):
        return [(replace(paths[0][0], optional=True),)]
    return [*paths, ()]


def surface_forms(pattern: Pattern, limit: int = 10_000) -> Iterator[str]:
    """Yield the forms a pattern stands for, slots as "…", optional adverbs left out, at most ``limit``."""
    seen: set[str] = set()
    for path in pattern.paths:
        for form in _path_forms(path):
            if form not in seen:
                seen.add(form)
                yield form
            if len(seen) >= limit:
                return


def _path_forms(path: Path) -> Iterator[str]:
    choices: list[list[str]] = []
    for element in path:
        if isinstance(element, Slot):
            choices.append(["…'s" if element.kind == "possessive" else "…"])
        elif isinstance(element, Word) and element.forms == INDEFINITE:
            choices.append(["a"] + ([""] if element.optional else []))
        elif isinstance(element, Word):
            choices.append(
                sorted(element.forms, key=lambda form: (form.startswith("'"), form)) + ([""] if element.optional else [])
            )
    for combination in itertools.product(*choices):
        yield join(combination)


def join(texts: tuple[str, ...] | list[str]) -> str:
    """Join token texts as a reader would write them: no space before a clitic or a comma."""
    return re.sub(r" (?=[',]\w*)", "", " ".join(text for text in texts if text)).strip()
