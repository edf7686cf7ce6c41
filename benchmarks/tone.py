"""How well the tone orders sentences that experts judged, beside public sentiment and subjectivity lists, in one run.

    pip install vaderSentiment textblob afinn
    python benchmarks/tone.py LABELLED.jsonl

The file is that of scripts/fit_tone.py. Ours is taken held back: every outlet judged by weights fitted on the others.
The others are taken as they come: VADER's and AFINN's strength of feeling whichever way it points, TextBlob's
subjectivity, and how many words of TextBlob's list (Pattern's, 2,900 adjectives) are rated more than half subjective.
Thresholds for macro-F1 are the best on the same outlets' fellows, so that nobody is flattered.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np
from machine import describe

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from fit_tone import fit_signed, macro_f1, read
from logistic import area_under_curve, predict

Scorer = Callable[[str], float]


def public_scorers() -> dict[str, Scorer]:
    from afinn import Afinn
    from textblob import TextBlob
    from textblob.en import sentiment
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader, afinn = SentimentIntensityAnalyzer(), Afinn()
    sentiment.load()
    subjective = {word for word in dict.keys(sentiment) if dict.__getitem__(sentiment, word)[None][1] > 0.5}
    return {
        f"VADER {version('vaderSentiment')}, |compound|": lambda text: abs(vader.polarity_scores(text)["compound"]),
        f"AFINN {version('afinn')}, sum of |values|": lambda text: sum(map(abs, afinn.scores(text))),
        f"TextBlob {version('textblob')}, subjectivity": lambda text: TextBlob(text).sentiment.subjectivity,
        f"TextBlob's list, {len(subjective)} subjective words, count": lambda text: sum(
            word in subjective for word in re.findall(r"[a-z]+", text.lower())
        ),
    }


def held_back_f1(y: np.ndarray, scores: np.ndarray, outlet: np.ndarray) -> float:
    """Choose for each outlet the threshold that is best on the others."""
    chosen = np.zeros(len(y), dtype=int)
    for name in sorted(set(outlet)):
        others = outlet != name
        cuts = np.unique(np.quantile(scores[others], np.linspace(0.02, 0.98, 49)))
        best = max(cuts, key=lambda cut: macro_f1(y[others], (scores[others] >= cut).astype(int)))
        chosen[~others] = scores[~others] >= best
    return macro_f1(y, chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    x, y, outlet, group = read(path)
    ours = np.zeros(len(y))
    for name in sorted(set(outlet)):
        ours[outlet == name] = predict(x[outlet == name], fit_signed(x[outlet != name], y[outlet != name]))
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    rows = {"this detector, held back by outlet": ours}
    rows |= {name: np.array([scorer(text) for text in texts]) for name, scorer in public_scorers().items()}
    print(describe())
    sides = sorted(set(group))
    print("| | AUC | macro-F1 | " + " | ".join(f"AUC {side}" for side in sides) + " |\n|---|---:|---:|" + "---:|" * len(sides))
    for name, scores in rows.items():
        each = " | ".join(f"{area_under_curve(y[group == side], scores[group == side]):.3f}" for side in sides)
        print(f"| {name} | {area_under_curve(y, scores):.3f} | {held_back_f1(y, scores, outlet):.3f} | {each} |")


if __name__ == "__main__":
    main()
