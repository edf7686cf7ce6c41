"""Mixed metaphors and pile-ups: what figures of speech do to one another, as findings of their own."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

from detector.lexicon import shipped_folder
from detector.tokens import BLANK_LINE
from detector.types import Category, Family, Finding, Severity

MIXED, PILED = "mixed-metaphor", "metaphor-pile-up"
"""The ids of the two findings; no lexicon entry is called so."""

SURE = 0.6
"""How sure a figurative reading must be to clash."""

BETWEEN = 80
"""How many characters lie at most between two pictures that clash."""

SPARSE = 25
"""Figures of speech with more words than this to each are no pile, however long the paragraph."""

_BREAK = re.compile(r"\n[^\S\n]*\n|[.!?][\"')\]\u201d\u2019]*\s")


def metaphors(text: str, findings: Sequence[Finding], pile_up: int) -> list[Finding]:
    """Return what to say of the figures of speech together.

    Args:
        text: as given.
        findings: by position.
        pile_up: how many figures of speech of one voice a paragraph may hold.
    """
    figures = [f for f in findings if f.category.family is Family.FIGURATIVE and f.category is not Category.MALFORMED]
    return [*_mixed(text, figures), *_piled(text, figures, pile_up)]


def _mixed(text: str, figures: Iterable[Finding]) -> Iterator[Finding]:
    """Neighbours that clash, once a sentence."""
    sure = [f for f in figures if f.image in kin() and f.confidence >= SURE]
    told = -1
    for first, second in pairwise(sure):
        between = text[first.end : second.start]
        if first.quoted != second.quoted or second.start < first.end or len(between) > BETWEEN or _BREAK.search(between):
            continue
        if second.image not in kin()[first.image] and (told < 0 or _BREAK.search(text, told, first.start)):
            told = second.end
            message = f"mixed metaphor: '{_plain(first)}' ({first.image}) meets '{_plain(second)}' ({second.image})"
            yield _finding(second, MIXED, message, "two pictures that do not go together", "Readers see both; keep one.")


def _piled(text: str, figures: Sequence[Finding], pile_up: int) -> Iterator[Finding]:
    ends = [match.start() for match in BLANK_LINE.finditer(text)]
    own = [f for f in figures if not f.quoted]
    for _, paragraph in groupby(own, key=lambda f: bisect_right(ends, f.start)):
        inside = list(paragraph)
        if len(inside) > pile_up and len(text[inside[0].start : inside[-1].end].split()) <= SPARSE * len(inside):
            message = f"pile-up: {len(inside)} figures of speech in one paragraph"
            yield _finding(
                inside[pile_up], PILED, message, "one figure of speech upon another", "Keep the best; say the rest plainly."
            )


def _plain(finding: Finding) -> str:
    return " ".join(finding.text.split())


def _finding(at: Finding, entry_id: str, message: str, gloss: str, note: str) -> Finding:
    return Finding(
        start=at.start,
        end=at.end,
        text=at.text,
        entry_id=entry_id,
        category=Category.METAPHOR,
        severity=Severity.SUGGESTION,
        message=message,
        gloss=gloss,
        note=note,
        confidence=at.confidence,
        quoted=at.quoted,
        speaker=at.speaker,
        reasons=(message,),
        fingerprint=f"{entry_id}-{at.fingerprint}",
    )


@cache
def kin() -> Mapping[str, frozenset[str]]:
    """Return each picture with those it goes together with, of ``lexicons/images.toml``."""
    groups = tomllib.loads((shipped_folder() / "images.toml").read_text(encoding="utf-8"))["kin"]
    return {image: frozenset().union(*(group for group in groups if image in group)) for group in groups for image in group}
