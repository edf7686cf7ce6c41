"""Whose words: marks of every kind, apostrophes that are none, speakers."""

from __future__ import annotations

import json
import sys

import pytest
from conftest import ROOT
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


def test_the_labelled_passages_are_told_as_well_as_the_guide_says():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from quotation import LABELLED, Counts, count

    total = Counts()
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        total = total.plus(count(json.loads(line)))
    precision, recall, speakers = total.scores()
    assert total.labelled == 158
    assert precision >= 0.96
    assert recall >= 0.95
    assert speakers >= 0.90


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        ("— They smelled blood, said Price.\n— Never.", "They smelled blood,", "Price"),
        ("— They smelled blood, she said.", "They smelled blood,", "she"),
        ('"They smelled blood" — Ned Price, minister', "They smelled blood", "Ned Price"),
        ('"They smelled blood," said fire chief Dale Hall.', "They smelled blood,", "fire chief Dale Hall"),
        ('According to coach Ana Ruiz, they "smelled the blood of rivals".', "smelled the blood of rivals", "coach Ana Ruiz"),
    ],
)
def test_dialogue_credits_and_titles(text: str, quoted: str, speaker: str):
    found = next(iter(find_quotations(text)))
    assert (text[found.start : found.end], found.speaker) == (quoted, speaker)


def test_a_dash_alone_opens_no_speech():
    assert list(find_quotations("— A list item of one line")) == []
