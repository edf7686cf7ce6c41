"""Tone adds up from its findings and its context, and holds nothing against anybody for who is spoken of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.pipeline import Detector
from detector.tone import label
from detector.tone_model import shipped_tone_model
from detector.types import ENTRY_CATEGORIES, Category

COLOURED = max((signal.value, word) for word, signal in shipped_tone_model().signals.items() if signal.feature == "colour")[1]
"""A word of the strongest colour: which word that is changes with the lexicon."""

PIECES = [
    "The callous regime fell.",
    "It went down the tubes.",
    "Rain fell on Monday.",
    '"A callous regime," he said.',
    "A callous, callous act!",
    "They were never callous, the minister said in 2024.",
    "Why would WE even ask?\n\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_contributions_sum_to_the_score(small: Detector, pieces: list[str]):
    tone = small.check(" ".join(pieces)).tone
    assert sum(c.loadedness for c in tone.contributions) == pytest.approx(tone.loadedness)
    assert sum(c.valence for c in tone.contributions) == pytest.approx(tone.valence)
    assert 0 <= tone.loadedness <= 100
    assert -1 <= tone.valence <= 1
    for passage in (*tone.sentences, *tone.paragraphs):
        assert 0 <= passage.loadedness <= 100
        assert 0 <= passage.sensationalism <= 100
        assert -1 <= passage.hedging <= 1


def test_plain_copy_is_neutral_and_nothing_has_no_tone(small: Detector):
    tone = small.check("Rain fell on Monday.").tone
    assert (tone.valence, tone.label) == (0, "neutral")
    assert [c.feature for c in tone.contributions] == ["base"]
    assert small.check("").tone.loadedness == 0


def test_more_loaded_words_read_more_loaded(small: Detector):
    scores = [small.check(text).tone.loadedness for text in ("It fell.", "The callous men fell.", "The callous regime fell.")]
    assert scores == sorted(set(scores))


def test_quoted_words_count_for_the_sources_alone(small: Detector):
    tone = small.check('"The callous regime must go," he said.').tone
    assert tone.loadedness == small.check('"The fine people must go," he said.').tone.loadedness
    assert tone.sources is not None
    assert tone.sources.loadedness > 2 * tone.loadedness
    assert small.check("The callous regime must go.").tone.sources is None


@pytest.mark.parametrize(
    ("more", "less", "feature"),
    [
        ("So very callous men came.", "The tall callous men came.", "intensified"),
        ("The callous men came!", "The callous men came.", "exclamation"),
        ("Were the callous men here?", "The callous men were here.", "question"),
        ("The callous men CAME.", "The callous men came.", "capitals"),
        ("Callous men came\n\nIt rained.", "Callous men came.\n\nIt rained.", "headline"),
        (f"The callous men were {COLOURED}.", "The callous men were nearby.", "colour"),
    ],
)
def test_context_heightens(small: Detector, more: str, less: str, feature: str):
    high, low = small.check(more).tone, small.check(less).tone
    assert high.loadedness > low.loadedness
    assert feature in {c.feature for c in high.contributions} - {c.feature for c in low.contributions}


def test_attribution_and_figures_take_away(small: Detector):
    assert (
        small.check("The callous men came, officials said.").tone.loadedness
        < small.check("The callous men came.").tone.loadedness
    )
    assert small.check("The 12 callous men came.").tone.loadedness < small.check("The callous men came.").tone.loadedness


def test_a_negation_turns_the_valence(small: Detector):
    assert small.check("They were callous.").tone.valence < 0 < small.check("They were not callous.").tone.valence


@pytest.mark.parametrize("sentence", ["The {} were called callous.", "Callous {} marched, and the regime watched the {}."])
def test_the_group_named_leaves_the_score_unchanged(small: Detector, sentence: str):
    groups = (
        "Muslims", "Christians", "Jews", "Democrats", "Republicans", "women", "men", "immigrants", "black people", "white people",
        "liberals", "conservatives", "socialists", "gays", "Russians", "Americans", "the elderly", "nurses",
    )  # fmt: skip
    scores = {group: small.check(sentence.replace("{}", group)).tone.loadedness for group in groups}
    assert max(scores.values()) == pytest.approx(min(scores.values())), scores


def test_hedging_is_weighed_against_assertion(small: Detector):
    assert small.check("It may perhaps rain.").tone.hedging == 1
    assert small.check("It must certainly rain.").tone.hedging == -1
    assert small.check("It rains.").tone.hedging == 0


def test_paragraphs_and_figurative_density(small: Detector):
    tone = small.check("It went down the tubes. It rained.\n\nA callous act.").tone
    assert len(tone.paragraphs) == 2
    assert tone.paragraphs[0].figurative_density == pytest.approx(100 / 7)
    assert tone.paragraphs[1].figurative_density == 0


def test_a_piece_marked_as_opinion_is_labelled_a_step_milder(small: Detector):
    news, opinion = small.check("A callous regime.").tone, small.check("OPINION\n\nA callous regime.").tone
    assert (news.opinion, opinion.opinion) == (False, True)
    assert label(60) == "loaded"
    assert label(60, opinion=True) == "coloured"
    assert label(0, opinion=True) == "neutral"


def test_masked_text_has_no_tone(small: Detector):
    plain = small.check("Rain fell on Monday.").tone
    masked = small.check("Rain fell on Monday. {SOT CALLOUS, " + COLOURED + ", REGIME!}").tone
    assert [c.feature for c in masked.contributions] == [c.feature for c in plain.contributions]


@pytest.mark.parametrize(("score", "name"), [(0, "neutral"), (100, "inflammatory")])
def test_labels_cover_the_range(score: float, name: str):
    assert label(score) == name


def test_the_shipped_weights_are_sane():
    model = shipped_tone_model()
    assert set(model.findings) == set(ENTRY_CATEGORIES)
    assert all(weight >= 0 for weight in model.findings.values())
    assert model.base < 0
    assert model.findings[Category.LOADED] > model.findings[Category.REDUNDANCY]
    assert model.context["attribution"] < 0 < model.context["colour"]
