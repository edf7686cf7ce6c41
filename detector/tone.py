"""Tone: how loaded the writer's own words read. Every figure is a sum of what single findings added.

A finding weighs its entry's intensity times its family's factor times its confidence. A sentence's loadedness is
``100 * (1 - exp(-weight / SCALE))``: the first loaded word counts most, and no sentence passes 100. The document's is
the mean of its sentences', so that each finding's share of it is exact.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from detector.types import Category, Contribution, Finding, SentenceTone, Span, Tone, ToneLabel

SCALE = 3.0
"""The weight at which a sentence reaches 63 of 100."""

FACTORS = {
    Category.LOADED: 1.0, Category.SENSATIONAL: 1.0, Category.LABEL: 1.0, Category.EUPHEMISM: 0.4,
    Category.INTENSIFIER: 0.5, Category.HEDGE: 0.1, Category.WEASEL: 0.4, Category.JARGON: 0.1,
    Category.REDUNDANCY: 0.1, Category.IDIOM: 0.3, Category.CLICHE: 0.3, Category.JOURNALESE: 0.3,
    Category.PROVERB: 0.2, Category.MALFORMED: 0.2,
}  # fmt: skip
"""How much a category tells of taking sides, before weights are fitted."""

LABELS: tuple[tuple[float, ToneLabel], ...] = (
    (4, "neutral"),
    (10, "measured"),
    (20, "coloured"),
    (40, "loaded"),
    (101, "inflammatory"),
)
"""A document's label is the first whose bound its loadedness stays under."""


def score(findings: Sequence[Finding], sentences: Sequence[Span], *, quoted: bool = False) -> Tone:
    """Score a text from its findings.

    Args:
        findings: by position.
        sentences: every sentence of the text, by position; each finding begins in one.
        quoted: count quoted findings too.
    """
    starts = [sentence.start for sentence in sentences]
    inside: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if quoted or not finding.quoted:
            inside[max(0, bisect_right(starts, finding.start) - 1)].append(finding)
    scored: list[SentenceTone] = []
    contributions: list[Contribution] = []
    for number, sentence in enumerate(sentences):
        found = inside.get(number)
        if not found:
            scored.append(SentenceTone(sentence.start, sentence.end, 0.0, 0.0))
            continue
        tone, parts = _score_sentence(found, sentence)
        scored.append(tone)
        share = len(sentences)
        contributions += [
            Contribution(finding.fingerprint, finding.text, loadedness / share, valence / share)
            for finding, (loadedness, valence) in zip(found, parts, strict=True)
        ]
    loadedness = math.fsum(c.loadedness for c in contributions)
    valence = math.fsum(c.valence for c in contributions)
    return Tone(loadedness, valence, label(loadedness), tuple(scored), tuple(contributions))


def label(loadedness: float) -> ToneLabel:
    """Return a document's loadedness in a word."""
    return next(name for bound, name in LABELS if loadedness < bound)


def _score_sentence(found: Sequence[Finding], sentence: Span) -> tuple[SentenceTone, list[tuple[float, float]]]:
    weights = [weight(finding) for finding in found]
    total = math.fsum(weights)
    loadedness = 100 * (1 - math.exp(-total / SCALE))
    valence = math.tanh(math.fsum(finding.valence for finding in found) / 3)
    net = math.fsum(finding.valence for finding in found)
    parts = [
        (loadedness * w / total if total else 0.0, valence * finding.valence / net if net else 0.0)
        for finding, w in zip(found, weights, strict=True)
    ]
    return SentenceTone(sentence.start, sentence.end, loadedness, valence), parts


def weight(finding: Finding) -> float:
    """Return what a finding weighs in its sentence."""
    return FACTORS[finding.category] * finding.intensity * finding.confidence
