"""Fit the sense model from sentences labelled figurative or literal, and print what it reaches on idioms it has not seen.

    python scripts/fit_sense.py LABELLED.jsonl [--write]

Each line of the file is an object with ``text``, ``span`` (two offsets in characters), ``label`` ("figurative" or
"literal") and ``type`` (the idiom). The idioms are divided in two halves by a hash of their names: the model is fitted
on one half and judged on the other, and the other way round; the weights written are those of all. With ``--write``
they go to ``lexicons/sense.toml`` with the figures reached.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from logistic import area_under_curve, fit, predict

from detector.pipeline import Detector, context_of, load
from detector.sense import features
from detector.tokens import fold, sentences
from detector.types import Candidate, Family, Span
from detector.vectors import shipped_vectors

TARGET = Path(__file__).resolve().parents[1] / "lexicons" / "sense.toml"
RIDGE = 2.0
UNCERTAIN = 0.15
"""How far above the literal threshold a decision is still in doubt."""


class Row(NamedTuple):
    """One labelled use of an entry that can be literal."""

    idiom: str
    figurative: bool
    values: dict[str, float]


def rows(detector: Detector, path: Path) -> tuple[list[Row], int, int]:
    """Return the labelled uses the model decides on, and how many figurative and literal uses there are in all."""
    found: list[Row] = []
    totals = [0, 0]
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        figurative = record["label"] == "figurative"
        totals[figurative] += 1
        text, folded = record["text"], fold(record["text"])
        best: tuple[int, Candidate, Span] | None = None
        for sentence in map(Span._make, sentences(text)):
            for candidate in detector.matches(text, folded, sentence):
                start, end = candidate.span
                shared = min(end, record["span"][1]) - max(start, record["span"][0])
                wanted = shared > 0 and not candidate.excepted and candidate.entry.category.family is Family.FIGURATIVE
                if wanted and (best is None or end - start > best[0]):
                    best = (end - start, candidate, sentence)
        if best and best[1].entry.literal != "never":
            _, candidate, sentence = best
            values = features(candidate, context_of(folded, candidate.span, sentence), shipped_vectors())
            found.append(Row(record["type"], figurative, values))
    return found, totals[1], totals[0]


def half(idiom: str) -> int:
    return hashlib.blake2b(idiom.encode(), digest_size=1).digest()[0] % 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--loss", type=float, default=0.018, help="share of all figurative uses that may be lost (default 0.018)")
    parser.add_argument("--write", action="store_true", help="write lexicons/sense.toml")
    arguments = parser.parse_args()
    data, figurative, literal = rows(load(), arguments.file)
    names = sorted({name for row in data for name in row.values})
    x = np.array([[row.values.get(name, 0.0) for name in names] for row in data])
    y = np.array([row.figurative for row in data])
    side = np.array([half(row.idiom) for row in data])
    held = np.zeros(len(data))
    for part in (0, 1):
        held[side == part] = predict(x[side == part], fit(x[side != part], y[side != part], RIDGE))
    area = area_under_curve(y, held)
    print(f"{len(data)} uses of entries that can be literal: {y.sum()} figurative, {(~y).sum()} literal")
    print(f"area under the curve on idioms not seen: {area:.3f}")
    threshold = float(np.sort(held[y])[int(arguments.loss * figurative)])
    print("threshold  figurative lost  literal let through (of all in the file)")
    for t in sorted({0.3, 0.4, 0.5, 0.6, 0.7, round(threshold, 3)}):
        print(f"{t:9.3f}  {(held[y] < t).sum() / figurative:15.3f}  {(held[~y] >= t).sum() / literal:8.3f}")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = (held >= low) & (held < high)
        if inside.any():
            print(f"confidence {low:.1f} to {min(high, 1):.1f}: {inside.sum():5d} uses, {y[inside].mean():.3f} figurative")
    weights = fit(x, y, RIDGE)
    for name, weight in sorted(zip([*names, "bias"], weights, strict=True), key=lambda pair: pair[1]):
        print(f"{weight:8.3f}  {name}")
    if arguments.write:
        write(arguments.file.name, names, weights, threshold, area, len(data))


def write(source: str, names: list[str], weights: np.ndarray, threshold: float, area: float, count: int) -> None:
    lines = [
        f"# Fitted by scripts/fit_sense.py on {count} labelled uses of {source}.",
        f"# Area under the curve on idioms not seen in fitting: {area:.3f}. See docs/sense.md.",
        f"literal_below = {threshold:.3f}",
        f"uncertain_below = {min(0.95, threshold + UNCERTAIN):.3f}",
        "",
        "[weights]",
        *(f"{name} = {weight:.3f}" for name, weight in sorted(zip([*names, "bias"], weights, strict=True))),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
