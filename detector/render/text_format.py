"""Reports for a terminal: the line, the phrase underlined, what it means, what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

from detector.render.checked import CheckedFile, counted_in_words
from detector.resolve import category_name
from detector.types import Actor, Finding, Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
_WIDTH = 110
_MARGIN = 30


def render_text(files: Sequence[CheckedFile], *, colour: bool = False) -> str:
    """Return the findings of all files with their tone and counts."""
    parts = [_file(file, colour) for file in files]
    if len(files) > 1:
        parts.append(_counts("All files", [f for file in files for f in file.report.findings]))
    return "\n".join(parts)


def _file(file: CheckedFile, colour: bool) -> str:
    lines = [_finding(file, finding, colour) for finding in file.report.findings]
    lines += [_left_alone(file, finding) for finding in file.report.literal]
    tone = file.report.tone
    valence = f"{tone.valence:+.2f}"
    sources = f", your sources {tone.sources.loadedness:.0f}" if tone.sources else ""
    opinion = ", marked as opinion" if tone.opinion else ""
    lines.append(f"{file.path}: tone: your copy {tone.loadedness:.0f} of 100, {tone.label}{opinion}{sources}; valence {valence}")
    lines += [f"{file.path}: {actor_line(actor)}" for actor in file.report.actors]
    lines.append(_counts(file.path, file.report.findings))
    return "\n".join(lines)


def actor_line(actor: Actor) -> str:
    """Return an actor with the loaded words it got."""
    return f"{actor.name}: {', '.join(actor.words)} ({actor.loadedness:+.1f}, valence {actor.valence:+d})"


def _counts(name: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return f"{name}: nothing to mark\n"
    quoted = sum(finding.quoted for finding in findings)
    return f"{name}: {counted_in_words(findings)}" + (f" ({quoted} quoted)" if quoted else "") + "\n"


def _finding(file: CheckedFile, finding: Finding, colour: bool) -> str:
    position = file.document.position(finding.start)
    line, column = file.document.line_text(position.line), position.column - 1
    length = min(finding.end - finding.start, max(1, len(line) - column))
    line, column = _window(line, column, length)
    label = _paint(finding.severity.label, finding.severity, colour)
    underline = _paint("~" * length, finding.severity, colour)
    head = f"{file.path}:{position.line}:{position.column}: {label}: {category_name(finding.category)}"
    lines = [f"{head}  [{finding.entry_id}]", f"    {line}", f"    {' ' * column}{underline}"]
    lines.append(f"    means: {finding.gloss}")
    if finding.note:
        lines.append(f"    why:   {finding.note}")
    if finding.suggestions:
        lines.append(f"    write: {' | '.join(finding.suggestions)}")
    if finding.reasons:
        lines.append(f"    note:  {'; '.join(finding.reasons)}")
    return "\n".join(lines) + "\n"


def _left_alone(file: CheckedFile, finding: Finding) -> str:
    position = file.document.position(finding.start)
    reason = "; ".join(finding.reasons)
    text = " ".join(finding.text.split())
    return f"{file.path}:{position.line}:{position.column}: left alone: '{text}'  [{finding.entry_id}]\n    {reason}\n"


def _window(line: str, column: int, length: int) -> tuple[str, int]:
    """Cut a long line to what stands around the phrase, tabs and control characters made spaces."""
    line = "".join(char if char.isprintable() else " " for char in line)
    if len(line) <= _WIDTH:
        return line, column
    start = max(0, min(column - _MARGIN, len(line) - _WIDTH))
    end = min(len(line), max(start + _WIDTH, column + length))
    left, right = "…" if start else "", "…" if end < len(line) else ""
    return left + line[start:end] + right, column - start + len(left)


def _paint(text: str, severity: Severity, colour: bool) -> str:
    return f"\033[{_COLOURS[severity]}m{text}\033[0m" if colour else text
