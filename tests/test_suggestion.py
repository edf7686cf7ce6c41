"""What is offered stands in the sentence: number, tense, article, owner, and nothing where it cannot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detector.grammar import article_before
from detector.inflection import british, inflections
from detector.pipeline import Detector

MakeDetector = Callable[..., Detector]


def offered(make_detector: MakeDetector, pattern: str, instead: str, text: str) -> tuple[str, ...]:
    """What an entry of this pattern offers for the one mark in the text."""
    detector = make_detector(tables=f'[entry]\npattern = "{pattern}"\ngloss = "x"\ninstead = ["{instead}"]\n')
    (finding,) = detector.check(text).findings
    return finding.suggestions


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("The owners have deep pockets.", "are rich"),
        ("She has deep pockets.", "is rich"),
        ("I have deep pockets.", "am rich"),
        ("The owners had deep pockets.", "were rich"),
        ("The bank had deep pockets.", "was rich"),
        ("They really had deep pockets.", "were rich"),
        ("It will have deep pockets.", "be rich"),
        ("Having deep pockets helps.", "Being rich"),
    ],
)
def test_be_agrees_with_its_subject(make_detector: MakeDetector, text: str, suggestion: str):
    assert offered(make_detector, "<have> deep pockets", "<be> rich", text) == (suggestion,)


def test_be_is_not_offered_after_did(make_detector: MakeDetector):
    assert offered(make_detector, "<have> deep pockets", "<be> rich", "They did not have deep pockets.") == ()


def test_be_found_is_be_offered(make_detector: MakeDetector):
    assert offered(make_detector, "<be> over the moon", "<be> delighted", "They were over the moon.") == ("were delighted",)


@pytest.mark.parametrize(
    ("pattern", "instead", "text", "suggestion"),
    [
        ("tough <guy>", "tough <man>", "Tough guys won.", "Tough men"),
        ("old (hag|hags)", "older <woman>", "The old hag spoke.", "older woman"),
        ("learning (curve|curves)", "<process> of learning", "A learning curve.", "process of learning"),
        ("media (troll|trolls)", "<commenter>", "A media troll.", "commenter"),
        ("shady <character>", "dubious <person>", "Shady characters came.", "Dubious people"),
        ("Roman <papist>", "Roman <Catholic>", "A Roman papist spoke.", "Roman Catholic"),
        ("the rot <set> in", "the decline <start>", "Then the rot set in.", "the decline started"),
    ],
)
def test_a_noun_takes_the_number_found(make_detector: MakeDetector, pattern: str, instead: str, text: str, suggestion: str):
    assert offered(make_detector, pattern, instead, text) == (suggestion,)


def test_an_owner_keeps_its_article(make_detector: MakeDetector):
    text = "They tested the new minister's mettle."
    assert offered(make_detector, "<test> one's mettle", "<try> one's courage", text) == ("tried the new minister's courage",)


def test_a_capital_of_the_phrase_itself_asks_for_none_in_the_offer(make_detector: MakeDetector):
    assert offered(make_detector, "{of} Mother Nature", "the weather", "The wrath of Mother Nature.") == ("the weather",)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("<take> off the gloves", "The gloves were taken off."), ("(<hit>|<touch>) a nerve", "A nerve was touched.")],
)
def test_nothing_is_offered_for_the_object_first(make_detector: MakeDetector, pattern: str, text: str):
    assert offered(make_detector, pattern, "<fight> hard", text) == ()


@pytest.mark.parametrize(
    ("text", "suggestions"), [("An embattled man.", ("unpopular",)), ("A embattled man.", ("troubled",)), ("Embattled.", None)]
)
def test_what_is_offered_fits_the_article_before_it(make_detector: MakeDetector, text: str, suggestions: tuple[str, ...] | None):
    detector = make_detector(tables='[entry]\npattern = "embattled"\ngloss = "x"\ninstead = ["troubled", "unpopular"]\n')
    assert detector.check(text).findings[0].suggestions == (suggestions or ("Troubled", "Unpopular"))


def test_the_other_article_is_named_where_nothing_fits(make_detector: MakeDetector):
    detector = make_detector(tables='[entry]\npattern = "embattled"\ngloss = "x"\ninstead = ["troubled"]\n')
    (finding,) = detector.check("An embattled man.").findings
    assert (finding.suggestions, finding.reasons) == (("troubled",), ("write 'a' before what is offered",))
    assert detector.check("The embattled man.").findings[0].reasons == ()


@pytest.mark.parametrize(
    ("words", "article"),
    [
        ("hour", "an"), ("honest man", "an"), ("European", "a"), ("one-off", "a"), ("onerous", "an"), ("unique", "a"),
        ("uninformed", "an"), ("unimportant", "an"), ("usual", "a"), ("usher", "an"), ("urgent", "an"), ("house", "a"),
        ("18th", "an"), ("80", "an"), ("utter", "an"),
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(words: str, article: str):
    assert article_before(words) == article


def test_forms_that_are_offered_are_british():
    assert [british(word) for word in ("traveled", "signaling", "healed", "felt")] == [
        "travelled",
        "signalling",
        "healed",
        "felt",
    ]
    assert inflections("get")["VBN"][0] == "got"
    assert inflections("person")["NNS"][0] == "people"
