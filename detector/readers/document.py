"""A text with what a reader knows about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from detector.types import Span


class Position(NamedTuple):
    """A place as an editor counts: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the ranges of it that are not the writer's prose.

    Attributes:
        text: as decoded, nothing cut out.
        skips: what must not be judged (code, addresses, stage directions), sorted, not overlapping.
    """

    text: str
    skips: tuple[Span, ...] = ()
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def position(self, offset: int) -> Position:
        """Return the line and column of a character."""
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(i + 1 for i, char in enumerate(self.text) if char == "\n")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """Return a line without its break; lines count from 1."""
        self.position(0)
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


def overlapping(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Return those of the sorted, disjoint ``spans`` that share a character with the range."""
    last = bisect_left(spans, (end, -1))
    first = last
    while first and spans[first - 1].end > start:
        first -= 1
    return spans[first:last]


def covered(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Return whether any of the sorted, disjoint ``spans`` shares a character with the range."""
    index = bisect_right(spans, (end, -1))
    return index > 0 and spans[index - 1].end > start and spans[index - 1].start < end
