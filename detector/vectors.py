"""What words have to do with one another: a vector a word, so that "oven" speaks for a kitchen though no entry names it.

The vectors are those of GloVe (Pennington, Socher and Manning 2014; public domain), cut down by
``scripts/word_vectors.py`` to the content words of ordinary English and kept in ``lexicons/vectors.npz``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from detector.lexicon import shipped_folder

Vector = NDArray[np.float32]


class Vectors:
    """Unit vectors by folded word; a word without one tells nothing."""

    def __init__(self, rows: Mapping[str, int], values: NDArray[np.int8]) -> None:
        """Take the row of each word and the rows, of shape (words, dimensions), of any length."""
        self._rows = rows
        lengths = np.linalg.norm(values.astype(np.float32), axis=1, keepdims=True)
        self._values: Vector = values / np.maximum(lengths, 1)

    def mean(self, words: Iterable[str]) -> Vector | None:
        """Return the direction some words share, of length 1, repeats counted; None where none has a vector."""
        rows = [self._rows[word] for word in words if word in self._rows]
        if not rows:
            return None
        total: Vector = self._values[rows].mean(axis=0)
        length = float(np.linalg.norm(total))
        return total / length if length else None

    def nearest(self, words: Iterable[str], direction: Vector | None, least: float) -> str:
        """Return the word that points most nearly that way; "" where none has a cosine of ``least`` or more."""
        if direction is None:
            return ""
        rated = [(float(self._values[self._rows[word]] @ direction), word) for word in words if word in self._rows]
        return max((pair for pair in rated if pair[0] >= least), default=(0.0, ""))[1]


def likeness(one: Vector | None, other: Vector | None) -> float:
    """Return the cosine of two directions, -1 to 1; 0 where either is missing."""
    return 0.0 if one is None or other is None else float(one @ other)


@cache
def shipped_vectors() -> Vectors:
    """Return the vectors of ``lexicons/vectors.npz``."""
    with np.load(shipped_folder() / "vectors.npz", allow_pickle=False) as stored:
        words = stored["words"].tobytes().decode().split("\n")
        return Vectors({word: row for row, word in enumerate(words)}, stored["values"])
