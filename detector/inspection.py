"""Explain and count lexicon entries, for the editor who owns them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from detector.errors import ConfigError
from detector.lexicon import load_lexicon, shipped_folder
from detector.pattern import compile_pattern, surface_forms
from detector.pipeline import load
from detector.resolve import category_name
from detector.types import ENTRY_CATEGORIES, Entry, Severity

SHOWN_FORMS = 60
"""How many surface forms `explain` lists."""


def explain(wanted: str) -> str:
    """Return what is known of an entry by its id, or of every entry a phrase holds.

    Raises:
        ConfigError: there is no such entry and the phrase holds none.
    """
    lexicon = load_lexicon([shipped_folder()])
    if wanted in lexicon.entries:
        return _explain(lexicon.entries[wanted])
    ids = dict.fromkeys(finding.entry_id for finding in load().check(wanted).findings)
    if not ids:
        raise ConfigError(f"no entry has the id '{wanted}', and none is found in it as a phrase: try another form")
    return "\n\n".join(_explain(lexicon.entries[id]) for id in ids)


def _explain(entry: Entry) -> str:
    pattern = compile_pattern(entry.pattern, rigid=entry.rigid, passive=entry.passive)
    forms = list(itertools.islice(surface_forms(pattern), SHOWN_FORMS + 1))
    more = " …" if len(forms) > SHOWN_FORMS else ""
    rows = [
        ("pattern", entry.pattern),
        ("marks as", f"{category_name(entry.category)}, {entry.severity.label}"),
        ("means", entry.gloss),
        ("why", entry.note),
        ("write", " | ".join(entry.instead)),
        ("image", entry.image),
        ("tone", f"valence {entry.valence:+d}, intensity {entry.intensity}"),
        ("literal", entry.literal),
        ("plain near", ", ".join(entry.literal_near)),
        ("except", " | ".join(entry.exceptions)),
        ("hits", "\n           ".join(entry.hits)),
        ("misses", "\n           ".join(entry.misses)),
        ("forms", "; ".join(forms[:SHOWN_FORMS]) + more),
    ]
    body = "\n".join(f"{name:>10} {value}" for name, value in rows if value)
    return f"{entry.id}  ({entry.path}:{entry.line})\n{body}"


def statistics(folders: Sequence[Path]) -> str:
    """Return counts of entries by category, severity and file."""
    entries = load_lexicon(folders).entries.values()
    severities = list(Severity)
    width = max(len(category) for category in ENTRY_CATEGORIES)
    lines = [f"{'':{width}} {'entries':>8}" + "".join(f" {severity.label:>11}" for severity in severities)]
    for category in ENTRY_CATEGORIES:
        counts = Counter(entry.severity for entry in entries if entry.category is category)
        lines.append(f"{category:{width}} {counts.total():8}" + "".join(f" {counts[s]:11}" for s in severities))
    totals = Counter(entry.severity for entry in entries)
    lines.append(f"{'all':{width}} {totals.total():8}" + "".join(f" {totals[s]:11}" for s in severities))
    files = Counter(entry.path for entry in entries)
    lines += ["", *(f"{count:6}  {path}" for path, count in sorted(files.items()))]
    return "\n".join(lines)


def markdown_tables(folders: Sequence[Path]) -> str:
    """Return the counts by category and by file as two Markdown tables, for docs/lexicon.md."""
    lexicon = load_lexicon(folders)
    entries = lexicon.entries.values()
    lines = ["| category | entries | suggestion | warning | error |", "|---|---:|---:|---:|---:|"]
    for category in ENTRY_CATEGORIES:
        counts = Counter(entry.severity for entry in entries if entry.category is category)
        lines.append(_row(category.value, counts))
    lines += [_row("**all**", Counter(entry.severity for entry in entries)), ""]
    lines += ["| file | about | entries |", "|---|---|---:|"]
    files = Counter(entry.path for entry in entries)
    for path, title in sorted(lexicon.files.items()):
        lines.append(f"| {Path(path).parent.name}/{Path(path).name} | {title} | {files[path]:,} |")
    return "\n".join(lines) + "\n"


def _row(name: str, counts: Counter[Severity]) -> str:
    return f"| {name} | {counts.total():,} | " + " | ".join(f"{counts[severity]:,}" for severity in Severity) + " |"
