"""The pattern language: what it accepts, what it refuses, and that every form of a pattern is found."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detector.compiled import compile_lexicon
from detector.errors import PatternError
from detector.inflection import spellings
from detector.matching import Matcher
from detector.pattern import compile_pattern, surface_forms
from detector.phrase import Word
from detector.tokens import fold
from detector.types import Category, Entry, Lexicon, Severity, Span


def forms(pattern: str, **flags: bool) -> set[str]:
    return set(surface_forms(compile_pattern(pattern, **flags)))


def test_inflected_words_take_irregular_and_both_spellings():
    assert {"smell blood", "smells blood", "smelled blood", "smelt blood", "smelling blood"} <= forms("<smell> blood")
    assert {"went", "gone", "goes"} <= forms("<go>")
    assert {"travelled light", "traveled light", "travelling light", "traveling light"} <= forms("<travel> light")
    assert {"recognised it", "recognizes it"} <= forms("<recognise> it")
    assert {"colour bar", "color bar"} == forms("colour bar")


def test_words_that_only_look_like_variants_are_left_alone():
    assert spellings("advise") == {"advise"}
    assert spellings("yelled") == {"yelled"}
    assert spellings("size") == {"size"}


def test_alternatives_and_options():
    assert forms("a (b|c d) [e]") == {"a b", "a b e", "a c d", "a c d e"}
    assert forms("a [b|c d] e") == {"a b e", "a c d e", "a e"}
    assert forms("day in, day out") == {"day in, day out", "day in day out"}


def test_contractions_are_matched_both_ways():
    assert {"don't go", "do not go", "dont go"} == forms("don't go")
    assert {"don't go", "do not go", "dont go"} == forms("do not go")
    assert {"it's over", "it is over"} <= forms("it is over")


def test_words_in_braces_are_part_of_the_place():
    assert forms("{so called|self styled} expert") == {"so called expert", "self styled expert"}
    assert forms("toxic {(legacy|work) culture}") == {"toxic legacy culture", "toxic work culture"}


def test_plural_possessives_are_matched_with_and_without_the_apostrophe():
    assert forms("a hornets' nest") == {"a hornets' nest", "a hornets nest"}


def test_an_article_is_matched_before_a_vowel_too():
    (path,) = compile_pattern("a (big|honest) mistake").paths
    assert isinstance(path[0], Word)
    assert path[0].forms == {"a", "an"}
    assert forms("an (big|honest) mistake") == {"a big mistake", "a honest mistake"}


def test_slots_show_as_dots():
    assert "getting …'s goat" in forms("<get> one's goat")
    assert "thrown … under the bus" in forms("<throw> someone under the bus")


def test_passive_brings_the_object_first_and_keeps_the_particle():
    assert "the beans were spilled" in forms("<spill> the beans", passive=True)
    assert "the gauntlet was thrown down" in forms("<throw> down the gauntlet", passive=True)
    assert "the rug was pulled from under" in forms("<pull> the rug from under", passive=True)


@pytest.mark.parametrize(
    ("pattern", "column", "says"),
    [
        ("(a|b", 0, "never closed"),
        ("a) b", 1, "closes nothing"),
        ("a | b", 2, "outside brackets"),
        ("a (|b)", 3, "nothing stands here"),
        ("", 0, "nothing stands here"),
        ("<go on> it", 0, "one base form in small letters"),
        ("<went> on", 1, "write <go>"),
        ("what?", 4, "leave this mark out"),
        ("someone runs", 0, "slot may not come first or last"),
        ("kick one's", 0, "slot may not come first or last"),
        ("give someone something back", 0, "side by side"),
        ("[a] [b]", 0, "can match nothing"),
        ("{a}", 0, "braces may only stand around the first or the last words"),
        ("a {b} c", 0, "braces may only stand around the first or the last words"),
        ("a {b {c}}", 0, "braces may only stand around the first or the last words"),
        ("[a] {b}", 0, "can match nothing"),
        ("a {b", 2, "add '}'"),
        ("a b}", 3, "closes nothing"),
        (" ".join(["(a b|c d)"] * 10), 80, "split the entry"),
    ],
)
def test_bad_patterns_say_where_and_why(pattern: str, column: int, says: str):
    with pytest.raises(PatternError) as caught:
        compile_pattern(pattern)
    assert says in caught.value.message
    assert caught.value.column == column
    assert str(caught.value).splitlines()[-1].index("^") == column + 4


def test_passive_without_an_object_is_refused():
    with pytest.raises(PatternError, match="passive needs"):
        compile_pattern("by and large", passive=True)


WORDS = st.sampled_from("tide anchor kettle marble ladder velvet copper lantern thistle pepper".split())
VERBS = st.sampled_from(["<go>", "<bring>", "<travel>", "<lie>", "<be>"])
SLOTS = st.sampled_from(["one's", "someone", "oneself"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """A pattern of the grammar: never a slot at an end, never two side by side."""
    parts = [draw(VERBS | WORDS)]
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["word", "slot", "choice", "option", "nest"]))
        if kind == "slot":
            parts.append(draw(SLOTS))
        elif kind == "choice":
            parts.append(f"({draw(WORDS)}|{draw(WORDS)} {draw(WORDS)})")
        elif kind == "option":
            parts.append(f"[{draw(WORDS)}|{draw(WORDS)}]")
        elif kind == "nest":
            parts.append(f"({draw(WORDS)} [{draw(WORDS)}]|{draw(VERBS)})")
        parts.append(draw(WORDS))
    return " ".join(parts)


FILLERS = {"…'s": ["her", "the army's", "the readers'"], "…": ["him", "the old minister", "Maria Lopez"]}
SPACES = st.sampled_from([" ", "  ", "\n", "\u00a0", "-", "\u2011", " \n "])
AROUND = st.text(alphabet=st.sampled_from("xyz XYZ,.!?-'\"“”\n\u00a0é"), max_size=30)


def entry(pattern: str) -> Entry:
    return Entry(id="it", pattern=pattern, category=Category.IDIOM, severity=Severity.SUGGESTION, gloss="a test")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pattern=patterns(), before=AROUND, after=AROUND, data=st.data())
def test_any_form_of_a_pattern_is_found_where_it_stands(pattern: str, before: str, after: str, data: st.DataObject):
    matcher = Matcher(compile_lexicon(Lexicon({"it": entry(pattern)})))
    form = data.draw(st.sampled_from(list(itertools.islice(surface_forms(compile_pattern(pattern)), 200))))
    for slot, fillers in FILLERS.items():
        while slot in form:
            form = form.replace(slot, data.draw(st.sampled_from(fillers)), 1)
    words = form.split(" ")
    written = words[0] + "".join(data.draw(SPACES) + word for word in words[1:])
    written = data.draw(st.sampled_from([written, written.upper(), written.replace("'", "\u2019")]))
    lead = f"{before}. " + ("They" if form.startswith("'") else "")
    text = f"{lead}{written} . {after}"
    start = len(lead)
    spans = [c.span for c in matcher.candidates(text, fold(text), Span(0, len(text)))]
    assert any(span.start <= start + len(words[0]) and span.end == start + len(written) for span in spans), (written, spans)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
