"""Fit the weights of the tone from sentences that experts judged biased or not, and print what they reach held back.

    python scripts/fit_tone.py LABELLED.jsonl [--write]

Each line of the file is an object with ``text``, ``label`` (1 biased, 0 not), ``outlet`` and ``group`` (the side the
outlet stands on). Every outlet is judged by weights fitted on the others. The penalty draws each weight towards a judged
one, so that what the file hardly holds keeps a plain value; a weight that comes out with the wrong sign is held at 0.
With ``--write`` the weights of all go to ``lexicons/tone.toml`` with the figures reached, and the table and plot of
reliability to ``docs/``.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from logistic import area_under_curve, fit, predict

from detector.lexicon import shipped_folder
from detector.pipeline import load
from detector.quotation import find_quotations
from detector.tone import features
from detector.tone_model import ToneModel, shipped_tone_model
from detector.types import ENTRY_CATEGORIES

TARGET = shipped_folder() / "tone.toml"
DOCS = shipped_folder().parent / "docs"
RIDGE = 3.0
JUDGED = {
    "loaded": 0.6, "sensational": 0.7, "label": 0.4, "euphemism": 0.2, "intensifier": 0.4, "hedge": 0.05, "weasel": 0.1,
    "jargon": 0.05, "redundancy": 0.05, "idiom": 0.3, "cliche": 0.3, "journalese": 0.1, "proverb": 0.2, "malformed": 0.05,
    "colour": 1.0,
    "intensified": 0.3, "negated": -0.2, "negation": 0.2, "person": 0.2, "emphasis": 0.2, "question": 0.3,
    "exclamation": 0.5, "capitals": 0.3, "attribution": -0.8, "figures": -0.3,
}  # fmt: skip
"""What each weight is drawn towards; its sign is the one allowed."""

HEADLINE = 0.3
"""Added where a headline holds a loaded word. Judged: the file has no headlines."""

CATEGORIES = [category.value for category in ENTRY_CATEGORIES]


def read(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return the features (rows in the order of JUDGED), labels, outlets and groups."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    detector = load()
    model = unit_model(shipped_tone_model())
    held = []
    for record, report in zip(records, detector.pipe(record["text"] for record in records), strict=True):
        findings = [finding for finding in report.findings if finding.category in ENTRY_CATEGORIES]
        values = features(record["text"], findings, find_quotations(record["text"]), model)
        held.append([values.get(name, 0.0) for name in JUDGED])
    columns = [np.array([record[key] for record in records]) for key in ("label", "outlet", "group")]
    return np.array(held), columns[0], columns[1], columns[2]


def unit_model(model: ToneModel) -> ToneModel:
    """The same words with every weight 1: its evidence is how much of each feature there is."""
    return replace(
        model, base=0.0, findings=dict.fromkeys(ENTRY_CATEGORIES, 1.0), context=dict.fromkeys([*JUDGED, "headline"], 1.0)
    )


def fit_signed(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Fit; what comes out with the wrong sign is held at 0 and the rest fitted again."""
    prior = np.array(list(JUDGED.values()))
    free = np.ones(len(prior), dtype=bool)
    while True:
        fitted = fit(x[:, free], y, RIDGE, prior=prior[free])
        weights = np.zeros(len(prior) + 1)
        weights[:-1][free], weights[-1] = fitted[:-1], fitted[-1]
        wrong = free & (np.sign(weights[:-1]) == -np.sign(prior))
        if not wrong.any():
            return weights
        free &= ~wrong


def macro_f1(y: np.ndarray, chosen: np.ndarray) -> float:
    scores = [2 * ((y == c) & (chosen == c)).sum() / ((y == c).sum() + (chosen == c).sum()) for c in (0, 1)]
    return float(np.mean(scores))


def bands(y: np.ndarray, p: np.ndarray) -> list[tuple[int, int, float, float]]:
    """Return for each tenth: its lower bound in per cent, how many sentences, mean score, share biased."""
    tenth = np.minimum((p * 10).astype(int), 9)
    return [
        (10 * t, int((tenth == t).sum()), float(p[tenth == t].mean()), float(y[tenth == t].mean()))
        for t in range(10)
        if (tenth == t).any()
    ]


def calibration_error(y: np.ndarray, p: np.ndarray) -> float:
    """Return the expected calibration error: the mean distance of score and share over the tenths, by their size."""
    return sum(count * abs(score - share) for _, count, score, share in bands(y, p)) / len(y)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true", help="write lexicons/tone.toml and the figures in docs/")
    arguments = parser.parse_args()
    x, y, outlet, group = read(arguments.file)
    held = np.zeros(len(y))
    for name in sorted(set(outlet)):
        held[outlet == name] = predict(x[outlet == name], fit_signed(x[outlet != name], y[outlet != name]))
    figures = {
        "auc": area_under_curve(y, held),
        "macro_f1": macro_f1(y, (held >= 0.5).astype(int)),
        "ece": calibration_error(y, held),
    }
    figures |= {f"auc_{side}": area_under_curve(y[group == side], held[group == side]) for side in sorted(set(group))}
    print(f"{len(y)} sentences, {int(y.sum())} biased, {len(set(outlet))} outlets, each judged by weights of the others")
    print("  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    for low, count, score, share in bands(y, held):
        print(f"{low:3d} to {low + 10:3d}: {count:5d} sentences, mean {100 * score:.0f}, biased {100 * share:.0f} in 100")
    weights = fit_signed(x, y)
    for name, weight in sorted(zip([*JUDGED, "base"], weights, strict=True), key=lambda pair: pair[1]):
        print(f"{weight:7.3f}  {name:12s} in {int((x[:, list(JUDGED).index(name)] != 0).sum()) if name in JUDGED else len(y)}")
    if arguments.write:
        write_weights(weights, figures, arguments.file.name, len(y))
        write_reliability(bands(y, held))


def write_weights(weights: np.ndarray, figures: dict[str, float], source: str, count: int) -> None:
    named = dict(zip(JUDGED, weights, strict=False)) | {"headline": HEADLINE}
    lines = [
        "# Weights of the tone, in log-odds. Fitted by scripts/fit_tone.py on",
        f"# {count} sentences of {source}; headline is judged. See docs/tone.md.",
        "# Each outlet judged by weights of the others: " + ", ".join(f"{k} {v:.3f}" for k, v in figures.items()),
        f"base = {weights[-1]:.3f}",
        "",
        "[findings] # per point of intensity",
        *(f"{name} = {named[name]:.3f}" for name in CATEGORIES),
        "",
        "[context]",
        *(f"{name} = {weight:.3f}" for name, weight in named.items() if name not in CATEGORIES),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_reliability(tenths: list[tuple[int, int, float, float]]) -> None:
    """Draw share biased against score, a dot a tenth, its area by how many sentences."""
    dots = "".join(
        f'<circle cx="{50 + 400 * score:.0f}" cy="{450 - 400 * share:.0f}" r="{2 + (count / 6) ** 0.5:.1f}"/>'
        for _, count, score, share in tenths
    )
    across = "".join(f'<text x="{50 + 4 * at}" y="470">{at}</text>' for at in range(0, 101, 20))
    up = "".join(f'<text x="34" y="{455 - 4 * at}">{at}</text>' for at in range(0, 101, 20))
    (DOCS / "tone-reliability.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 500" font-family="sans-serif" font-size="12" role="img">'
        "<title>Share of sentences experts called biased against loadedness</title>"
        '<rect width="480" height="500" fill="white"/><rect x="50" y="50" width="400" height="400" fill="none" stroke="#999"/>'
        f'<line x1="50" y1="450" x2="450" y2="50" stroke="#999" stroke-dasharray="4"/>'
        f'<g text-anchor="middle">{across}{up}</g><g fill="#3b78d8" fill-opacity="0.7">{dots}</g>'
        '<text x="250" y="492" text-anchor="middle">loadedness</text>'
        '<text x="16" y="250" text-anchor="middle" transform="rotate(-90 16 250)">biased, in 100</text></svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
