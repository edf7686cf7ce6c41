"""Files to text: encodings, folders, positions."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from detector.errors import InputError
from detector.readers import Position, decode, find_files, read_text
from detector.readers.plain import title_case


@pytest.mark.parametrize(
    "data",
    [
        "The régime fell".encode(),
        codecs.BOM_UTF8 + "The régime fell".encode(),
        codecs.BOM_UTF16_LE + "The régime fell".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "The régime fell".encode("utf-16-be"),
    ],
)
def test_utf8_and_marked_utf16_are_read(data: bytes):
    assert decode(data, "x") == "The régime fell"


def test_other_bytes_are_refused_with_their_place():
    with pytest.raises(InputError, match=r"story: not UTF-8 at byte 5: save the file as UTF-8"):
        decode(b"The r\xe9gime", "story")
    with pytest.raises(InputError, match="binary file"):
        decode(b"\x7fELF\0\0", "story")


def test_folders_are_searched_and_missing_names_are_said(tmp_path: Path):
    (tmp_path / "b").mkdir()
    with pytest.raises(InputError, match="no file to check"):
        find_files([str(tmp_path)])
    for name in ("b/two.md", "one.txt", "skip.png"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in find_files([str(tmp_path)])] == ["two.md", "one.txt"]
    with pytest.raises(InputError, match="no such file"):
        find_files([str(tmp_path / "gone.txt")])


def test_positions_count_from_one():
    document = read_text("one\ntwo\r\n\nfour")
    assert document.position(0) == Position(1, 1)
    assert document.position(5) == Position(2, 2)
    assert document.position(10) == Position(4, 1)
    assert document.line_text(2) == "two"
    assert document.line_text(4) == "four"


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Council Votes Down Stadium Plan", True),
        ("The council voted on Monday.", False),
        ("Maria Lopez and Ned Price met in Kabul on Monday with their aides.", False),
        ("Two Words", False),
        ("Game of Chicken won the Gold Cup at Ascot.", False),
    ],
)
def test_a_headline_is_told_by_its_capitals(line: str, headline: bool):
    assert title_case(line) is headline
