"""The story as HTML with the phrases marked; everything that comes from a document is escaped."""

from __future__ import annotations

import html
from collections.abc import Sequence

from detector.resolve import category_name
from detector.types import Family, Finding, Severity

STYLE = """
<style>
.story { font-family: Georgia, serif; font-size: 1.08rem; line-height: 1.75; white-space: pre-wrap; overflow-wrap: anywhere; }
.story mark { color: inherit; background: none; padding: 0 .1em; border-radius: 3px; cursor: help; border-bottom: 2px solid; }
.story mark.figurative { background: rgba(66, 133, 244, .14); border-color: #3b78d8; }
.story mark.loaded { background: rgba(217, 48, 37, .14); border-color: #c5221f; }
.story mark.soft { background: rgba(154, 103, 0, .14); border-color: #9a6700; }
.story mark.suggestion { border-bottom-style: dotted; }
.story mark.warning { border-bottom-style: solid; }
.story mark.error { border-bottom-style: double; border-bottom-width: 4px; }
.story mark.quoted { background: none; opacity: .75; }
.story mark:target, .story mark:focus { outline: 2px solid currentColor; outline-offset: 1px; }
.legend { font-size: .85rem; opacity: .85; }
</style>
"""


def explanation(finding: Finding) -> str:
    """Return a finding in plain words, for a tooltip: what, why, what instead."""
    lines = [f"{category_name(finding.category)} ({finding.severity.label}): {finding.gloss}"]
    if finding.note:
        lines.append(finding.note)
    if finding.suggestions:
        lines.append("Write: " + " | ".join(finding.suggestions))
    lines += finding.reasons
    return "\n".join(lines)


def marked_html(text: str, findings: Sequence[Finding]) -> str:
    """Return the story with a ``mark`` for each finding; of two that overlap the first is marked."""
    pieces: list[str] = []
    at = 0
    for number, finding in enumerate(findings):
        if finding.start < at:
            continue
        pieces.append(html.escape(text[at : finding.start]))
        pieces.append(_mark(number, finding))
        at = finding.end
    pieces.append(html.escape(text[at:]))
    return f'<div class="story">{"".join(pieces)}</div>'


def _mark(number: int, finding: Finding) -> str:
    classes = f"{_family(finding)} {finding.severity.label}" + (" quoted" if finding.quoted else "")
    title = html.escape(explanation(finding), quote=True)
    return f'<mark id="finding-{number}" class="{classes}" title="{title}" tabindex="0">{html.escape(finding.text)}</mark>'


def _family(finding: Finding) -> str:
    return finding.category.family.value


def legend() -> str:
    """Return the key to the marks' colours and lines."""
    names = {Family.FIGURATIVE: "idiom, cliché", Family.LOADED: "loaded, label", Family.SOFT: "vague, inflated"}
    families = " ".join(f'<mark class="{family.value} warning">{name}</mark>' for family, name in names.items())
    grades = " ".join(f'<mark class="{severity.label}">{severity.label}</mark>' for severity in reversed(Severity))
    return f'<div class="story legend">{families} &nbsp; {grades}</div>'
