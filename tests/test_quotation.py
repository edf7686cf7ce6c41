"""Whose words: marks of every kind, apostrophes that are none, speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.pipeline import Detector
from detector.quotation import find_quotations


def quoted(text: str, words: str) -> bool:
    start = text.index(words)
    return find_quotations(text).covering(start, start + len(words)) is not None


def speaker(text: str, words: str) -> str | None:
    start = text.index(words)
    quotation = find_quotations(text).covering(start, start + len(words))
    assert quotation is not None
    return quotation.speaker


@pytest.mark.parametrize(
    "text",
    [
        'He said: "We smelled blood there."',
        "He said: “We smelled blood there.”",
        "'We smelled blood there,' he said.",
        "‘We smelled blood there,’ he said.",
        "« Nous: we smelled blood there », he said.",
        "„We smelled blood there“, he said.",
        '"First we came.\n\n"Then we smelled blood there," he said.',
        '"First we smelled blood there.\n\n"Then we left," he said.',
        "> We smelled blood there.",
        'Maria Lopez, coast guard commander: "We smelled blood there."',
        "MARIA LOPEZ: We smelled blood there.",
        "'The readers' club smelled blood there,' he said.",
        "He told us: “She said ‘we smelled blood there’ to him.”",
    ],
)
def test_quoted_words_are_known(text: str):
    assert quoted(text, "smelled blood there")


@pytest.mark.parametrize(
    "text",
    [
        "The '90s smelled blood there, and the '80s' fans too.",
        "The readers' club smelled blood there at the dogs' home.",
        'The 12" pipe smelled blood there.',
        "A 6'2\" man smelled blood there, and a 5'11\" one.",
        'He said "yes and the rest smelled blood there.',
        'He said "yes" and smelled blood there, then "no" again.',
        "Rock 'n' roll smelled blood there.",
        "Note: we smelled blood there.",
        '"Unclosed here.\n\nThen they smelled blood there, "he wrote.',
    ],
)
def test_the_writers_own_words_stay_her_own(text: str):
    assert not quoted(text, "smelled blood there")


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"We will go on," said Ned Price, a spokesman.', "go on", "Ned Price"),
        ('"We will go on," Price said.', "go on", "Price"),
        ('Price said: "We will go on."', "go on", "Price"),
        ('"We will go on," she said. "Nothing will stop us now."', "stop us", "she"),
        ('The mayor called it a "witch hunt".', "witch hunt", "The mayor"),
        ('According to the ministry, it was "a total failure of nerve".', "failure", "the ministry"),
        ('A move the U.S. spokesman described as "of grave concern."', "grave", "the U.S. spokesman"),
        ('Maria Lopez, coast guard commander: "We saw the boat."', "boat", "Maria Lopez, coast guard commander"),
        ('"First we came.\n\n"Then we left the place," Smith added.', "came", "Smith"),
    ],
)
def test_speakers_are_told(text: str, words: str, who: str):
    assert speaker(text, words) == who


def test_scare_quotes_are_the_writers_own(small: Detector):
    finding = small.check('The so-called "regime" fell.').findings[0]
    assert not finding.quoted
    finding = small.check('The senator called it a "regime".').findings[0]
    assert finding.quoted
    assert finding.speaker == "The senator"


@given(st.text(alphabet="ab '\"“”‘’\n.,:>«»", max_size=80))
def test_no_text_upsets_it(text: str):
    for quotation in find_quotations(text):
        assert 0 <= quotation.start <= quotation.end <= len(text)
