"""Tone: how likely readers are to call the writer's words biased, as a sum of what findings and context added.

A sentence's log-odds are a base, what each finding weighs (its category's weight times its intensity times its
confidence), and what a few named features of the context add or take away; its loadedness is that probability in per
cent. The difference from the base is shared out in proportion to the log-odds, which is exact (Aumann-Shapley). A passage's
scores are the means of its sentences', by number of words. Words quoted are scored apart, in the same way.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from detector.grammar import is_adverb
from detector.quotation import Quotations
from detector.readers.document import overlapping
from detector.tokens import BLANK_LINE
from detector.tone_model import COLOUR, MARKS, Evidence, ToneModel, shipped_tone_model
from detector.types import Category, Contribution, Family, Finding, PassageTone, Span, Tone, ToneLabel

SCALE = 2.0
"""The weight at which a sentence's sensationalism reaches 63 of 100."""

CAPS = {"attribution": 1, "negation": 1, "person": 1, "emphasis": 2, "figures": 3, "question": 1, "exclamation": 1, "capitals": 2}
"""How often a feature of the context counts in one sentence."""

LABELS: tuple[tuple[float, ToneLabel], ...] = (
    (25, "neutral"),
    (37, "measured"),
    (50, "coloured"),
    (70, "loaded"),
    (101, "inflammatory"),
)
"""A passage's label is the first whose bound its loadedness stays under."""

_HEAT = ("exclamation", "capitals", Category.INTENSIFIER.value)
"""What heats a sentence half as much as a sensational word of intensity 1."""

NEGATED = 3
"""How many words before a loaded word a negation still reaches it."""

HEADLINE_WORDS = 15
"""Up to how many words a first line without a full stop is a headline."""

_TOKEN = re.compile(r"[A-Za-z]++(?:['\u2019][a-z]++)?+|[!?]")
_FORM = re.compile(r"[0-9][0-9.,]*|[A-Z]{4,}(?![a-z])")
_FIGURE_OR_CAPITALS = re.compile(r"[0-9A-Z](?:(?<=[0-9])|[A-Z]{3})")  # one set of first characters is found fastest
_OPINION = re.compile(
    r"\W*(?:opinion|op-ed|comment|commentary|editorial|leader|leading article|column|viewpoint|letters? to the editor)\b\W*"
    r"(?:$|[:|\u2013\u2014-])",
    re.IGNORECASE,
)


class _Scored(NamedTuple):
    """A sentence's tone and what it is made of: the evidence, its sum in log-odds and in valence."""

    tone: PassageTone
    evidence: Sequence[Evidence]
    logit: float
    net: float
    hedges: tuple[int, int]
    figurative: int


def score(
    text: str,
    findings: Sequence[Finding],
    sentences: Sequence[Span],
    quotations: Quotations,
    *,
    skips: Sequence[Span] = (),
    quoted: bool = False,
    model: ToneModel | None = None,
) -> Tone:
    """Score a text.

    Args:
        text: as given.
        findings: by position.
        sentences: every sentence, by position.
        quotations: what is quoted.
        skips: what must not be judged, by position.
        quoted: count quoted words as the writer's own.
        model: the weights; the shipped ones by default.
    """
    model = model or shipped_tone_model()
    own: list[_Scored] = []
    theirs: list[_Scored] = []
    found = iter((*findings, None))
    finding = next(found)
    for number, sentence in enumerate(sentences):
        inside: list[Finding] = []
        while finding is not None and finding.start < sentence.end:
            inside.append(finding)
            finding = next(found)
        said = [] if quoted else quotations.ranges(sentence.start, sentence.end)
        masked = overlapping(skips, sentence.start, sentence.end)
        headline = number == 0 and _is_headline(text, sentence)
        mine = inside if quoted else [f for f in inside if not f.quoted]
        pieces = _outside(sentence, sorted([*said, *masked])) if said or masked else [sentence]
        own.append(_score(text, sentence, pieces, mine, headline, model))
        if said:
            theirs.append(_score(text, sentence, said, [f for f in inside if f.quoted], False, model))
    whole = _passage(own, Span(0, len(text)))
    opinion = bool(_OPINION.match(text.lstrip().split("\n", 1)[0]))
    return Tone(
        whole.loadedness,
        whole.valence,
        label(whole.loadedness, opinion=opinion),
        whole.sensationalism,
        whole.hedging,
        whole.figurative_density,
        tuple(sentence.tone for sentence in own),
        tuple(_passage(paragraph) for paragraph in _paragraphs(text, own)),
        _contributions(own, model),
        _passage(theirs, Span(0, len(text))) if any(sentence.tone.words for sentence in theirs) else None,
        opinion,
    )


def ranked(contributions: Iterable[Contribution]) -> list[Contribution]:
    """Return contributions with what moved the loadedness most first."""
    return sorted(contributions, key=lambda contribution: -abs(contribution.loadedness))


def features(text: str, findings: Sequence[Finding], quotations: Quotations, model: ToneModel) -> dict[str, float]:
    """Return what a text, taken as one sentence, holds of each feature, times the model's weight for it."""
    sentence = Span(0, len(text))
    pieces = _outside(sentence, quotations.ranges(*sentence))
    sums: dict[str, float] = defaultdict(float)
    for item in _score(text, sentence, pieces, [f for f in findings if not f.quoted], False, model).evidence:
        sums[item.feature] += item.weight
    return dict(sums)


def label(loadedness: float, *, opinion: bool = False) -> ToneLabel:
    """Return a passage's loadedness in a word; a piece marked as opinion may be one step more loaded."""
    step = next(number for number, (bound, _) in enumerate(LABELS) if loadedness < bound)
    return LABELS[max(0, step - opinion)][1]


def _score(
    text: str, sentence: Span, pieces: Sequence[Span], findings: Sequence[Finding], headline: bool, model: ToneModel
) -> _Scored:
    """Score the pieces of a sentence that one voice says."""
    context, words, hedges = _context(text, pieces, findings, model)
    if not words:
        return _Scored(PassageTone(*sentence), (), 0.0, 0.0, (0, 0), 0)
    sensation, figurative, evidence = 0.0, 0, context
    if findings:
        evidence = [*_marked(text, sentence, findings, headline, model), *context]
        sensation = math.fsum(f.intensity for f in findings if f.category is Category.SENSATIONAL)
        figurative = sum(f.category.family is Family.FIGURATIVE for f in findings)
        hedges = (
            hedges[0] + sum(f.category in (Category.HEDGE, Category.WEASEL) for f in findings),
            hedges[1] + sum(f.category is Category.INTENSIFIER for f in findings),
        )
    logit = net = 0.0
    if evidence:
        sensation += sum([item.feature in _HEAT for item in evidence]) / 2
        logit = math.fsum([item.weight for item in evidence])
        net = math.fsum([item.valence for item in evidence])
    tone = PassageTone(
        *sentence,
        100 * _probability(model.base + logit),
        math.tanh(net / 3),
        100 * (1 - math.exp(-sensation / SCALE)),
        _balance(hedges),
        100 * figurative / words,
        words,
    )
    return _Scored(tone, evidence, logit, net, hedges, figurative)


def _marked(text: str, sentence: Span, findings: Sequence[Finding], headline: bool, model: ToneModel) -> Iterable[Evidence]:
    """What the findings of a sentence weigh, and what stands before the loaded ones."""
    loaded = False
    for finding in findings:
        weight = model.findings[finding.category] * finding.intensity * finding.confidence
        valence = float(finding.valence)
        if finding.category.family is Family.LOADED:
            loaded = True
            before = [match.group().lower() for match in _TOKEN.finditer(text, sentence.start, finding.start)][-NEGATED:]
            if before and before[-1] in model.intensifiers:
                yield Evidence("intensified", f"{before[-1]} {finding.text}", model.context["intensified"])
            if any(model.feature(word) == "negation" for word in before):
                valence = -valence / 2
                yield Evidence("negated", finding.text, model.context["negated"])
        yield Evidence(finding.category.value, finding.text, weight, valence, finding.fingerprint)
    if headline and loaded:
        yield Evidence("headline", "", model.context["headline"])


def _context(
    text: str, pieces: Sequence[Span], findings: Sequence[Finding], model: ToneModel
) -> tuple[list[Evidence], int, tuple[int, int]]:
    """The features of the context, how many words were read, and how many of them hedge and assert."""
    tokens: list[str] = []
    evidence: list[Evidence] = []
    for start, end in pieces:
        here = _TOKEN.findall(text, start, end)
        tokens = tokens + here if tokens else here
        evidence += _by_form(text, start, end, here, model)
    known = model.signals.keys() & tokens
    if not known:
        return _capped(evidence), len(tokens), (0, 0)
    hedges = assertions = marks = 0
    marked = [token for finding in findings for token in _TOKEN.findall(text, finding.start, finding.end)]
    for token in sorted(known):
        feature, _, hedge, assertion = model.signals[token]
        count = tokens.count(token)
        hedges += hedge * count
        assertions += assertion * count
        if token in MARKS:
            marks += count
        if feature == COLOUR and marked:  # what is marked has no colour besides
            count -= marked.count(token)
        if feature and count > 0:
            evidence += [model.told[token]] * count
    return _capped(evidence), len(tokens) - marks, (hedges, assertions)


def _by_form(text: str, start: int, end: int, tokens: Sequence[str], model: ToneModel) -> list[Evidence]:
    """What form tells: a figure, a word in capitals, a word of a feature that begins the piece; of colour, adverbs alone."""
    told: list[Evidence] = []
    if _FIGURE_OR_CAPITALS.search(text, start, end):
        for found in _FORM.findall(text, start, end):
            feature = "figures" if found[0].isdigit() else "capitals"
            told.append(Evidence(feature, found, model.context[feature]))
    if tokens and tokens[0][0].isupper() and tokens[0] not in model.signals:
        first = tokens[0].lower()
        evidence = model.told.get(first)
        if evidence and (evidence.feature != COLOUR or is_adverb(first)):  # another may be a name
            told.append(evidence._replace(text=tokens[0]))
    return told


def _capped(evidence: list[Evidence]) -> list[Evidence]:
    """Drop what a feature has beyond its cap."""
    if len(evidence) < 2:
        return evidence
    left = CAPS.copy()
    kept: list[Evidence] = []
    for item in evidence:
        if item.feature in left:
            if not left[item.feature]:
                continue
            left[item.feature] -= 1
        kept.append(item)
    return kept


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _balance(hedges: tuple[int, int]) -> float:
    return (hedges[0] - hedges[1]) / sum(hedges) if any(hedges) else 0.0


def _outside(sentence: Span, taken: Sequence[Span]) -> list[Span]:
    """What is left of a sentence between the ranges taken out."""
    left: list[Span] = []
    at = sentence.start
    for span in taken:
        if at < span.start:
            left.append(Span(at, span.start))
        at = max(at, span.end)
    return [*left, Span(at, sentence.end)] if at < sentence.end else left


def _is_headline(text: str, sentence: Span) -> bool:
    line = text[sentence.start :].split("\n", 1)[0].rstrip()
    alone = sentence.start + len(line) < len(text)
    return alone and line[-1:] not in (".", ":", ",") and len(line.split()) <= HEADLINE_WORDS


def _paragraphs(text: str, sentences: Sequence[_Scored]) -> Iterable[list[_Scored]]:
    """The sentences between blank lines."""
    paragraph = list(sentences[:1])
    for before, after in pairwise(sentences):
        if BLANK_LINE.search(text, before.tone.end, after.tone.start):
            yield paragraph
            paragraph = []
        paragraph.append(after)
    if paragraph:
        yield paragraph


def _passage(sentences: Sequence[_Scored], span: Span | None = None) -> PassageTone:
    """The tone of several sentences: means by number of words."""
    start, end = span or (sentences[0].tone.start, sentences[-1].tone.end)
    words = figurative = hedges = assertions = 0
    loadedness = valence = sensationalism = 0.0
    for scored in sentences:
        tone = scored.tone
        words += tone.words
        loadedness += tone.words * tone.loadedness
        valence += tone.words * tone.valence
        sensationalism += tone.words * tone.sensationalism
        hedges += scored.hedges[0]
        assertions += scored.hedges[1]
        figurative += scored.figurative
    if not words:
        return PassageTone(start, end)
    return PassageTone(
        start,
        end,
        loadedness / words,
        valence / words,
        sensationalism / words,
        _balance((hedges, assertions)),
        100 * figurative / words,
        words,
    )


def _contributions(sentences: Sequence[_Scored], model: ToneModel) -> tuple[Contribution, ...]:
    """What the base, each finding and each feature of the context added to the document's scores.

    The same feature by the same word adds up over the document.
    """
    words = sum(sentence.tone.words for sentence in sentences)
    if not words:
        return ()
    sums: dict[tuple[str, str, str], list[float]] = {("", "", "base"): [100 * _probability(model.base), 0.0]}
    for tone, evidence, logit, net, *_ in sentences:
        if not evidence:
            continue
        share = tone.words / words
        points = share * _slope(model.base, logit)
        favour = share * tone.valence / net if net else 0.0
        for item in evidence:
            key = (item.fingerprint, item.text if item.fingerprint else item.text.lower(), item.feature)
            added = sums.setdefault(key, [0.0, 0.0])
            added[0] += points * item.weight
            added[1] += favour * item.valence
    return tuple(
        Contribution(fingerprint, words_said, loadedness, valence, feature)
        for (fingerprint, words_said, feature), (loadedness, valence) in sums.items()
    )


def _slope(base: float, logit: float) -> float:
    """Points of loadedness per log-odds on the way from the base to base + logit."""
    if abs(logit) < 1e-9:
        p = _probability(base)
        return 100 * p * (1 - p)
    return 100 * (_probability(base + logit) - _probability(base)) / logit
