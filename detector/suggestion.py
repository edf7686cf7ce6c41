"""Plain words to offer: a template of the lexicon, and how it is filled for the words found.

``<fail>`` takes the inflection of the phrase's verb, ``one's`` the possessive found, ``oneself`` the reflexive pronoun,
``someone`` and ``something`` the noun phrase, ``…`` the last word found (the noun that an adjective stands before).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from detector.grammar import BE, article_before, is_adverb
from detector.inflection import Tag, british, inflections
from detector.phrase import INDEFINITE

Part = tuple[str, str | dict[Tag, str]]
"""("text", words), ("verb", forms by tag) or ("slot", kind)."""

CUT = "(cut)"
"""The suggestion to leave the phrase out."""

REFLEXIVE = "oneself"
"""Copies the reflexive pronoun found; a suggestion that asks for one where there is none is not made."""

LAST = "…"
"""Copies the last word found."""

_PIECE = re.compile(r"(<[A-Z]?[a-z]+>|…|\bone's\b|\boneself\b|\b(?:someone|something)\b)")
_BRACKETS = re.compile(r"[()\[\]{}|]")
_DETERMINERS = frozenset("""a an the this that these those my your his her its our their whose some any no each every""".split())
_AUXILIARIES = BE | frozenset("have has had having 've 'd get gets got getting haven hasn hadn isn aren wasn weren".split())
_DO = frozenset("do does did don doesn didn".split())
_BEFORE_BASE = _DO | frozenset(
    """to will would can could shall should may might must won wouldn couldn shouldn needn mustn 'll let cannot""".split()
)
_NEGATIONS = frozenset(("not", "'t"))
_PLURAL = frozenset("we you they these those both many few".split())
_NOT_PLURAL = ("ss", "us", "is")
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
        capital = piece[1].isupper()
        found = inflections(piece[1:-1].lower())
        forms = {tag: british(forms[0]).capitalize() if capital else british(forms[0]) for tag, forms in found.items()}
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


def governing(before: Sequence[str]) -> str:
    """Return the word that governs a verb, given the tokens before it: adverbs and "not" are passed over."""
    return next((word for word in reversed(before) if word not in _NEGATIONS and not is_adverb(word)), "")


def tag_found(form: str, before: Sequence[str], tags: Mapping[str, Collection[Tag]], *, inside: bool = False) -> tuple[Tag, ...]:
    """Return the tags ``form`` may have, likeliest first.

    Args:
        form: the word found.
        before: the tokens before it.
        tags: by form.
        inside: whether a word of the phrase stands right before it; then what can be a noun and no past tense is one.
    """
    possible, governor = tags.get(form, ()), governing(before)
    nominal = bool(before) and before[-1] in _DETERMINERS
    if inside and "VBD" not in possible and governor not in _BEFORE_BASE | _AUXILIARIES:
        nominal = True
    order = list(_NOMINAL if nominal else _VERBAL)
    if governor in _AUXILIARIES:
        order.remove("VBN")
        order.insert(0, "VBN")
    elif governor in _BEFORE_BASE or not before:  # "to put", and "Put it" at the head of a sentence
        order.remove("VB")
        order.insert(order.index("VBD"), "VB")
    return tuple(tag for tag in order if tag in possible)


def fill(
    parts: Sequence[Part], tags: Sequence[Tag], slots: Mapping[str, str], before: Sequence[str] = (), found: str = ""
) -> str | None:
    """Return the suggestion for the words found, or None where it cannot be made to fit.

    Args:
        parts: the suggestion.
        tags: those the verb found may have, likeliest first.
        slots: what each slot was filled with.
        before: the tokens before the verb found; "be" agrees with them.
        found: the verb found.
    """
    if _is_be(parts):
        if tags and tags[0] == "VBG" and before and before[-1] in BE and len(parts) > 1:  # "is humming": the bare adjective
            parts = parts[1:]
        elif (form := _be(tags, before, found)) is None:
            return None
        else:
            parts = (("text", form), *parts[1:])
    pieces: list[str] = []
    for kind, value in parts:
        if isinstance(value, dict):
            tag = next((tag for tag in (*tags, "VB", "NN") if tag in value), None)
            pieces.append(value[tag] if tag else next(iter(value.values())))
        elif kind == "text":
            pieces.append(value)
        elif value in slots:
            pieces.append(slots[value])
        else:
            return None
    return "".join(pieces).lstrip()


def _is_be(parts: Sequence[Part]) -> bool:
    return bool(parts) and isinstance(parts[0][1], dict) and parts[0][1].get("VBG") == "being"


_BE = {"VBG": "being", "VBN": "been", "VBZ": "is"}


def _be(tags: Sequence[Tag], before: Sequence[str], found: str) -> str | None:
    """The form of "be" for another verb's; None after "did not", where "be" cannot stand."""
    if found in BE:
        return found
    governor = governing(before)
    if governor in _DO:
        return None
    tag = tags[0] if tags else "VB"
    plural = governor in _PLURAL or (governor.endswith("s") and not governor.endswith(_NOT_PLURAL) and governor not in BE)
    if tag == "VBD":
        return "were" if plural else "was"
    if tag == "VB" and governor and governor not in _BEFORE_BASE and governor[0].isalpha():
        return "am" if governor == "i" else "are"
    return _BE.get(tag, "be")


def after_article(suggestions: tuple[str, ...], before: str) -> tuple[str, ...]:
    """Return those of some suggestions that can stand after "a" or "an", if any can; all where something else stands before."""
    if before not in INDEFINITE:
        return suggestions
    return tuple(words for words in suggestions if words == CUT or article_before(words) == before) or suggestions


def recase(suggestion: str, found: str) -> str:
    """Give a suggestion the capitals of the words it would replace."""
    letters = [char for char in found if char.isalpha()]
    if suggestion == CUT or not letters or not letters[0].isupper():
        return suggestion
    if len(letters) > 3 and all(char.isupper() for char in letters):
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:]
