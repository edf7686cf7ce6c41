"""Figurative or literal? A decision with a confidence and a reason, for the entries whose words also occur plainly.

The evidence is what the entry says of itself (how often it is literal, which words betray either sense), the words
around the phrase, and what stands right before and after it. A linear model over these features, fitted by
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

from detector.compiled import WordFields
from detector.grammar import DETERMINERS, is_adverb, is_modifier
from detector.inflection import regular_forms
from detector.lexicon import shipped_folder
from detector.tokens import words
from detector.types import Candidate, Category, Entry, Family, Sense

NEAR = 6
"""How many words on either side count as near."""

_ENDS = frozenset(".,;!?:")
_PREPOSITIONS = frozenset("in on at with from into by to for".split())
_BE = frozenset("is are was were be been being am 's 're 'm".split())
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


def decide(candidate: Candidate, context: Callable[[], Context], fields: WordFields, model: SenseModel | None = None) -> Decision:
    """Decide how a candidate is meant.

    Args:
        candidate: the match.
        context: makes the words around it; called only for an entry that can be literal.
        fields: the words the lexicon knows to belong to plain things.
        model: the weights; the shipped ones by default.
    """
    model = model or shipped_model()
    entry = candidate.entry
    if entry.literal == "never" or entry.category.family is not Family.FIGURATIVE:
        return Decision("figurative", NEVER_LITERAL, ())
    around = context()
    values = features(entry, around, fields)
    score = model.weights["bias"] + math.fsum(model.weights.get(name, 0.0) * value for name, value in values.items())
    confidence = 1 / (1 + math.exp(-score))
    if values.get("plain_words", 0) >= CERTAIN and "figurative_words" not in values:
        confidence = min(confidence, PLAINLY)
    if confidence < model.literal_below:
        return Decision("literal", confidence, _reasons(entry, around, fields, model, values, -1))
    if confidence < model.uncertain_below:
        return Decision("uncertain", confidence, _reasons(entry, around, fields, model, values, -1))
    return Decision("figurative", confidence, _reasons(entry, around, fields, model, values, 1))


CERTAIN, PLAINLY = 2, 0.2
"""So many words of its plain sense, and none of the other, make a phrase literal whatever else speaks for it."""

NEVER_LITERAL = 0.97
"""The share of figurative uses among matches of entries with ``literal = "never"`` (see docs/sense.md)."""


def features(entry: Entry, context: Context, fields: WordFields) -> dict[str, float]:
    """Return the evidence as numbers, features that are 0 left out."""
    plain, figurative = cues(entry)
    sentence = [*context.before, *context.after]
    near = {*context.before[-NEAR:], *context.after[:NEAR]}
    previous = context.before[-1] if context.before else ""
    following = context.after[0] if context.after else "."
    image = fields.images.get(entry.image, frozenset())
    values: dict[str, float] = {
        entry.literal: 1,
        "plain_words": min(3, len(plain.intersection(sentence))),
        "plain_word_near": not plain.isdisjoint(near),
        "plain_word_beyond": not plain.isdisjoint(context.beyond),
        "figurative_words": min(3, len(figurative.intersection(sentence))),
        "concrete_share": sum(word in fields.concrete for word in sentence) / max(5, len(sentence)),
        "concrete_share_beyond": sum(word in fields.concrete for word in context.beyond) / max(10, len(context.beyond)),
        "abstract_words": min(3, sum(word in fields.abstract for word in sentence)),
        "image_words": min(2, sum(word in image for word in sentence)),
        "figure_near": any(word.isdigit() for word in near),
        "marked": context.marked,
        "ends_clause": following in _ENDS,
        "before_of": following == "of",
        "before_preposition": following in _PREPOSITIONS,
        "after_be": previous in _BE,
        "after_to": previous == "to",
        "after_pronoun": previous in _PRONOUNS,
        "after_determiner": previous in DETERMINERS,
        "verb_phrase": entry.pattern.startswith("<"),
        "short_sentence": len(sentence) < 8,
        "tired": entry.category is Category.CLICHE,
    }
    return {name: float(value) for name, value in values.items() if value}


def _reasons(
    entry: Entry, context: Context, fields: WordFields, model: SenseModel, values: Mapping[str, float], sign: int
) -> tuple[str, ...]:
    """The strongest evidence for the reading decided on, in an editor's words; none where nothing stands out."""
    weighed = sorted(((sign * model.weights.get(name, 0) * value, name) for name, value in values.items()), reverse=True)
    for weight, name in weighed:
        if weight > 0 and name in _SAID:
            return (_SAID[name].format(word=_telling(name, entry, context, fields)),)
    if sign < 0:
        return (f"its words are {entry.literal} meant plainly",)
    return ()


_SAID = {
    "plain_words": "near '{word}', a word of its plain sense",
    "plain_word_near": "near '{word}', a word of its plain sense",
    "plain_word_beyond": "'{word}' nearby belongs to its plain sense",
    "figurative_words": "near '{word}', a word of its figurative sense",
    "concrete_share": "among words for things, such as '{word}'",
    "image_words": "near '{word}', a word of the picture it draws on",
    "abstract_words": "near '{word}', which suggests the figurative sense",
    "marked": "in quotation marks",
    "before_of": "followed by 'of'",
}


def _telling(name: str, entry: Entry, context: Context, fields: WordFields) -> str:
    plain, figurative = cues(entry)
    wanted: Mapping[str, Collection[str]] = {
        "figurative_words": figurative,
        "concrete_share": fields.concrete,
        "abstract_words": fields.abstract,
        "image_words": fields.images.get(entry.image, frozenset()),
    }
    around = context.beyond if name == "plain_word_beyond" else [*reversed(context.before), *context.after]
    return next((word for word in around if word in wanted.get(name, plain)), "")


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
