"""The loader and the validator: a sound lexicon passes, and each kind of fault is caught for its own reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import HEADER, SMALL

from detector.errors import LexiconError
from detector.formatting import format_lexicon
from detector.lexicon import load_lexicon
from detector.validation import check_lexicon


def problems(tmp_path: Path, *files: str) -> list[str]:
    for number, text in enumerate(files):
        (tmp_path / f"f{number}.toml").write_text(text, encoding="utf-8")
    found, _ = check_lexicon([tmp_path])
    return [str(problem).replace(str(tmp_path) + "/", "") for problem in found]


def test_a_sound_lexicon_has_no_problem():
    found, entries = check_lexicon([SMALL])
    assert found == []
    assert entries == len(load_lexicon([SMALL]).entries) > 10


def entry(id: str = "a-b", **keys: str) -> str:
    values = {"pattern": '"a b"', "gloss": '"x"', **keys}
    return f"[{id}]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value) + "\n"


BROKEN = {
    "unknown key": (entry(glos='"x"'), "f0.toml:8: unknown key 'glos': did you mean 'gloss'?"),
    "no pattern": (entry(pattern=""), "'a-b' has no pattern"),
    "no gloss": (entry(gloss=""), "'a-b' has no gloss"),
    "text for a list": (entry(hits='"a b"'), 'hits must be a list of texts: hits = ["…"]'),
    "number for a text": (entry(gloss="3"), "gloss must be a text that is not empty"),
    "text for a flag": (entry(rigid='"yes"'), "rigid must be true or false"),
    "valence out of range": (entry(valence="4"), "valence is 4: a whole number from -3 to 3"),
    "intensity out of range": (entry(intensity="-1"), "intensity is -1: a whole number from 0 to 3"),
    "truth for a number": (entry(valence="true"), "valence is True: a whole number"),
    "unknown category": (entry(category='"idoim"'), "category is 'idoim': did you mean 'idiom'?"),
    "unknown severity": (entry(severity='"fatal"'), "severity is 'fatal': one of suggestion, warning, error"),
    "unknown literal": (entry(literal='"rarely"'), "literal is 'rarely'"),
    "bad id": (entry(id="A_b"), "'A_b' is not an id: small letters, figures and single hyphens"),
    "long id": (entry(id="a" * 61), "small letters, figures and single hyphens, at most 60 of them"),
    "unsorted": (entry(id="b", pattern='"c d"') + entry(id="a"), "'a' comes after 'b': sort the entries by id"),
    "bad pattern": (entry(pattern='"a (b"'), "this bracket is never closed: add ')'\n    a (b\n      ^"),
    "not a base form": (entry(pattern='"<went> off"'), "'went' is not a base form: write <go>"),
    "bad exception": (entry(exceptions='["a |"]'), "'|' stands outside brackets"),
    "bad suggestion": (entry(instead='["<went>"]'), "'<went>' is not a base form"),
    "suggestion with alternatives": (entry(instead='["(c|d)"]'), "'(' in \"(c|d)\" would be printed"),
    "malformed without the right form": (entry(category='"malformed"'), "'a-b' is malformed and has no right form"),
    "unknown field": (entry(field='"croquet"'), "'croquet' is no topic"),
    "suggestion copies no slot": (entry(instead='["lose one\'s way"]'), "it copies one's and the pattern has no possessive"),
    "slot without a hit": (entry(pattern='"<lose> one\'s grip"'), "'a-b' has a slot and no hit"),
    "literal without a miss": (entry(literal='"often"'), "'a-b' can be literal: add a hit and a miss"),
    "hit that does not match": (entry(hits='["b a"]'), "'a-b' is not found in its hit \"b a\""),
    "miss that matches": (entry(misses='["a b"]'), "'a-b' is found in its miss \"a b\""),
    "own form excepted": (entry(exceptions='["a b"]'), "'a-b' is not found in its own form"),
    "two entries, one form": (entry() + entry(id="c", pattern='"(a|z) b"'), "'c' finds \"a b\", as 'a-b' does"),
    "suggestion is itself marked": (
        entry(instead='["c d"]') + entry(id="c", pattern='"c d"'),
        "suggests \"c d\", which 'c' marks",
    ),
    "key outside a table": ('note = "x"\n', "'note' stands outside a table"),
    "not TOML": ("[a\n", "not TOML"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_fault_is_caught_for_its_own_reason(tmp_path: Path, name: str):
    text, says = BROKEN[name]
    source = text + HEADER if name == "key outside a table" else HEADER + text
    found = problems(tmp_path, source)
    assert any(says in problem for problem in found), found
    assert len(found) == 1


def test_the_same_id_in_two_files(tmp_path: Path):
    assert problems(tmp_path, HEADER + entry(), HEADER + entry(pattern='"c d"')) == [
        "f1.toml:5: 'a-b' is also in f0.toml:5: rename or merge them"
    ]


def test_the_same_form_in_two_files(tmp_path: Path):
    assert "(" in problems(tmp_path, HEADER + entry(), HEADER + entry(id="c"))[0]


def test_every_problem_of_every_file_at_once(tmp_path: Path):
    found = problems(tmp_path, HEADER + entry(valence="9", hits="3"), HEADER + entry(id="q", pattern='"(x"'), "[broken\n")
    assert [problem.split(":")[0] for problem in found] == ["f0.toml", "f0.toml", "f1.toml", "f2.toml"]


def test_a_file_that_is_not_utf8_and_one_without_a_header(tmp_path: Path):
    (tmp_path / "a.toml").write_bytes(b"[lexicon]\ntitle = '\xff'\n")
    (tmp_path / "b.toml").write_text(entry(category='"idiom"', severity='"error"'))
    found = [problem.message for problem in check_lexicon([tmp_path])[0]]
    assert "not UTF-8 (byte 19)" in found[0]
    assert "no [lexicon] table with a title" in found[1]


def test_no_folder_and_an_empty_folder(tmp_path: Path):
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon([tmp_path / "none"])
    with pytest.raises(LexiconError, match=r"no \.toml file"):
        load_lexicon([tmp_path])


def test_formatting_writes_what_is_read_and_leaves_defaults_out(tmp_path: Path):
    header = {"title": "T", "defaults": {"category": "idiom", "severity": "warning"}}
    tables = {
        "b": {"pattern": "b c", "gloss": 'a "quoted" gloss', "severity": "warning", "hits": ["b c " * 40]},
        "a": {"gloss": "g", "pattern": "a", "severity": "error", "rigid": True},
    }
    text = format_lexicon(header, tables)
    (tmp_path / "t.toml").write_text(text, encoding="utf-8")
    entries = load_lexicon([tmp_path]).entries
    assert list(entries) == ["a", "b"]
    assert entries["b"].gloss == 'a "quoted" gloss'
    assert entries["b"].hits == ("b c " * 40,)
    assert text.count('severity = "warning"') == 1
