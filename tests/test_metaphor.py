"""Figures of speech that get in one another's way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detector.pipeline import Detector

TABLES = """
[jump-ship]
pattern = "<jump> ship"
gloss = "leave"
image = "sea"

[knock-out]
pattern = "knockout blow"
gloss = "what ends it"
image = "boxing"

[plain-sailing]
pattern = "plain sailing"
gloss = "easy"
image = "sea"

[point-of-view]
pattern = "elbow grease"
gloss = "work"
image = "body"
"""


@pytest.fixture
def detector(make_detector: Callable[..., Detector]) -> Detector:
    return make_detector(tables=TABLES)


def told(detector: Detector, text: str) -> list[tuple[str, str]]:
    return [(f.entry_id, f.text) for f in detector.check(text).findings if f.category.value == "metaphor"]


def test_two_pictures_that_clash_are_one_finding_at_the_second(detector: Detector):
    assert told(detector, "He jumped ship after the knockout blow.") == [("mixed-metaphor", "knockout blow")]
    found = next(f for f in detector.check("He jumped ship after the knockout blow.").findings if f.category.value == "metaphor")
    assert found.message == "mixed metaphor: 'jumped ship' (sea) meets 'knockout blow' (boxing)"


@pytest.mark.parametrize(
    "text",
    [
        "He jumped ship. It was a knockout blow.",
        "He jumped ship and it was plain sailing.",
        "He jumped ship with elbow grease.",
        'He jumped ship; "a knockout blow," she said.',
        "It was a knockout blow.",
    ],
)
def test_apart_alike_faint_or_of_two_voices_they_do_not_clash(detector: Detector, text: str):
    assert told(detector, text) == []


def test_more_than_the_settings_allow_in_a_paragraph_is_a_pile(detector: Detector):
    pile = "They jumped ship. " * 5
    assert told(detector, pile) == [("metaphor-pile-up", "jumped ship")]
    assert told(detector, "They jumped ship. " * 4) == []
    assert told(detector, "They jumped ship. " * 3 + "\n\n" + "They jumped ship. " * 3) == []
    assert told(detector, ("They jumped ship. " + "It rained on and on. " * 8) * 5) == []


def test_they_add_nothing_to_the_tone(detector: Detector):
    report = detector.check("He jumped ship after the knockout blow.")
    assert len(report.findings) == 3
    assert report.tone.figurative_density == pytest.approx(100 * 2 / 7)
    assert "metaphor" not in {contribution.feature for contribution in report.tone.contributions}
