"""Plain words to offer: a template of the lexicon, and how it is filled for the words found.

``<fail>`` takes the inflection of the phrase's verb, ``one's`` the possessive found, ``oneself`` the reflexive pronoun,
``someone`` and ``something`` the noun phrase, ``…`` the last word found (the noun that an adjective stands before).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from detector.grammar import BE
from detector.inflection import Tag, inflections

Part = tuple[str, str | dict[Tag, str]]
"""("text", words), ("verb", forms by tag) or ("slot", kind)."""

CUT = "(cut)"
"""The suggestion to leave the phrase out."""

REFLEXIVE = "oneself"
"""Copies the reflexive pronoun found; a suggestion that asks for one where there is none is not made."""

LAST = "…"
"""Copies the last word found."""

_PIECE = re.compile(r"(<[a-z]+>|…|\bone's\b|\boneself\b|\b(?:someone|something)\b)")
_BRACKETS = re.compile(r"[()\[\]{}|]")
_DETERMINERS = frozenset("""a an the this that these those my your his her its our their whose some any no each every""".split())
_AUXILIARIES = BE | frozenset("have has had having 've 'd get gets got getting".split())
_BEFORE_BASE = frozenset("""to will would can could shall should may might must do does did 'll let 't not cannot""".split())
_VERBAL = ("VBG", "VBD", "VBZ", "VB", "VBN", "NN", "NNS", "JJ", "JJR", "JJS")
_NOMINAL = ("NN", "NNS", "VBG", "JJ", "JJR", "JJS", "VBN", "VBD", "VBZ", "VB")


def compile_suggestion(template: str, slots: Collection[str]) -> tuple[Part, ...]:
    """Cut a suggestion into parts; ``slots`` are the kinds its pattern has.

    Raises:
        ValueError: an inflected word is no base form, a slot is copied that the pattern does not have, or the template
            holds brackets or alternatives, which it would print.
    """
    if template != CUT and (found := _BRACKETS.search(template)):
        raise ValueError(f"'{found[0]}' in \"{template}\" would be printed: write one suggestion for each alternative")
    return tuple(_part(piece, slots) for piece in _PIECE.split(template) if piece)


def _part(piece: str, slots: Collection[str]) -> Part:
    if piece.startswith("<"):
        forms = {tag: found[0] for tag, found in inflections(piece[1:-1]).items()}
        if not forms:
            raise ValueError(f"'{piece}' is not a base form: write the base form, or leave the brackets out")
        return "verb", forms
    if piece == LAST:
        return "slot", LAST
    if piece == "one's":
        if "possessive" not in slots:
            raise ValueError("it copies one's and the pattern has no possessive: write the words out")
        return "slot", "possessive"
    if piece == REFLEXIVE:
        return "slot", REFLEXIVE
    if piece in ("someone", "something") and "phrase" in slots:
        return "slot", "phrase"
    return "text", piece


def tag_found(form: str, before: str, tags: Mapping[str, Collection[Tag]]) -> tuple[Tag, ...]:
    """Return the tags ``form`` may have after the token ``before``, likeliest first."""
    possible = tags.get(form, ())
    order = list(_NOMINAL if before in _DETERMINERS else _VERBAL)
    if before in _AUXILIARIES:
        order.remove("VBN")
        order.insert(0, "VBN")
    elif before in _BEFORE_BASE or not before:  # "to put", and "Put it" at the head of a sentence
        order.remove("VB")
        order.insert(order.index("VBD"), "VB")
    return tuple(tag for tag in order if tag in possible)


def fill(parts: Sequence[Part], tags: Sequence[Tag], slots: Mapping[str, str], before: str = "") -> str | None:
    """Return the suggestion for the words found, or None where a slot it copies was not filled.

    Args:
        parts: the suggestion.
        tags: those the verb found may have, likeliest first.
        slots: what each slot was filled with.
        before: the token before the verb found; after "is" a progressive gives way to the bare adjective of ``<be> …``.
    """
    if tags and tags[0] == "VBG" and before in BE and _is_be(parts):
        parts = parts[1:]
    pieces: list[str] = []
    for kind, value in parts:
        if isinstance(value, dict):
            tag = next((tag for tag in tags if tag in value), "VB")
            pieces.append(value.get(tag) or next(iter(value.values())))
        elif kind == "text":
            pieces.append(value)
        elif value in slots:
            pieces.append(slots[value])
        else:
            return None
    return "".join(pieces).lstrip()


def _is_be(parts: Sequence[Part]) -> bool:
    return len(parts) > 1 and isinstance(parts[0][1], dict) and parts[0][1].get("VBG") == "being"


def recase(suggestion: str, found: str) -> str:
    """Give a suggestion the capitals of the words it would replace."""
    letters = [char for char in found if char.isalpha()]
    if suggestion == CUT or not letters or not letters[0].isupper():
        return suggestion
    if len(letters) > 3 and all(char.isupper() for char in letters):
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:]
