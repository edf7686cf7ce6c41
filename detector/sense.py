"""Figurative or literal? A decision with a confidence and a reason, for the entries whose words also occur plainly.

The evidence is what the entry says of itself (how often it is literal, which words betray either sense), the words
around the phrase and how much they have to do with those of either sense, whether the phrase keeps to its fixed form, and
what stands right before and after it. A linear model over these features, fitted by
``scripts/fit_sense.py`` and kept in ``lexicons/sense.toml`` as readable numbers, turns them into the probability that
the phrase is figurative.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from detector.grammar import is_adverb, is_modifier
from detector.inflection import regular_forms
from detector.lexicon import shipped_folder
from detector.tokens import words
from detector.topics import shipped_topics
from detector.types import Candidate, Category, Entry, Family, Sense
from detector.vectors import Vector, Vectors, likeness, shipped_vectors

NEAR = 6
"""How many words on either side count as near."""

_ENDS = frozenset(".,;!?:")
_PRONOUNS = frozenset("i you he she we they it".split())


class Decision(NamedTuple):
    """A reading, how sure it is (0 to 1: that the phrase is figurative), and why."""

    sense: Sense
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """The folded words around a phrase.

    Attributes:
        before: of its sentence, up to the phrase.
        after: of its sentence, from the phrase on.
        beyond: of the sentences before and after.
        marked: whether quotation marks stand right around the phrase.
    """

    before: Sequence[str]
    after: Sequence[str]
    beyond: Sequence[str] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SenseModel:
    """Weights of the features, and where the probability of the figurative sense divides the readings.

    Attributes:
        weights: by feature name; "bias" is added always.
        literal_below: under this the phrase is taken plainly.
        uncertain_below: under this it is in doubt.
    """

    weights: Mapping[str, float]
    literal_below: float
    uncertain_below: float


@cache
def shipped_model() -> SenseModel:
    """Return the model of ``lexicons/sense.toml``."""
    data = tomllib.loads((shipped_folder() / "sense.toml").read_text(encoding="utf-8"))
    return SenseModel(data["weights"], data["literal_below"], data["uncertain_below"])


def decide(
    candidate: Candidate, context: Callable[[], Context], model: SenseModel | None = None, vectors: Vectors | None = None
) -> Decision:
    """Decide how a candidate is meant.

    Args:
        candidate: the match.
        context: makes the words around it; called only for an entry that can be literal or a term of some field.
        model: the weights; the shipped ones by default.
        vectors: what words have to do with one another; the shipped ones by default.
    """
    entry, topics = candidate.entry, shipped_topics()
    ambiguous = entry.literal != "never"
    fields = topics.of(entry) if entry.category.family is Family.FIGURATIVE or entry.field else ()
    if not ambiguous and not fields:
        return Decision("figurative", NEVER_LITERAL, ())
    around = context()
    if topic := topics.told(fields, {*around.before, *around.after, *around.beyond}):
        return Decision("literal", PLAINLY, (f"a term of its own field: the text is about {topic}",))
    if not ambiguous:
        return Decision("figurative", NEVER_LITERAL, ())
    model, vectors = model or shipped_model(), vectors or shipped_vectors()
    values = features(candidate, around, vectors)
    score = model.weights["bias"] + math.fsum(model.weights.get(name, 0.0) * value for name, value in values.items())
    confidence = 1 / (1 + math.exp(-score))
    if values.get("plain_words", 0) >= CERTAIN and "figurative_words" not in values:
        confidence = min(confidence, PLAINLY)
    if confidence < model.literal_below:
        return Decision("literal", confidence, _reasons(candidate, around, model, vectors, values, -1))
    if confidence < model.uncertain_below:
        reasons = _reasons(candidate, around, model, vectors, values, -1)
        return Decision("uncertain", confidence, tuple(f"may be meant plainly: {reason}" for reason in reasons))
    return Decision("figurative", confidence, _reasons(candidate, around, model, vectors, values, 1))


CERTAIN, PLAINLY = 2, 0.2
"""So many words of its plain sense, and none of the other, make a phrase literal whatever else speaks for it."""

TELLING = 0.4
"""How much a word must have to do with the plain sense to be named as a reason: a cosine."""

NEVER_LITERAL = 0.97
"""The share of figurative uses among matches of entries with ``literal = "never"`` (see docs/sense.md)."""


def features(candidate: Candidate, context: Context, vectors: Vectors) -> dict[str, float]:
    """Return the evidence as numbers, features that are 0 left out."""
    entry = candidate.entry
    plain, figurative = cues(entry)
    senses = meanings(entry, vectors)
    sentence = [*context.before, *context.after]
    near = [*context.before[-NEAR:], *context.after[:NEAR]]
    whole, close = vectors.mean(sentence), vectors.mean(near)
    following = context.after[0] if context.after else "."
    values: dict[str, float] = {
        entry.literal: 1,
        "plain_words": min(3, len(plain.intersection(sentence))),
        "plain_word_near": not plain.isdisjoint(near),
        "plain_word_beyond": not plain.isdisjoint(context.beyond),
        "figurative_words": min(3, len(figurative.intersection(sentence))),
        "plain_likeness": likeness(whole, senses.plain),
        "plain_likeness_near": likeness(close, senses.plain),
        "figurative_likeness": likeness(whole, senses.figurative),
        "figurative_likeness_near": likeness(close, senses.figurative),
        "figure_near": any(word.isdigit() for word in near),
        "marked": context.marked,
        "ends_clause": following in _ENDS,
        "before_of": following == "of",
        "after_pronoun": bool(context.before) and context.before[-1] in _PRONOUNS,
        "verb_phrase": entry.pattern.startswith("<"),
        "varied": candidate.varied,
        "tired": entry.category is Category.CLICHE,
    }
    return {name: float(value) for name, value in values.items() if value}


def _reasons(
    candidate: Candidate, context: Context, model: SenseModel, vectors: Vectors, values: Mapping[str, float], sign: int
) -> tuple[str, ...]:
    """The strongest evidence for the reading decided on, in an editor's words; none where nothing stands out."""
    weighed = sorted(((sign * model.weights.get(name, 0) * value, name) for name, value in values.items()), reverse=True)
    for weight, name in weighed:
        if weight <= 0 or name not in _SAID:
            continue
        word = _telling(name, candidate.entry, context, vectors)
        if word or "{word}" not in _SAID[name]:
            return (_SAID[name].format(word=word),)
    if sign < 0:
        return (f"its words are {candidate.entry.literal} meant plainly",)
    return ()


_SAID = {
    "plain_words": "near '{word}', a word of its plain sense",
    "plain_word_near": "near '{word}', a word of its plain sense",
    "plain_word_beyond": "'{word}' nearby belongs to its plain sense",
    "plain_likeness": "near '{word}', which goes with its plain sense",
    "plain_likeness_near": "near '{word}', which goes with its plain sense",
    "figurative_words": "near '{word}', a word of its figurative sense",
    "varied": "written out of its fixed form",
    "marked": "in quotation marks",
    "before_of": "followed by 'of'",
}


def _telling(name: str, entry: Entry, context: Context, vectors: Vectors) -> str:
    """The word around the phrase that a reason can name."""
    plain, figurative = cues(entry)
    around = context.beyond if name == "plain_word_beyond" else [*reversed(context.before), *context.after]
    if "likeness" in name:
        near = [*context.before[-NEAR:], *context.after[:NEAR]] if name.endswith("near") else around
        return vectors.nearest(near, meanings(entry, vectors).plain, TELLING)
    return next((word for word in around if word in (figurative if name == "figurative_words" else plain)), "")


class Meanings(NamedTuple):
    """Which way the words of an entry's two senses point."""

    plain: Vector | None
    figurative: Vector | None


@lru_cache(maxsize=4096)
def meanings(entry: Entry, vectors: Vectors) -> Meanings:
    """Return the directions of the words that betray an entry's plain and its figurative sense."""
    plain, figurative = cues(entry)
    return Meanings(vectors.mean(sorted(plain)), vectors.mean(sorted(figurative)))


@lru_cache(maxsize=4096)
def cues(entry: Entry) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that betray an entry's plain and its figurative sense, with their regular endings.

    What the entry's examples say around the phrase counts with what it names, unless both kinds of example say it.
    """
    misses, hits = _content(entry.misses), _content(entry.hits)
    own = _content((entry.pattern,))
    plain = regular_forms(entry.literal_near) | misses - hits - own
    figurative = regular_forms(entry.figurative_near) | hits - misses - own
    return plain - figurative, figurative - plain


def _content(texts: Collection[str]) -> frozenset[str]:
    """The folded words of some sentences that are no closed class."""
    return frozenset(
        word for text in texts for word in words(text) if len(word) > 3 and is_modifier(word) and not is_adverb(word)
    )
