"""The closed classes of English that slots and gaps need, without a statistical model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

MAX_PHRASE = 5
"""How many tokens a slot for a noun phrase may take."""

MAX_MODIFIERS = 2
"""How many modifiers may be put into a phrase."""

_ADVERBS = frozenset(
    """again all almost already also always back badly clean clear dead deep down even ever far fast first flat forever
    further full hard high indeed instead just largely late long low maybe more most much near never next not now
    often once only out over perhaps quite rather really right since so somehow somewhat soon still straight then
    there therefore though thus together too twice up very well yet""".split()
)
_NOT_ADVERBS = frozenset(
    """ally anomaly assembly belly bully butterfly chilly comply curly family fly folly friendly holly homily hilly imply
    italy jelly july lily monopoly multiply rally rely reply silly supply tally ugly wooly woolly""".split()
)
POSSESSIVES = frozenset("""my your his her its our their whose one's""".split())
_OBJECTS = frozenset("""me you him her it us them this that these those everyone everybody anyone anybody someone somebody nobody
    everything anything something nothing""".split())  # fmt: skip
DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their some any no each every all both""".split()
)
FOR_ARTICLES = (DETERMINERS - {"all", "both", "each", "her"}) | {"another"}
"""What may stand for an article; "her" is more often something else."""

BE = frozenset("is are was were be been being am 's 're 'm".split())

DEGREES = frozenset("as how less least more most quite rather so too very".split())
"""Words that cannot stand without the word they grade."""

_SPOKEN_VOWEL = re.compile(
    r"(?:hour|hono|honest|heir|8|1[18](?!\d)|(?!eu|ewe|ufo|on(?:e|ce)\b|uni(?![nmd])|us[aeiu]|ut[eio]|ubi|ura)[aeiou])",
    re.IGNORECASE,
)

_NO_PHRASE = frozenset(
    """i he she we they am is are was were be been being do does did has have had having will would shall should can
    could may might must ought not 't 're 've 'll 'd 'm to from with without by at on in into onto over under up down
    off out about after against before behind between beyond during through till until upon via within for as than
    like and or but nor if because while when where who which what why how whether so then there here""".split()
)
_TITLES = frozenset("dr gen gov mr mrs ms prof rep rev sen sgt sir st".split())
_INNER = frozenset(["and", "of", "for", "'s"])


def article_before(words: str) -> str:
    """Return the indefinite article that the sound of the first word asks for, told by its letters."""
    return "an" if _SPOKEN_VOWEL.match(words) else "a"


def is_adverb(word: str) -> bool:
    """Whether a folded word may be an adverb, by form."""
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS)


def is_modifier(word: str) -> bool:
    """Whether a folded word may stand as a modifier inside a phrase: a content word or determiner, no verb form of be or have."""
    return word not in _NO_PHRASE and word not in _OBJECTS - DETERMINERS and word[0].isalnum()


def is_noun_phrase(words: Sequence[str]) -> bool:
    """Whether folded tokens can be one short noun phrase: no verb, preposition or punctuation, no loose end."""
    if not 0 < len(words) <= MAX_PHRASE or words[0] in _INNER or words[-1] in _INNER - {"'s"}:
        return False
    if len(words) == 1:
        return words[0] in _OBJECTS or (words[0] not in _NO_PHRASE | DETERMINERS and words[0][0].isalnum())
    if words[-1] in DETERMINERS:
        return False
    return all(
        word in _INNER or (word not in _NO_PHRASE and word[0].isalnum()) or (word == "." and before in _TITLES)
        for before, word in pairwise(("", *words))
    )


def noun_phrase_ends(texts: Sequence[str], start: int) -> Iterator[int]:
    """Yield the token after each noun phrase that begins at ``start``, shortest first."""
    for end in range(start + 1, min(len(texts), start + MAX_PHRASE) + 1):
        if is_noun_phrase(texts[start:end]):
            yield end


def noun_phrase_starts(texts: Sequence[str], end: int) -> Iterator[int]:
    """Yield the first token of each noun phrase that ends before ``end``, shortest first."""
    for start in range(end - 1, max(0, end - MAX_PHRASE) - 1, -1):
        if is_noun_phrase(texts[start:end]):
            yield start


def possessive_ends(texts: Sequence[str], start: int) -> Iterator[int]:
    """Yield the token after each possessive that begins at ``start``: "her", "the army's", "the readers'"."""
    if start >= len(texts):
        return
    if texts[start] in POSSESSIVES:
        yield start + 1
        if start + 1 < len(texts) and texts[start + 1] == "own":
            yield start + 2
    for end in range(start + 2, min(len(texts), start + MAX_PHRASE + 1) + 1):
        if _is_possessive(texts, start, end):
            yield end


def possessive_starts(texts: Sequence[str], end: int) -> Iterator[int]:
    """Yield the first token of each possessive that ends before ``end``."""
    last = end - 1
    if last >= 1 and texts[last] == "own" and texts[last - 1] in POSSESSIVES:
        yield last - 1
    if last >= 0 and texts[last] in POSSESSIVES:
        yield last
    for start in range(end - 2, max(-1, end - MAX_PHRASE - 2), -1):
        if _is_possessive(texts, start, end):
            determined = start and texts[start - 1] in DETERMINERS and _is_possessive(texts, start - 1, end)
            if not determined:  # "minister's" of "the minister's"
                yield start


def _is_possessive(texts: Sequence[str], start: int, end: int) -> bool:
    mark = texts[end - 1]
    owner = texts[start : end - 1]
    if mark == "'s" or (mark == "'" and owner[-1].endswith("s")):
        return is_noun_phrase(owner) and owner[-1] not in _OBJECTS - {
            "everyone",
            "everybody",
            "anybody",
            "anyone",
            "someone",
            "somebody",
            "nobody",
        }
    return False
