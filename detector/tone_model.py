"""The weights of the tone and the words it listens to, as the files beside the lexicons say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from detector.lexicon import shipped_folder
from detector.types import Category

COLOUR = "colour"
WORD_FEATURES = ("attribution", "negation", "person", "emphasis")
MARKS = {"!": "exclamation", "?": "question"}


class Evidence(NamedTuple):
    """One reason for a score: a finding or a feature of the context, in log-odds."""

    feature: str
    text: str
    weight: float
    valence: float = 0.0
    fingerprint: str = ""


class Signal(NamedTuple):
    """What a word tells: the feature it counts for ("" for none), how much, and whether it hedges or asserts."""

    feature: str
    value: float = 1.0
    hedge: bool = False
    assertion: bool = False


@dataclass(frozen=True, slots=True)
class ToneModel:
    """Weights in log-odds, and words.

    Attributes:
        base: of a sentence in which nothing is found.
        findings: per point of intensity, by category.
        context: by feature.
        signals: what a word tells, as it is written inside a sentence.
        intensifiers: words that heighten a loaded word after them.
        told: the evidence that each signal is, where it counts for a feature; made from the others.
    """

    base: float
    findings: Mapping[Category, float]
    context: Mapping[str, float]
    signals: Mapping[str, Signal]
    intensifiers: frozenset[str]
    told: Mapping[str, Evidence] = field(init=False)

    def __post_init__(self) -> None:
        told = {
            token: Evidence(signal.feature, token, self.context.get(signal.feature, 0.0) * signal.value)
            for token, signal in self.signals.items()
            if signal.feature
        }
        object.__setattr__(self, "told", told)

    def feature(self, word: str) -> str:
        """Return the feature a word counts for, "" for none."""
        signal = self.signals.get(word)
        return signal.feature if signal else ""


@cache
def shipped_tone_model() -> ToneModel:
    """Return the model of ``tone.toml``, ``tone-words.toml`` and ``colour.txt`` in the lexicons' folder."""
    folder = shipped_folder()
    weights = tomllib.loads((folder / "tone.toml").read_text(encoding="utf-8"))
    words = tomllib.loads((folder / "tone-words.toml").read_text(encoding="utf-8"))
    lines = (folder / "colour.txt").read_text(encoding="utf-8").splitlines()
    colour = dict(line.split() for line in lines if line and line[0] != "#")
    groups = frozenset(words["groups"])
    signals = {word: Signal(COLOUR, float(value)) for word, value in colour.items() if word not in groups}
    signals |= {word: Signal(feature) for feature in WORD_FEATURES for word in words[feature]} | {"I": Signal("person")}
    signals |= {f"{verb}n{mark}t": Signal("negation") for verb in words["contracted"] for mark in "'\u2019"}
    for kind in ("hedges", "assertions"):
        for word in words[kind]:
            known = signals.get(word, Signal(""))
            signals[word] = known._replace(hedge=known.hedge or kind == "hedges", assertion=kind == "assertions")
    signals |= {mark: Signal(feature) for mark, feature in MARKS.items()}
    findings = {Category(name): weight for name, weight in weights["findings"].items()}
    return ToneModel(weights["base"], findings, weights["context"], signals, frozenset(words["intensifiers"]))
