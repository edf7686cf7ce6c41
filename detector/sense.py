"""Figurative or literal? A decision with a confidence and a reason, for the entries whose words also occur plainly."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from detector.types import Candidate, Entry, Sense

PRIOR = {"never": 0.97, "sometimes": 0.85, "often": 0.6}
"""How likely a match is figurative before its sentence is looked at, by `Entry.literal`."""


class Decision(NamedTuple):
    """A reading, how sure it is (0 to 1: that the phrase is figurative), and why."""

    sense: Sense
    confidence: float
    reasons: tuple[str, ...]


def decide(candidate: Candidate, words: Collection[str]) -> Decision:
    """Decide how a candidate is meant, from the folded words around it in its sentence."""
    entry = candidate.entry
    confidence = PRIOR[entry.literal]
    if entry.literal == "never":
        return Decision("figurative", confidence, ())
    plain = sorted(_cues(entry)[0] & set(words))
    figurative = sorted(_cues(entry)[1] & set(words))
    if plain and not figurative:
        return Decision("literal", 0.1, (f"near '{plain[0]}', a word of its plain sense",))
    if figurative and not plain:
        return Decision("figurative", 0.9, (f"near '{figurative[0]}', a word of its figurative sense",))
    return Decision("figurative" if confidence >= 0.7 else "uncertain", confidence, ())


@lru_cache(maxsize=4096)
def _cues(entry: Entry) -> tuple[frozenset[str], frozenset[str]]:
    return _forms(entry.literal_near), _forms(entry.figurative_near)


def _forms(words: tuple[str, ...]) -> frozenset[str]:
    """The cue words with their regular endings; a cue need not be the exact form."""
    return frozenset(form for word in words for form in _regular(word.lower()))


def _regular(word: str) -> tuple[str, ...]:
    stem = word[:-1] if word.endswith("e") else word
    return word, word + "s", word + "es", stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing"
