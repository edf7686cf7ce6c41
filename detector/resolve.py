"""Candidates to findings: what is left alone, what loses its force, and which of two overlapping marks stays."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from detector.grammar import article_before
from detector.quotation import Quotations
from detector.readers.document import Document, covered
from detector.sense import Decision
from detector.suggestion import CUT
from detector.tokens import fold
from detector.types import Candidate, Category, Family, Finding, Severity, Span

_NAMES = {
    Category.CLICHE: "cliché",
    Category.MALFORMED: "malformed idiom",
    Category.LOADED: "loaded word",
    Category.SENSATIONAL: "sensational word",
    Category.LABEL: "contested label",
    Category.WEASEL: "weasel words",
}
_ARTICLE = re.compile(r"(?:^|[\s\W])(an?)\s$", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def category_name(category: Category) -> str:
    """Return the category as a reader calls it."""
    return _NAMES.get(category, category.value)


def resolve(
    candidates: Sequence[tuple[Candidate, Decision]], document: Document, quotations: Quotations, *, keep_quoted: bool = False
) -> list[Finding]:
    """Turn the candidates that stand into findings, sorted by position.

    Quoted ones come down to a suggestion unless ``keep_quoted``.

    A masked or excepted candidate is dropped before this; what is decided literal is dropped by the caller.
    """
    kept = remove_overlaps([candidate for candidate, _ in candidates])
    decisions = {id(candidate): decision for candidate, decision in candidates}
    seen: dict[str, int] = {}
    return [_finding(candidate, decisions[id(candidate)], document, quotations, seen, keep_quoted) for candidate in kept]


def masked(document: Document, span: Span) -> bool:
    """Return whether a span touches text that must not be judged."""
    return covered(document.skips, span.start, span.end)


def remove_overlaps(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep the longest of those that overlap, and a loaded word inside a longer phrase where it weighs more.

    Between equals the graver stays, then the one whose id comes first. The result is sorted by position.
    """
    order = sorted(candidates, key=lambda c: (c.span.start - c.span.end, -c.entry.severity, c.span.start, c.entry.id))
    kept: list[Candidate] = []
    cells: dict[int, list[Candidate]] = {}
    for candidate in order:
        start, end = candidate.span
        rivals = {id(r): r for cell in range(start >> 6, (end >> 6) + 1) for r in cells.get(cell, ())}
        if all(_may_overlap(candidate, rival) for rival in rivals.values()):
            kept.append(candidate)
            for cell in range(start >> 6, (end >> 6) + 1):
                cells.setdefault(cell, []).append(candidate)
    return sorted(kept, key=lambda c: (c.span, c.entry.id))


def _may_overlap(later: Candidate, kept: Candidate) -> bool:
    if later.span.end <= kept.span.start or kept.span.end <= later.span.start:
        return True
    families = later.entry.category.family, kept.entry.category.family
    return families == (Family.LOADED, Family.FIGURATIVE) and later.entry.severity > kept.entry.severity


def _finding(
    candidate: Candidate,
    decision: Decision,
    document: Document,
    quotations: Quotations,
    seen: dict[str, int],
    keep_quoted: bool,
) -> Finding:
    entry = candidate.entry
    start, end = candidate.span
    words = document.text[start:end]
    quotation = quotations.covering(start, end)
    reasons = list(decision.reasons)
    severity = entry.severity
    if decision.sense == "uncertain" and severity > Severity.SUGGESTION:
        severity = Severity(severity - 1)
        reasons.append("one degree milder for that")
    if quotation:
        severity = severity if keep_quoted else Severity.SUGGESTION
        reasons.append(f"quoted: the words of {quotation.speaker}" if quotation.speaker else "quoted")
    if article := _other_article(document.text, start, candidate.suggestions):
        reasons.append(f"write '{article}' before what is offered")
    return Finding(
        start=start,
        end=end,
        text=words,
        entry_id=entry.id,
        category=entry.category,
        severity=severity,
        message=f"{category_name(entry.category)}: {entry.gloss}",
        gloss=entry.gloss,
        note=entry.note,
        suggestions=candidate.suggestions,
        confidence=round(decision.confidence, 3),
        quoted=quotation is not None,
        speaker=quotation.speaker if quotation else None,
        sense=decision.sense if entry.category.family is Family.FIGURATIVE else None,
        reasons=tuple(reasons),
        valence=entry.valence,
        intensity=entry.intensity,
        image=entry.image,
        fingerprint=_fingerprint(entry.id, document.text, candidate.span, seen),
    )


def _other_article(text: str, start: int, suggestions: Sequence[str]) -> str | None:
    """The article that what is offered needs, where another one stands before the mark."""
    found = _ARTICLE.search(text[max(0, start - 4) : start])
    if not found or not suggestions or suggestions[0] == CUT:
        return None
    article = article_before(suggestions[0])
    return None if found[1].lower() == article else article


def _fingerprint(entry_id: str, text: str, span: Span, seen: dict[str, int]) -> str:
    """A hash of the entry, the words, their neighbours and how often all that was seen before in the text."""
    around = text[max(0, span.start - 40) : span.start].split("\n")[-1], text[span.end : span.end + 40].split("\n")[0]
    plain = _SPACE.sub(" ", fold(f"{entry_id}\0{text[span.start : span.end]}\0{around[0]}\0{around[1]}"))
    seen[plain] = seen.get(plain, 0) + 1
    return hashlib.blake2b(f"{plain}\0{seen[plain]}".encode(), digest_size=8).hexdigest()
