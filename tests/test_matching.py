"""Finding: inflection, slots, adverbs, typography, and exact offsets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import found

from detector.pipeline import Detector
from detector.tokens import fold
from detector.types import Span


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The deal went down the tubes.", "went down the tubes"),
        ("It is going straight down the drain.", "going straight down the drain"),
        ("It went quickly down the drain.", "went quickly down the drain"),
        ("The deal WENT DOWN THE TUBES.", "WENT DOWN THE TUBES"),
        ("The deal went down\nthe tubes.", "went down\nthe tubes"),
        ("The deal went\u00a0down  the tubes.", "went\u00a0down  the tubes"),
        ("a went-down-the-tubes kind of deal", "went-down-the-tubes"),
        ("It gets the old army\u2019s goat, he said.", "gets the old army\u2019s goat"),
        ("It got the readers' goat.", "got the readers' goat"),
        ("It got whose goat?", "got whose goat"),
        ("Don\u2019t hold your breath.", "Don\u2019t hold your breath"),
        ("do not hold her breath", "do not hold her breath"),
        ("The beans had been spilled.", "The beans had been spilled"),
        ("The beans were finally spilt.", "The beans were finally spilt"),
        ("He threw Maria Lopez under the bus.", "threw Maria Lopez under the bus"),
        ("They smelt blood.", "smelt blood"),
    ],
)
def test_phrases_are_found_with_exact_offsets(small: Detector, text: str, phrase: str):
    finding = small.check(text).findings[0]
    assert finding.text == phrase
    assert text[finding.start : finding.end] == phrase


@pytest.mark.parametrize(
    "text",
    [
        "It went down. The tubes were blue.",
        "It went down, the tubes were blue.",
        "It went down\n\nthe tubes.",
        "He threw himself to the floor and then under the bus.",
        "He smells a bloody rag.",
        "They went down the tubeless road.",
    ],
)
def test_words_apart_are_no_phrase(small: Detector, text: str):
    assert small.check(text).findings == ()


def test_a_rigid_entry_takes_no_adverb(make_detector: Callable[..., Detector]):
    loose = make_detector("<go> ape")
    assert found(loose, "She went completely ape.")
    rigid = make_detector(tables='[go-ape]\npattern = "<go> ape"\ngloss = "rage"\nrigid = true\n')
    assert not found(rigid, "She went completely ape.")
    assert found(rigid, "She went ape.")


def test_an_exception_silences_only_where_it_overlaps(small: Detector):
    assert found(small, "A tax regime is not the regime.") == [("regime", "regime")]
    assert small.check("A tax regime is not the regime.").findings[0].start == 24


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("It went down the tubes.", ("failed", "came to nothing")),
        ("It has gone down the tubes.", ("failed", "come to nothing")),
        ("It is going down the tubes.", ("failing", "coming to nothing")),
        ("It goes down the tubes.", ("fails", "comes to nothing")),
        ("He threw his aide under the bus.", ("sacrificed his aide",)),
        ("Regimes fall.", ("Governments",)),
        ("REGIMES FALL.", ("GOVERNMENTS",)),
    ],
)
def test_suggestions_fit_the_sentence(small: Detector, text: str, suggestions: tuple[str, ...]):
    assert small.check(text).findings[0].suggestions == suggestions


def test_a_suggestion_can_keep_the_noun(make_detector: Callable[..., Detector]):
    detector = make_detector(tables='[dire-warning]\npattern = "dire <warning>"\ngloss = "x"\ninstead = ["serious …", "…"]\n')
    assert detector.check("It gave Dire warnings.").findings[0].suggestions == ("Serious warnings", "Warnings")


@pytest.mark.parametrize(
    ("text", "phrase", "suggestions"),
    [
        ("A toxic legacy of debt.", "toxic", ("harmful",)),
        ("The self-styled expert spoke.", "expert", ("adviser",)),
        ("They crushed the last dissent.", "crushed", ("suppressed",)),
        ("They crushed her hopes.", "crushed", ("suppressed",)),
    ],
)
def test_words_in_braces_must_stand_there_and_are_not_marked(
    make_detector: Callable[..., Detector], text: str, phrase: str, suggestions: tuple[str, ...]
):
    detector = make_detector(
        tables="""
[crush]
pattern = "<crush> {[the] [last] dissent|one's hopes}"
gloss = "x"
instead = ["<suppress>"]
[expert]
pattern = "{so called|self styled} <expert>"
gloss = "x"
instead = ["<adviser>"]
[toxic]
pattern = "toxic {legacy|culture}"
gloss = "x"
instead = ["harmful"]
exceptions = ["toxic culture of"]
"""
    )
    (finding,) = detector.check(text).findings
    assert (text[finding.start : finding.end], finding.suggestions) == (phrase, suggestions)
    assert not detector.check("Toxic waste, crushed stone, an expert; a toxic culture of bacteria.").findings


def test_a_suggestion_follows_forms_that_are_written_out(make_detector: Callable[..., Detector]):
    detector = make_detector(
        tables="""
[arm-twist]
pattern = "arm (twisted|twists)"
gloss = "x"
instead = ["<press>"]
[groan]
pattern = "(groan|groaned) {that}"
gloss = "x"
instead = ["<say>"]
[profiteered]
pattern = "profiteered"
gloss = "x"
instead = ["<profit>"]
"""
    )
    found = detector.check("He arm-twists, she arm-twisted; they groaned that firms profiteered.").findings
    assert [finding.suggestions for finding in found] == [("presses",), ("pressed",), ("said",), ("profited",)]


def test_a_long_text_is_matched_to_its_end(small: Detector):
    text = "Nothing to see here. " * 5000 + "The deal went down the tubes."
    assert found(small, text) == [("go-down-the-tubes", "went down the tubes")]


def test_a_suggestion_takes_the_number_of_a_noun_given_in_both(make_detector: Callable[..., Detector]):
    detector = make_detector(tables='[cheap-trick]\npattern = "cheap (trick|tricks)"\ngloss = "x"\ninstead = ["<deception>"]\n')
    found = detector.check("A cheap trick, then more cheap tricks.").findings
    assert [finding.suggestions for finding in found] == [("deception",), ("deceptions",)]


def test_an_entry_with_a_plain_sense_is_found_out_of_its_fixed_form_and_marked_so(small: Detector):
    def varied(text: str) -> list[bool]:
        return [candidate.varied for candidate in small.matches(text, fold(text), Span(0, len(text)))]

    assert varied("A joke broke the ice.") == [False]
    assert varied("A joke broke this social ice.") == [True]
    assert varied("The ice was broken by a joke.") == [True]


def test_modifiers_stand_after_a_possessive_and_a_preposition(make_detector: Callable[..., Detector]):
    assert found(make_detector("<save> one's skin"), "He saved his own worthless skin.")
    assert found(make_detector("<add> insult to injury"), "It added insult to serious injury.")


def test_a_slot_takes_the_whole_noun_phrase(make_detector: Callable[..., Detector]):
    tables = """[nip]
pattern = "<nip> something in the bud"
gloss = "stop"
instead = ["<stop> something"]
hits = ["It nipped the row in the bud."]
"""
    detector = make_detector(tables=tables)
    assert detector.check("They nipped these growing problems in the bud.").findings[0].suggestions == (
        "stopped these growing problems",
    )


def test_a_verb_with_one_form_for_two_tenses_is_told_by_what_stands_before(make_detector: Callable[..., Detector]):
    detector = make_detector(tables='[put-paid-to]\npattern = "<put> paid to"\ngloss = "end"\ninstead = ["<end>"]\n')
    offered = [detector.check(text).findings[0].suggestions for text in ("It will put paid to it.", "It put paid to it.")]
    assert offered == [("end",), ("ended",)]


def test_nothing_is_cut_from_behind_a_word_of_degree(make_detector: Callable[..., Detector]):
    detector = make_detector(
        tables='[callous]\npattern = "callous"\ncategory = "loaded"\ngloss = "x"\ninstead = ["(cut)", "cold"]\n'
    )
    assert detector.check("A callous man.").findings[0].suggestions == ("(cut)", "cold")
    assert detector.check("The most callous man.").findings[0].suggestions == ("cold",)


def test_a_progressive_gives_way_to_the_adjective(make_detector: Callable[..., Detector]):
    detector = make_detector(tables='[hum-with]\npattern = "<hum> with"\ngloss = "x"\ninstead = ["<be> full of"]\n')
    found = detector.check("It was humming with talk, it hums with talk, a hall humming with talk.").findings
    assert [finding.suggestions for finding in found] == [("full of",), ("is full of",), ("being full of",)]


def test_a_phrase_that_begins_with_no_verb_is_found_in_the_plural_and_the_past(make_detector: Callable[..., Detector]):
    detector = make_detector(
        tables="""
[by-night]
pattern = "by night"
gloss = "x"
[no-two-ways]
pattern = "there are no two ways"
gloss = "x"
[red-letter-day]
pattern = "red letter day"
gloss = "x"
[sour-note]
pattern = "sour note"
gloss = "x"
rigid = true
"""
    )
    text = "Red-letter days, but sour notes, by nights: there were no two ways."
    assert found(detector, text) == [("red-letter-day", "Red-letter days"), ("no-two-ways", "there were no two ways")]


@pytest.mark.parametrize(
    ("pattern", "text", "phrase"),
    [
        ("<drop> a hint", "She dropped heavy hints all day.", "dropped heavy hints"),
        ("<pull> a rabbit out of a hat", "Pulling rabbits out of hats is easy.", "Pulling rabbits out of hats"),
        ("<miss> the boat", "They missed that boat.", "missed that boat"),
        ("<keep> a lid on", "He kept a lid firmly on it.", "kept a lid firmly on"),
        ("(<hit>|<touch>) a nerve", "It touched these raw nerves.", "touched these raw nerves"),
        ("<do> one's head in", "It did our heads in.", "did our heads in"),
        ("plot <thicken>", "The plot has only thickened.", "plot has only thickened"),
        ("plot <thicken>", "The plot hasn't thickened.", "plot hasn't thickened"),
        ("skeleton in the cupboard", "There are skeletons in the cupboard.", "skeletons in the cupboard"),
        ("carrot and stick", "It took carrots and sticks.", "carrots and sticks"),
        ("<put> words into one's mouth", "Do not put words into Mrs. Hall's mouth.", "put words into Mrs. Hall's mouth"),
    ],
)
def test_a_phrase_is_found_as_writers_vary_it(make_detector: Callable[..., Detector], pattern: str, text: str, phrase: str):
    assert [words for _, words in found(make_detector(pattern), text)] == [phrase]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("ups and downs", "It went up and down."),
        ("<get> a life", "You get one life."),
        ("<make> a difference", "It makes difference."),
        ("on the ball", "on the balls"),
    ],
)
def test_a_phrase_is_not_varied_beyond_itself(make_detector: Callable[..., Detector], pattern: str, text: str):
    assert found(make_detector(pattern), text) == []


def test_a_capital_of_its_own_is_not_handed_on(make_detector: Callable[..., Detector]):
    detector = make_detector(tables='[god-given]\npattern = "God given"\ngloss = "x"\ninstead = ["natural"]\n')
    assert detector.check("It is a God-given talent.").findings[0].suggestions == ("natural",)
    assert detector.check("God-given talent wins.").findings[0].suggestions == ("Natural",)


def test_a_suggestion_takes_the_reflexive_found(make_detector: Callable[..., Detector]):
    tables = '[shoot]\npattern = "<shoot> oneself in the foot"\ngloss = "x"\ninstead = ["<harm> oneself"]\n'
    detector = make_detector(tables=tables)
    assert detector.check("The council has shot itself in the foot.").findings[0].suggestions == ("harmed itself",)
