"""The public API, as the README shows it."""

from __future__ import annotations

import pytest
from conftest import SMALL

import detector
from detector.pipeline import Detector


def test_load_check_and_pipe():
    det = detector.load(config={"lexicons": [str(SMALL)], "shipped": False})
    texts = ["The regime fell.", "", "They smelled blood."]
    reports = det.pipe(iter(texts))
    assert [[finding.text for finding in report.findings] for report in reports] == [["regime"], [], ["smelled blood"]]


def test_pipe_is_lazy(small: Detector):
    def texts():
        yield "The regime fell."
        pytest.fail("asked for more than was wanted")

    assert next(small.pipe(texts())).findings


def test_a_finding_explains_itself(small: Detector):
    finding = small.check("A callous regime fell.").findings[1]
    assert finding.text == "regime"
    assert finding.message == "contested label: government, seen with disapproval"
    assert finding.note == "Denies a government its standing."
    assert finding.suggestions == ("government",)
    assert finding.severity is detector.Severity.ERROR
    assert finding.category is detector.Category.LABEL
    assert 0 <= finding.confidence <= 1


def test_unknown_settings_are_refused():
    with pytest.raises(detector.DetectorError, match="unknown setting 'lexicon'"):
        detector.load({"lexicon": []})


def test_unknown_names_are_no_attributes():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = detector.nothing
