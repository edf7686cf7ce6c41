"""An editor's tools: draft, try, fix, diff."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import HEADER, SMALL

from detector.cli import main
from detector.errors import ConfigError, InputError, LexiconError
from detector.lexicon import load_lexicon
from detector.workbench import compare, concordance, draft, fix


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text("All was quiet.\nThe party smelled blood, and its rivals smell blood too.\n")
    return str(path)


def test_a_draft_inflects_its_verb_and_opens_its_possessive():
    assert 'pattern = "<smell> blood"' in draft("smelled blood")
    assert 'pattern = "<get> one\'s goat"' in draft("got Maria's goat")
    assert draft("a sea change").startswith("[a-sea-change]\n")
    with pytest.raises(ConfigError, match="no word"):
        draft("…")


def test_a_draft_loads_as_an_entry(tmp_path: Path):
    (tmp_path / "new.toml").write_text(HEADER + draft("smelled blood"))
    assert load_lexicon([tmp_path]).entries["smell-blood"].hits == ("smelled blood",)


def test_a_concordance_shows_each_place_in_context(story: str):
    lines = list(concordance("<smell> blood", [story]))
    assert [line.split(": ")[0] for line in lines] == [f"{story}:2"] * 2
    assert "[smelled blood]" in lines[0]
    assert "rivals" in lines[0]
    assert "[smell blood]" in lines[1]
    assert list(concordance("no such words", [story])) == []


def test_new_and_try_as_commands(story: str, capsys: pytest.CaptureFixture[str]):
    assert main(["lexicon", "new", "smelt blood", story]) == 0
    assert "2 places in these files" in capsys.readouterr().out
    assert main(["lexicon", "try", "(a", story]) == 2
    err = capsys.readouterr().err
    assert "never closed" in err
    assert "Traceback" not in err


def test_fix_sorts_and_formats_and_keeps_every_entry(tmp_path: Path):
    path = tmp_path / "a.toml"
    path.write_text(HEADER + '[b]\ngloss = "x"\npattern="b c"\nseverity = "suggestion"\n\n[a]\npattern = "a d"\ngloss="y"\n')
    assert fix([tmp_path]) == [path]
    assert list(load_lexicon([tmp_path]).entries) == ["a", "b"]
    assert path.read_text().count("severity") == 1
    assert fix([tmp_path]) == []


def test_fix_loses_no_comment(tmp_path: Path):
    path = tmp_path / "a.toml"
    text = HEADER + "# why\n[a]\npattern = 'a d'\ngloss = 'y'\n"
    path.write_text(text)
    with pytest.raises(LexiconError, match="a comment would be lost"):
        fix([tmp_path])
    assert path.read_text() == text


def test_diff_shows_what_a_change_of_the_lexicon_changes(tmp_path: Path, story: str, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "repository" / "lexicons"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text((SMALL / "small.toml").read_text())

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    text = (folder / "a.toml").read_text()
    (folder / "a.toml").write_text(text.replace('pattern = "<smell> blood"', 'pattern = "smell blood"') + _quiet())
    monkeypatch.setattr("detector.workbench.shipped_folder", lambda: folder)
    assert list(compare("HEAD", [story])) == [
        f"- {story}:2:11: suggestion: smelled blood  [smell-blood]",
        f"+ {story}:1:9: suggestion: quiet  [was-quiet]",
    ]
    with pytest.raises(ConfigError, match="git cannot read"):
        list(compare("nowhere", [story]))
    with pytest.raises(InputError, match="no such file"):
        list(compare("HEAD", ["gone.txt"]))


def _quiet() -> str:
    return '\n[was-quiet]\npattern = "quiet"\ngloss = "silent"\n'
