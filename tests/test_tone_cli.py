"""The commands `tone` and `compare`, and whom loaded words are given to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SMALL

from detector.cli import main
from detector.errors import ConfigError
from detector.pipeline import Detector, load


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Write stories into an empty folder whose settings use the small lexicon; return their names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "detector.toml").write_text(f'lexicons = ["{SMALL}"]\nshipped = false\n')

    def write(*texts: str) -> list[str]:
        names = [f"story{number}.txt" for number in range(len(texts))]
        for name, text in zip(names, texts, strict=True):
            (tmp_path / name).write_text(text)
        return names

    return write


def test_tone_tabulates_and_says_what_adds_up(stories: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]):
    assert main(["tone", *stories("The government is callous.", "Rain fell.\n\nIt was wet."), "--by", "paragraph"]) == 0
    out = capsys.readouterr().out
    head, first, second, *_ = out.splitlines()
    assert head.split()[:2] == ["loadedness", "label"]
    assert int(first.split()[1]) > int(second.split()[1])
    assert "loaded       callous" in out
    assert "government: callous" in out
    assert "story1.txt:3:" in out


def test_tone_as_json(stories: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]):
    assert main(["tone", *stories("A callous act."), "--format", "json"]) == 0
    (story,) = json.loads(capsys.readouterr().out)
    assert story["path"] == "story0.txt"
    assert story["tone"]["loadedness"] > 25
    assert 0 < story["reading_ease"] < 150


def test_compare_tells_sentence_by_sentence(stories: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]):
    assert main(["compare", *stories("It rained. A callous act.", "It rained. An act without pity.")]) == 0
    out = capsys.readouterr().out
    assert "findings 1 -> 0" in out
    assert "- callous\n" in out
    assert "A callous act.  [callous]" in out
    assert "An act without pity." in out
    assert "It rained" not in out


@pytest.mark.parametrize("command", [["tone", "none.txt"], ["compare", "none.txt", "none.txt"]])
def test_a_missing_file_is_an_error(stories: Callable[..., list[str]], capsys: pytest.CaptureFixture[str], command: list[str]):
    stories()
    assert main(command) == 2
    assert "none.txt" in capsys.readouterr().err


@pytest.fixture(scope="module")
def parsing() -> Detector:
    return load({"lexicons": [str(SMALL)], "shipped": False, "actors": True})


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The callous government met on Monday.", "government"),
        ("The government was callous.", "government"),
        ("The government was cold and callous.", "government"),
        ("The callous acts of the ministers angered voters.", "ministers"),
        ("Mr Smith, a callous man, refused to comment.", "Mr Smith"),
        ("The government suffered a callous attack.", "government"),
        ("The regime fell.", "regime"),
        ("The voters of the callous Afghan party left.", "Afghan party"),
    ],
)
def test_loaded_words_are_given_to_whom_they_describe(parsing: Detector, text: str, actor: str):
    report = parsing.check(text)
    assert [found.name for found in report.actors] == [actor]
    assert report.actors[0].fingerprints == (report.findings[0].fingerprint,)
    shares = {c.fingerprint: c.loadedness for c in report.tone.contributions}
    assert report.actors[0].loadedness == pytest.approx(shares[report.findings[0].fingerprint])


@pytest.mark.parametrize("text", ['"The callous government," he said.', "They were callous.", "It rained."])
def test_quoted_words_and_pronouns_name_nobody(parsing: Detector, text: str):
    assert parsing.check(text).actors == ()


def test_a_pipeline_that_is_not_installed_is_said():
    detector = load({"lexicons": [str(SMALL)], "shipped": False, "actors": True, "model": "no_such_pipeline"})
    with pytest.raises(ConfigError, match="no_such_pipeline"):
        detector.check("A callous act.")
