"""How writers vary a set phrase: its object first, another number or tense, modifiers put in, another determiner."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from detector.grammar import BE, is_adverb
from detector.inflection import Tag, inflections, other_number
from detector.phrase import INDEFINITE, Edge, Element, Path, Slot, Word, closed

Variation = Literal["none", "number", "free"]

_BE_OR_GET = BE | frozenset("get gets got getting gotten".split())
_HAVE = frozenset("had has have having 've 'd will would 'll shall should can could may might must".split())
_AUXILIARY = Word(_HAVE, gap=True, optional=True)
_AUXILIARIES = (
    replace(_AUXILIARY, forms=_HAVE | {"hasn", "haven", "hadn"}),
    replace(_AUXILIARY, forms=_HAVE | {"'t"}),
)
_PAST = {"is": "was", "are": "were"}
_PREPOSITIONS = frozenset("against between from in into of on over through to under with".split())
_AFTER_A_NOUN = _PREPOSITIONS | {"and", "for"}
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
    verbs = (_AUXILIARY, _AUXILIARY, Word(_BE_OR_GET, gap=True), Word(participles, gap=True), *path[1:begin])
    ends = {end, begin + 2} if end - begin == OBJECT_AND_MORE and _is_determiner(path[begin]) else {end}
    return [closed((*path[begin:end], *verbs, *path[end:])) for end in sorted(ends)]


def varied(path: Path, variation: Variation, tags: Mapping[str, Collection[Tag]]) -> list[Path]:
    """Give a path the room that a variation leaves it; "number" leaves less than "free".

    ``<drop> a hint`` becomes ``<drop> hints`` besides, which takes a path of its own.
    """
    roomy = _roomy(_helped(_tensed(path), tags), variation)
    return list(dict.fromkeys((roomy, _without_indefinite(roomy)))) if variation == "free" else [roomy]


def _is_determiner(element: Element) -> bool:
    return element.is_article if isinstance(element, Word) else element == Slot("possessive")


def _is_particle(element: Element) -> bool:
    return isinstance(element, Word) and bool(element.forms & _PARTICLES)


def _roomy(path: Path, variation: Variation) -> Path:
    """Mark the places after which adverbs and modifiers may stand, never the last; give nouns their other number."""
    free = variation == "free"
    elements: list[Element] = []
    for at, (element, following) in enumerate(zip(path, (*path[1:], None), strict=True)):
        if isinstance(element, Word) and _has_number(path, at, free=free):
            element = replace(element, forms=element.forms | _other_numbers(element, plural=not free))
        if free and following is not None and not isinstance(element, Edge):
            element = replace(element, loose=_takes_modifiers(element, following))
            if isinstance(element, Word) and _is_particle(following):  # "kept the lid firmly on"
                element = replace(element, gap=True)
        elements.append(element)
    return tuple(elements)


def _has_number(path: Path, at: int, *, free: bool) -> bool:
    """Whether a word may stand in its other number: the last, one that is somebody's, the first of ``skeleton in …``."""
    if len(path) == 1 or (free and len(path) == 2):
        return False
    owned = at > 0 and path[at - 1] == Slot("possessive")
    heads = at == 0 and not free and isinstance(path[1], Word) and path[1].forms <= _AFTER_A_NOUN
    return owned or heads or (at == len(path) - 1 and (free or not _is_particle(path[0])))


def _other_numbers(word: Word, *, plural: bool) -> set[str]:
    """The plurals of a word's forms, and the singulars but where only plurals are wanted."""
    others = {other for form in word.forms for other in other_number(form)}
    if not plural:
        return others
    plurals = {form for singular in word.forms for form in inflections(singular).get("NNS", ()) if form != singular}
    return plurals & others


def _without_indefinite(path: Path) -> Path:
    """``<drop> a hint`` to ``<drop> hints``, ``out of a hat`` to ``out of hats``; a path without such a noun as it is."""
    elements: list[Element] = []
    for at, element in enumerate(path):
        before = path[at - 1] if at else None
        if isinstance(element, Word) and isinstance(before, Word) and before.forms <= INDEFINITE:
            plurals = frozenset(_other_numbers(element, plural=True))
            if plurals:
                elements[-1:] = [replace(element, forms=plurals)]
                continue
        elements.append(element)
    return tuple(elements)


def _helped(path: Path, tags: Mapping[str, Collection[Tag]]) -> Path:
    """Let auxiliaries stand before a verb that follows its subject: "the penny has finally dropped"."""
    elements: list[Element] = []
    for at, element in enumerate(path):
        if at and _is_verb(element, tags) and _is_subject(path[at - 1]):
            elements += _AUXILIARIES
        elements.append(element)
    return tuple(elements)


def _is_verb(element: Element, tags: Mapping[str, Collection[Tag]]) -> bool:
    return isinstance(element, Word) and not element.optional and any("VBD" in tags.get(form, ()) for form in element.forms)


def _is_subject(element: Element) -> bool:
    if not isinstance(element, Word) or element.gap or element.is_article or _is_link(element):
        return False
    return not any(map(is_adverb, element.forms))


def _is_link(element: Element) -> bool:
    return isinstance(element, Word) and bool(element.forms & (_PARTICLES | {"and", "of", "or", "to", "not"}))


def _tensed(path: Path) -> Path:
    """Let "is" be "was" and "are" "were"."""
    return tuple(
        replace(e, forms=e.forms | {_PAST[form] for form in e.forms if form in _PAST}) if isinstance(e, Word) else e for e in path
    )


def _takes_modifiers(element: Word | Slot, following: Element) -> bool:
    if following == Slot("phrase"):
        return False  # the slot holds them
    if isinstance(element, Slot):
        return element.kind == "possessive" or not _is_particle(following)
    return element.gap or element.is_article or element.forms <= _PREPOSITIONS
