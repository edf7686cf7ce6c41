"""Literal or figurative: what an entry says, the words around, and a reason an editor understands."""

from __future__ import annotations

import pytest
from conftest import SMALL

from detector.compiled import WordFields
from detector.lexicon import load_lexicon
from detector.sense import Context, Decision, SenseModel, decide, features, shipped_model
from detector.types import Candidate, Entry, Span

FIELDS = WordFields(frozenset({"ship", "lake", "bucket"}), frozenset({"talks"}), {"water": frozenset({"river"})})
MODEL = SenseModel(
    {
        "bias": 2.0,
        "plain_words": -3.0,
        "figurative_words": 2.0,
        "image_words": -1.5,
        "concrete_share": -4.0,
        "abstract_words": 1.0,
    },
    literal_below=0.5,
    uncertain_below=0.7,
)


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return dict(load_lexicon([SMALL]).entries)


def decision(entry: Entry, before: str, after: str = ".") -> Decision:
    context = Context(before.split(), after.split())
    return decide(Candidate(entry=entry, span=Span(0, 1)), lambda: context, FIELDS, MODEL)


def test_plain_words_nearby_make_it_literal(entries: dict[str, Entry]):
    found = decision(entries["break-the-ice"], "the ship", "in the frozen lake .")
    assert found.sense == "literal"
    assert found.confidence < 0.5
    assert found.reasons == ("near 'ship', a word of its plain sense",)


def test_nothing_plain_leaves_it_figurative(entries: dict[str, Entry]):
    assert decision(entries["break-the-ice"], "her joke").sense == "figurative"


def test_a_word_of_the_picture_leaves_it_in_doubt(entries: dict[str, Entry]):
    found = decision(entries["break-the-ice"], "by the river they")
    assert found.sense == "uncertain"
    assert "the picture it draws on" in found.reasons[0]


def test_an_entry_that_is_never_literal_asks_for_no_context(entries: dict[str, Entry]):
    def context() -> Context:
        pytest.fail("asked for words it does not need")

    found = decide(Candidate(entry=entries["smell-blood"], span=Span(0, 1)), context, FIELDS, MODEL)
    assert found == ("figurative", 0.97, ())


def test_features_are_numbers_and_zeros_are_left_out(entries: dict[str, Entry]):
    values = features(entries["break-the-ice"], Context(["the", "ship"], ["of"]), FIELDS)
    assert values["plain_words"] == 1
    assert values["before_of"] == 1
    assert values["sometimes"] == 1
    assert all(values.values())
    assert all(isinstance(value, float) for value in values.values())


def test_the_shipped_model_is_sane():
    model = shipped_model()
    assert 0 < model.literal_below < model.uncertain_below < 1
    assert model.weights["plain_words"] < 0 < model.weights["figurative_words"]
