"""A file with its report: what every format renders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detector.readers import Document
from detector.types import Finding, Report


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file's name, document and report."""

    path: str
    document: Document
    report: Report


def is_counted(finding: Finding, *, quoted: bool) -> bool:
    """Return whether a finding counts towards exit status and tone."""
    return quoted or not finding.quoted


def severity_counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each severity, gravest first, severities without any left out."""
    counts = Counter(finding.severity for finding in findings)
    return {severity.label: counts[severity] for severity in sorted(counts, reverse=True)}


def counted_in_words(findings: Iterable[Finding]) -> str:
    """Return the same for readers, "2 warnings, 1 suggestion"; "" for none."""
    return ", ".join(f"{count} {label}{'s' if count > 1 else ''}" for label, count in severity_counts(findings).items())
