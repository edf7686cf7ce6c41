"""What a pattern is made of: words, places for words of the text's own, and the edges of the phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

INDEFINITE = frozenset(("a", "an"))
ARTICLES = INDEFINITE | {"the"}
REFLEXIVES = frozenset("""myself yourself himself herself itself oneself ourselves yourselves themselves themself""".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One token, any of ``forms``.

    Attributes:
        forms: folded token texts.
        gap: whether one adverb may follow it.
        optional: whether it may be missing.
        loose: whether up to two modifiers may follow it, and, if it is an article, another determiner stand for it.
    """

    forms: frozenset[str]
    gap: bool = False
    optional: bool = False
    loose: bool = False

    @property
    def is_article(self) -> bool:
        """Whether it is "a", "an" or "the" and nothing else."""
        return self.forms <= ARTICLES


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for words of the text's own.

    Attributes:
        kind: "possessive" or "phrase".
        loose: whether up to two modifiers may follow it.
    """

    kind: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the phrase begins or ends, beside words that only its place depends on; it takes no room.

    Attributes:
        kind: "start" or "end".
    """

    kind: str


Element = Word | Slot | Edge
Path = tuple[Element, ...]

COMMA = Word(frozenset({","}), optional=True)


def marked_words(path: Path) -> Iterator[Word]:
    """Yield the words of a path that are part of the phrase."""
    start = path.index(Edge("start")) + 1 if Edge("start") in path else 0
    end = path.index(Edge("end")) if Edge("end") in path else len(path)
    return (element for element in path[start:end] if isinstance(element, Word))


def closed(path: Path) -> Path:
    """Drop what an end cannot have: a gap after the last word."""
    last = path[-1]
    return (*path[:-1], replace(last, gap=False)) if isinstance(last, Word) and last.gap else path
