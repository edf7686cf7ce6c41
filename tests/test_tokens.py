"""Folding keeps lengths; tokens and sentences keep offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.tokens import fold, sentences, token_spans, token_texts, words


@given(st.text())
def test_folding_never_changes_the_length(text: str):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_tokens_stand_where_they_say(text: str):
    folded = fold(text)
    spans = token_spans(folded)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert [folded[start:end].replace("\u00ad", "") for start, end in spans] == token_texts(folded)


@given(st.text(alphabet="ab. !?\n\"A'"))
def test_sentences_cover_every_letter_once(text: str):
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert covered.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")


def test_hyphens_dashes_and_typographic_marks_are_alike():
    assert words("lightning-fast") == words("lightning\u2011fast") == words("lightning fast")
    assert words("don\u2019t") == words("don't") == ("don", "'t")
    assert words("go\u00ading") == ("going",)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. troops left. They flew home.", 2),
        ("Mr. Smith spoke to Gen. Jones at 3 p.m. on Friday.", 1),
        ("He said no. Then he left.", 2),
        ("J. K. Rowling wrote it. We read it!", 2),
        ("One line\nwrapped over two.\n\nA new paragraph", 2),
        ("“Is it so?” she asked. “It is.”", 2),
        ("- first point\n- second point", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int):
    assert len(sentences(text)) == count
