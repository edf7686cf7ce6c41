"""Marks and tone beside an editor's: stories marked by hand, and sentences before and after neutral editing.

    python benchmarks/editing.py [--show]

``data/marked-stories.txt``: after ``== name``, a story with ``[[fig:…]]``, ``[[loaded:…]]`` and ``[[soft:…]]`` around what
must be marked, ``((…))`` around what may be, ``{{…}}`` around words meant plainly. ``data/neutral-edits.jsonl``: pairs in
which ``more`` is what an author wrote and ``less`` what a neutral editor left. Both were written by language-model
helpers who saw neither lexicon nor program; people, places and facts in them are invented.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from machine import describe

from detector import Detector, load

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\[\[(?P<family>\w+):(?P<must>.+?)\]\]|\(\((?P<may>.+?)\)\)|\{\{(?P<plain>.+?)\}\}")


class Mark(NamedTuple):
    """A stretch of a story and what an editor thinks of it: a family that must be marked, "may" or "plain"."""

    start: int
    end: int
    kind: str


def read_story(source: str) -> tuple[str, list[Mark]]:
    """Take the marks out of a story."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(source):
        text += source[at : match.start()]
        kind = match["family"] or ("may" if match["may"] else "plain")
        words = match["must"] or match["may"] or match["plain"]
        marks.append(Mark(len(text), len(text) + len(words), kind))
        text += words
        at = match.end()
    return text + source[at:], marks


def marked_stories(detector: Detector, show: bool) -> None:
    blocks = re.split(r"^== .*\n", (DATA / "marked-stories.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    held: Counter[str] = Counter()
    found: Counter[str] = Counter()
    words = 0
    for block in blocks:
        text, marks = read_story(block)
        words += len(text.split())
        findings = detector.check(text).findings
        for mark in marks:
            met = any(finding.start < mark.end and mark.start < finding.end for finding in findings)
            held[mark.kind] += 1
            found[mark.kind] += met
            if show and met == (mark.kind == "plain"):
                print(f"  {mark.kind:6s} {text[mark.start : mark.end]!r}")
        found["elsewhere"] += sum(not any(f.start < m.end and m.start < f.end for m in marks) for f in findings)
    print(f"{len(blocks)} marked stories, {words} words")
    for kind in ("fig", "loaded", "soft", "may", "plain"):
        print(f"  {kind:6s} {found[kind]:4d} of {held[kind]:4d} marked, {found[kind] / held[kind]:.2f}")
    print(f"  marked elsewhere: {1000 * found['elsewhere'] / words:.1f} in 1,000 words")


def neutral_edits(detector: Detector, show: bool) -> None:
    pairs = [json.loads(line) for line in (DATA / "neutral-edits.jsonl").read_text(encoding="utf-8").splitlines()]
    outcomes: dict[str, Counter[str]] = {}
    for pair in pairs:
        more, less = (detector.check(pair[side]).tone.loadedness for side in ("more", "less"))
        outcome = "higher" if more > less else "same" if more == less else "lower"
        for kind in ("all", pair["kind"]):
            outcomes.setdefault(kind, Counter())[outcome] += 1
        if show and outcome != "higher":
            print(f"  {outcome:6s} {pair['more']}")
    print(f"{len(pairs)} sentences before neutral editing: tone higher, the same or lower than after it")
    for kind, counts in outcomes.items():
        shares = "  ".join(f"{outcome} {counts[outcome] / counts.total():.2f}" for outcome in ("higher", "same", "lower"))
        print(f"  {kind:16s} {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is missed or marked wrongly, and what pairs fail")
    show = parser.parse_args().show
    print(describe())
    detector = load()
    marked_stories(detector, show)
    neutral_edits(detector, show)


if __name__ == "__main__":
    main()
