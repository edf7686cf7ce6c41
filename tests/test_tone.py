"""Tone adds up from its findings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.pipeline import Detector
from detector.tone import label

PIECES = [
    "The callous regime fell.",
    "It went down the tubes.",
    "Rain fell on Monday.",
    '"A callous regime," he said.',
    "A callous, callous act.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_contributions_sum_to_the_score(small: Detector, pieces: list[str]):
    tone = small.check(" ".join(pieces)).tone
    assert sum(c.loadedness for c in tone.contributions) == pytest.approx(tone.loadedness)
    assert sum(c.valence for c in tone.contributions) == pytest.approx(tone.valence)
    assert 0 <= tone.loadedness <= 100
    assert -1 <= tone.valence <= 1


def test_plain_copy_is_neutral(small: Detector):
    tone = small.check("Rain fell on Monday.").tone
    assert (tone.loadedness, tone.valence, tone.label) == (0, 0, "neutral")
    assert len(tone.sentences) == 1


def test_more_loaded_words_read_more_loaded(small: Detector):
    scores = [small.check(text).tone.loadedness for text in ("It fell.", "The callous men fell.", "The callous regime fell.")]
    assert scores == sorted(set(scores))


def test_quoted_words_do_not_count(small: Detector):
    assert small.check('"The callous regime must go," he said.').tone.loadedness == 0


@pytest.mark.parametrize(("score", "name"), [(0, "neutral"), (100, "inflammatory")])
def test_labels_cover_the_range(score: float, name: str):
    assert label(score) == name
