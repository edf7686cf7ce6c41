"""How writers vary a set phrase: its object first, another number or tense, modifiers put in, another determiner."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from detector.grammar import BE
from detector.inflection import Tag, inflections, other_number
from detector.phrase import Edge, Element, Path, Slot, Word, closed

Variation = Literal["none", "number", "free"]

_BE_OR_GET = BE | frozenset("get gets got getting gotten".split())
_HAVE = frozenset("had has have having 've 'd will would 'll shall should can could may might must".split())
_PAST = {"is": "was", "are": "were"}
_PREPOSITIONS = frozenset("against between from in into of on over through to under with".split())
_PARTICLES = frozenset(
    """about across after against along around as at away back by down for forth from in into off on onto out over past
    round through to together under up upon with without""".split()
)


OBJECT_AND_MORE = 3
"""An article, a noun and a word that may belong to the object or follow it: "the slate clean"."""


def passives(path: Path, tags: Mapping[str, Collection[Tag]]) -> list[Path]:
    """``<spill> the beans`` to ``the beans <be> spilled``, ``<throw> down the gauntlet`` to ``the gauntlet <be> thrown down``.

    What follows the object keeps its place after the verb; a word after an article and a noun may be part of the object or
    follow it ("the slate was wiped clean"). Nothing where the path has no object.
    """
    verb = path[0]
    if not isinstance(verb, Word) or not verb.gap or any(isinstance(e, Edge) for e in path):
        return []
    begin = 1
    while begin < len(path) and _is_particle(path[begin]):
        begin += 1
    end = begin
    while end < len(path) and not _is_particle(path[end]):
        end += 1
    participles = frozenset(form for form in verb.forms if "VBN" in tags.get(form, ()))
    if begin == end or path[begin] == Slot("phrase") or not participles:
        return []
    auxiliary = Word(_HAVE, gap=True, optional=True)
    verbs = (auxiliary, auxiliary, Word(_BE_OR_GET, gap=True), Word(participles, gap=True), *path[1:begin])
    ends = {end, begin + 2} if end - begin == OBJECT_AND_MORE and _is_determiner(path[begin]) else {end}
    return [closed((*path[begin:end], *verbs, *path[end:])) for end in sorted(ends)]


def varied(path: Path, variation: Variation) -> Path:
    """Give a path the room that a variation leaves it; "number" leaves less than "free"."""
    return _loosened(path) if variation == "free" else _numbered(path)


def _is_determiner(element: Element) -> bool:
    return element.is_article if isinstance(element, Word) else element == Slot("possessive")


def _is_particle(element: Element) -> bool:
    return isinstance(element, Word) and bool(element.forms & _PARTICLES)


def _loosened(path: Path) -> Path:
    """Mark the places after which modifiers may stand, never the last; give the last word its other number."""
    marked = [
        e if isinstance(e, Edge) else replace(e, loose=_takes_modifiers(e, following))
        for e, following in itertools.pairwise(_tensed(path))
    ]
    last = path[-1]
    if isinstance(last, Word) and len(path) > 2:
        last = replace(last, forms=last.forms | {other for form in last.forms for other in other_number(form)})
    return (*marked, last)


def _numbered(path: Path) -> Path:
    """Give a noun that ends a phrase its plural; a phrase that begins with a preposition keeps its number."""
    last = path[-1]
    if len(path) > 1 and isinstance(last, Word) and not _is_particle(path[0]):
        plurals = {
            form for singular in last.forms for form in inflections(singular).get("NNS", ()) if form in other_number(singular)
        }
        path = (*path[:-1], replace(last, forms=last.forms | plurals))
    return _tensed(path)


def _tensed(path: Path) -> Path:
    """Let "is" be "was" and "are" "were"."""
    return tuple(
        replace(e, forms=e.forms | {_PAST[form] for form in e.forms if form in _PAST}) if isinstance(e, Word) else e for e in path
    )


def _takes_modifiers(element: Word | Slot, following: Element) -> bool:
    if following == Slot("phrase"):
        return False  # the slot holds them
    if isinstance(element, Slot):
        return element.kind == "possessive"
    return element.gap or element.is_article or element.forms <= _PREPOSITIONS
