"""The errors a caller may meet: each says what is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class DetectorError(Exception):
    """Base of every error this package raises on purpose."""


class ConfigError(DetectorError):
    """The settings cannot be used."""


class InputError(DetectorError):
    """A file cannot be read as text."""


class PatternError(DetectorError):
    """A pattern does not follow the pattern language.

    Attributes:
        message: what is wrong and how to mend it, one line.
        pattern: the pattern as written.
        column: the offset of the place in ``pattern``, from 0.
    """

    def __init__(self, message: str, pattern: str, column: int) -> None:
        self.message = message
        self.pattern = pattern
        self.column = column
        super().__init__(f"{message}\n    {pattern}\n    {' ' * column}^")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a lexicon file.

    Attributes:
        path: the file, as the caller named it.
        line: from 1.
        message: what is wrong and how to mend it; may hold further lines (a caret under the place).
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class LexiconError(DetectorError):
    """A lexicon has problems; ``problems`` holds all of them, by file and line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
