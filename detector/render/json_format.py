"""Reports as JSON, for other programs. The names are public: they change only with a major version."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from detector import __version__
from detector.render.checked import CheckedFile, severity_counts
from detector.types import Finding, Tone


def render_json(files: Sequence[CheckedFile]) -> str:
    """Return one JSON document for all files; offsets are into the decoded source, lines and columns from 1."""
    findings = [finding for file in files for finding in file.report.findings]
    document = {
        "detector": __version__,
        "files": [_file(file) for file in files],
        "summary": {
            "files": len(files),
            "findings": len(findings),
            "quoted": sum(finding.quoted for finding in findings),
            "severities": severity_counts(findings),
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _file(file: CheckedFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "tone": tone_values(file.report.tone),
        "findings": [_finding(file, finding) for finding in file.report.findings],
        "literal": [_finding(file, finding) for finding in file.report.literal],
        "actors": [_rounded(asdict(actor)) for actor in file.report.actors],
    }


def tone_values(tone: Tone) -> Mapping[str, Any]:
    """Return a tone as JSON values, figures to four places."""
    return {
        "loadedness": round(tone.loadedness, 4),
        "valence": round(tone.valence, 4),
        "label": tone.label,
        "opinion": tone.opinion,
        "sensationalism": round(tone.sensationalism, 4),
        "hedging": round(tone.hedging, 4),
        "figurative_density": round(tone.figurative_density, 4),
        "sources": _rounded(tone.sources._asdict()) if tone.sources else None,
        "sentences": [_rounded(sentence._asdict()) for sentence in tone.sentences],
        "paragraphs": [_rounded(paragraph._asdict()) for paragraph in tone.paragraphs],
        "contributions": [_rounded(contribution._asdict()) for contribution in tone.contributions],
    }


def _rounded(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}


def _finding(file: CheckedFile, finding: Finding) -> dict[str, Any]:
    first = file.document.position(finding.start)
    last = file.document.position(finding.end)
    return {
        "start": finding.start,
        "end": finding.end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "text": finding.text,
        "entry_id": finding.entry_id,
        "category": finding.category.value,
        "severity": finding.severity.label,
        "message": finding.message,
        "note": finding.note,
        "suggestions": list(finding.suggestions),
        "confidence": finding.confidence,
        "quoted": finding.quoted,
        "speaker": finding.speaker,
        "sense": finding.sense,
        "reasons": list(finding.reasons),
        "fingerprint": finding.fingerprint,
        "status": "open",
    }
