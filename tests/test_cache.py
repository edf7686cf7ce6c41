"""The compiled lexicon on disk: used when sound, rebuilt when damaged, done without where it cannot be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import HEADER, SMALL

from detector import cache
from detector.cache import load_compiled
from detector.compiled import CompiledLexicon


def ids(lexicon: CompiledLexicon) -> list[str]:
    return [compiled.entry.id for compiled in lexicon.all_entries()]


def test_the_second_load_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    first = ids(load_compiled([SMALL], folder=tmp_path))
    monkeypatch.setattr(cache, "compile_lexicon", lambda _: pytest.fail("compiled again"))
    assert ids(load_compiled([SMALL], folder=tmp_path)) == first


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 4000])
def test_a_damaged_file_is_rebuilt(tmp_path: Path, damage: bytes):
    first = ids(load_compiled([SMALL], folder=tmp_path))
    (kept,) = tmp_path.glob("*.lexicon")
    sound = kept.read_bytes()
    kept.write_bytes(damage + sound[len(damage) :] if len(damage) > 100 else damage)
    assert ids(load_compiled([SMALL], folder=tmp_path)) == first
    assert kept.read_bytes() == sound


def test_no_place_to_cache_is_no_error(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert ids(load_compiled([SMALL], folder=blocked / "below"))
    assert not list(tmp_path.glob("**/*.lexicon"))


def test_a_changed_file_is_compiled_anew_and_old_ones_are_pruned(tmp_path: Path):
    source = tmp_path / "source"
    source.mkdir()
    for number in range(cache.KEPT + 3):
        (source / "a.toml").write_text(HEADER + f'[e{number}]\npattern = "w{number} x"\ngloss = "g"\n')
        assert ids(load_compiled([source], folder=tmp_path)) == [f"e{number}"]
    assert len(list(tmp_path.glob("*.lexicon"))) == cache.KEPT
    assert not list(tmp_path.glob("*.part"))


def test_house_entries_win_and_entries_are_switched_off(tmp_path: Path):
    (tmp_path / "house.toml").write_text(HEADER + '[regime]\npattern = "<regime>"\ngloss = "the house rule"\n')
    lexicon = load_compiled([SMALL], [tmp_path / "house.toml"], ["callous"], folder=tmp_path)
    entries = {compiled.entry.id: compiled.entry for compiled in lexicon.all_entries()}
    assert entries["regime"].gloss == "the house rule"
    assert "callous" not in entries
    assert "smell-blood" in entries
