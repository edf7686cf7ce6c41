"""The shipped lexicons keep their promises, and the samples read as an editor would expect."""

from __future__ import annotations

import pytest
from conftest import ROOT

from detector.inspection import markdown_tables
from detector.lexicon import load_lexicon, shipped_folder
from detector.pipeline import Detector
from detector.types import ENTRY_CATEGORIES, Category, Family, Severity
from detector.validation import check_lexicon


def test_every_entry_hits_its_hits_and_misses_its_misses():
    problems, entries = check_lexicon([shipped_folder()])
    assert [str(problem) for problem in problems] == []
    assert entries > 0


def test_every_category_has_entries():
    entries = load_lexicon([shipped_folder()]).entries.values()
    assert {entry.category for entry in entries} == set(ENTRY_CATEGORIES)


@pytest.mark.parametrize("name", ["broadcast-script.txt", "newspaper-report.txt"])
def test_the_colourful_samples_are_marked(shipped: Detector, name: str):
    report = shipped.check((ROOT / "samples" / name).read_text(encoding="utf-8"))
    assert len(report.findings) >= 15
    assert any(finding.quoted for finding in report.findings)


def test_the_wire_sample_is_quiet(shipped: Detector):
    report = shipped.check((ROOT / "samples" / "wire-story.txt").read_text(encoding="utf-8"))
    assert [finding.text for finding in report.findings if finding.severity > Severity.SUGGESTION] == []
    assert len(report.findings) <= 2
    assert report.tone.label == "neutral"


def test_the_guide_counts_what_is_there():
    guide = (ROOT / "docs" / "lexicon.md").read_text(encoding="utf-8")
    assert markdown_tables([shipped_folder()]) in guide


def test_the_lexicon_is_as_wide_as_promised():
    entries = load_lexicon([shipped_folder()]).entries.values()
    figurative = [e for e in entries if e.category.family is Family.FIGURATIVE and e.category is not Category.MALFORMED]
    assert len(figurative) >= 7000
    assert sum(e.category is Category.MALFORMED for e in entries) >= 300
    assert sum(e.category.family is not Family.FIGURATIVE for e in entries) >= 4000
