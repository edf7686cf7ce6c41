"""Literal or figurative: what an entry says, the words around, and a reason an editor understands."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from conftest import SMALL, found

from detector.lexicon import load_lexicon
from detector.pipeline import Detector
from detector.sense import Context, Decision, SenseModel, decide, features, shipped_model
from detector.types import Candidate, Entry, Span
from detector.vectors import Vectors, likeness, shipped_vectors

WORDS = {"ship": 0, "lake": 1, "river": 2, "talks": 3}
VECTORS = Vectors(WORDS, np.array([[100, 0], [90, 10], [95, 5], [0, 100]], dtype=np.int8))
MODEL = SenseModel(
    {
        "bias": 2.0,
        "plain_words": -3.0,
        "figurative_words": 2.0,
        "plain_likeness": -1.5,
        "varied": -1.6,
    },
    literal_below=0.5,
    uncertain_below=0.7,
)


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return dict(load_lexicon([SMALL]).entries)


def decision(entry: Entry, before: str, after: str = ".") -> Decision:
    context = Context(before.split(), after.split())
    return decide(Candidate(entry=entry, span=Span(0, 1)), lambda: context, MODEL, VECTORS)


def test_plain_words_nearby_make_it_literal(entries: dict[str, Entry]):
    found = decision(entries["break-the-ice"], "the ship", "in the frozen lake .")
    assert found.sense == "literal"
    assert found.confidence < 0.5
    assert found.reasons == ("near 'ship', a word of its plain sense",)


def test_nothing_plain_leaves_it_figurative(entries: dict[str, Entry]):
    assert decision(entries["break-the-ice"], "her joke").sense == "figurative"


def test_a_word_that_has_to_do_with_its_plain_sense_leaves_it_in_doubt(entries: dict[str, Entry]):
    found = decision(entries["break-the-ice"], "by the river they")
    assert found.sense == "uncertain"
    assert found.reasons == ("may be meant plainly: near 'river', which goes with its plain sense",)


def test_a_phrase_out_of_its_fixed_form_is_in_doubt_and_says_so(entries: dict[str, Entry]):
    candidate = Candidate(entry=entries["break-the-ice"], span=Span(0, 1), varied=True)
    found = decide(candidate, lambda: Context(["her", "remark"], ["."]), MODEL, VECTORS)
    assert found.sense == "uncertain"
    assert found.reasons == ("may be meant plainly: written out of its fixed form",)


def test_an_entry_that_is_never_literal_asks_for_no_context(entries: dict[str, Entry]):
    def context() -> Context:
        pytest.fail("asked for words it does not need")

    found = decide(Candidate(entry=entries["smell-blood"], span=Span(0, 1)), context, MODEL, VECTORS)
    assert found == ("figurative", 0.97, ())


def test_features_are_numbers_and_zeros_are_left_out(entries: dict[str, Entry]):
    values = features(Candidate(entry=entries["break-the-ice"], span=Span(0, 1)), Context(["the", "ship"], ["of"]), VECTORS)
    assert values["plain_words"] == 1
    assert values["before_of"] == 1
    assert values["sometimes"] == 1
    assert all(values.values())
    assert all(isinstance(value, float) for value in values.values())


def test_the_shipped_model_is_sane():
    model = shipped_model()
    assert 0 < model.literal_below < model.uncertain_below < 1
    assert model.weights["plain_words"] < 0 < model.weights["figurative_words"]


def test_shipped_vectors_know_what_words_have_to_do_with_one_another():
    vectors = shipped_vectors()
    kitchen = vectors.mean(["oven", "saucepan"])
    assert likeness(kitchen, vectors.mean(["stove"])) > 0.5 > likeness(kitchen, vectors.mean(["parliament"]))
    assert vectors.mean(["qwxyz"]) is None
    assert likeness(kitchen, None) == 0


def test_a_term_in_a_text_about_its_own_field_is_plain(make_detector: Callable[..., Detector]):
    tables = """[dead-cat-bounce]
pattern = "dead cat bounce"
gloss = "brief false recovery"
field = "finance"

[sticky-wicket]
pattern = "sticky wicket"
gloss = "difficult situation"
image = "sport"
"""
    detector = make_detector(tables=tables)
    assert not found(detector, "It was a sticky wicket for the batsman, who left his crease after three overs.")
    assert found(detector, "It was a sticky wicket for the minister.")
    assert not found(detector, "Traders saw a dead cat bounce in the share, and the index fell.")
    assert found(detector, "The party's rise in the polls is a dead cat bounce.")


def test_a_loaded_word_may_be_meant_plainly_too(make_detector: Callable[..., Detector]):
    detector = make_detector(
        tables="""
[monetise]
pattern = "<monetise>"
category = "loaded"
gloss = "x"
literal = "sometimes"
literal_near = ["coin", "mint", "silver", "tender"]
"""
    )
    assert not detector.check("The mint monetised the silver coin.").findings
    assert detector.check("The firm monetised the grief of its readers.").findings
