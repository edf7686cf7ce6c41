"""Which marks stand: masks, names, quotations, overlaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import found

from detector.pipeline import Detector
from detector.types import Severity


@pytest.mark.parametrize(
    "text",
    [
        "See https://news.example/full-steam-ahead/regime for more.",
        "Write to regime@news.example today.",
        "{FULL STEAM AHEAD}",
        "[FULL STEAM AHEAD]",
        "The call is `callous regime` in the code.",
        "```\ncallous regime\n```\n",
        "---\ntitle: callous regime\n---\nText.",
        "Follow @regime and #callous.",
    ],
)
def test_masked_text_is_left_alone(small: Detector, text: str):
    assert found(small, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The film club shows Full Steam Ahead tonight.",
        "She sang in Game of Chicken for years.",
        "A band named the Callous Regime played.",
    ],
)
def test_names_are_left_alone(small: Detector, text: str):
    assert found(small, text) == []


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Ministers Play Game of Chicken With Budget", "game-of-chicken"),
        ("MINISTERS PLAY GAME OF CHICKEN", "game-of-chicken"),
        ("Full steam ahead, said the paper.", "full-steam-ahead"),
        ("Regime fell.", "regime"),
        ("It was his Achilles heel.", "achilles-heel"),
    ],
)
def test_headlines_and_sentence_starts_are_no_names(small: Detector, text: str, id: str):
    assert id in [entry_id for entry_id, _ in found(small, text)]


def test_quoted_findings_keep_their_mark_and_lose_their_force(small: Detector):
    report = small.check('The regime fell. "This regime must go," said Ned Price.')
    own, quoted = report.findings
    assert (own.severity, own.quoted, own.speaker) == (Severity.ERROR, False, None)
    assert (quoted.severity, quoted.quoted, quoted.speaker) == (Severity.SUGGESTION, True, "Ned Price")
    assert [c.fingerprint for c in report.tone.contributions if c.fingerprint] == [own.fingerprint]


def test_the_longest_wins_and_the_order_is_by_position(make_detector: Callable[..., Detector]):
    detector = make_detector("hard place", "a rock and a hard place", "rock and", "place to be")
    assert found(detector, "It is a rock and a hard place to be.") == [("a-rock-and-a-hard-place", "a rock and a hard place")]
    assert [text for _, text in found(detector, "A rock and more; a hard place.")] == ["rock and", "hard place"]


def test_a_grave_loaded_word_shows_inside_a_milder_phrase(make_detector: Callable[..., Detector]):
    tables = (
        '[callous-game]\npattern = "a callous game"\ngloss = "x"\n\n'
        '[callous-word]\npattern = "callous"\ngloss = "x"\ncategory = "loaded"\nseverity = "warning"\n'
    )
    assert [id for id, _ in found(make_detector(tables=tables), "It is a callous game.")] == ["callous-game", "callous-word"]


def test_fingerprints_follow_the_phrase_not_the_place(small: Detector):
    first = small.check("The regime fell here.").findings[0]
    moved = small.check("A new first line.\n\nThe regime fell here.").findings[0]
    assert first.fingerprint == moved.fingerprint
    twice = small.check("The regime fell here.\nThe regime fell here.").findings
    assert twice[0].fingerprint != twice[1].fingerprint


def test_a_plain_sense_is_left_alone(small: Detector):
    assert found(small, "The ship broke the ice in the frozen lake.") == []
    assert found(small, "Her joke broke the ice.") == [("break-the-ice", "broke the ice")]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("He watched *Full steam ahead* on television.", False),
        ("The film 'Full steam ahead' opened on Monday.", False),
        ('"Full steam ahead", her second novel, is out.', False),
        ("It was 'full steam ahead' for the film.", True),
        ("'Full steam ahead' is what he told the crew.", True),
        ("It is *full steam ahead* for the talks.", True),
        ("Full Steam Ahead won the Gold Cup at Ascot.", False),
        ("Full Steam Ahead for New Ferry Plan\n\nIt rained.", True),
        ("Where does the saying “full steam ahead” come from?", False),
        ("She bans clichés: 'it is full steam ahead' above all.", False),
        ("He greeted the saying: full steam ahead with the reforms.", True),
        ("An old phrase came up, and “full steam ahead” he cried.", True),
    ],
)
def test_titles_beside_a_work_and_phrases_spoken_of_are_left_alone(small: Detector, text: str, marked: bool):
    assert bool(small.check(text).findings) is marked


def test_a_phrase_with_a_capital_of_its_own_is_spoken_of_too(make_detector: Callable[..., Detector]):
    detector = make_detector("Achilles heel")
    assert found(detector, "The idiom 'Achilles heel' is Greek.") == []
    assert found(detector, "The budget is its Achilles heel.") == [("achilles-heel", "Achilles heel")]
