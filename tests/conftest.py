"""What several tests share: a detector on the small lexicon, and ways to make one on the spot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from detector.cache import load_compiled
from detector.config import Config
from detector.pipeline import Detector, load

ROOT = Path(__file__).resolve().parents[1]
SMALL = Path(__file__).parent / "data" / "lexicon"
HEADER = '[lexicon]\ntitle = "Test"\ndefaults = { category = "idiom", severity = "suggestion" }\n\n'


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep every test's compiled lexicons in one folder of the session, never the user's."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETECTOR_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session")
def small(cache_folder: Path) -> Detector:
    """A detector on the small lexicon."""
    return Detector(load_compiled([SMALL], folder=cache_folder), Config())


@pytest.fixture(scope="session")
def shipped(cache_folder: Path) -> Detector:  # noqa: ARG001 - it must come first
    """A detector on the shipped lexicons."""
    return load()


@pytest.fixture
def make_detector(tmp_path: Path) -> Callable[..., Detector]:
    """Make a detector from patterns, or from the text of a lexicon file's tables."""

    def make(*patterns: str, tables: str = "") -> Detector:
        made = "".join(f'[{_slug(p)}]\npattern = "{p}"\ngloss = "a test"\n\n' for p in sorted(patterns, key=_slug))
        path = tmp_path / "made.toml"
        path.write_text(HEADER + made + tables, encoding="utf-8")
        return Detector(load_compiled([path], folder=tmp_path), Config())

    return make


def _slug(pattern: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", pattern.lower()).strip("-")


def found(detector: Detector, text: str) -> list[tuple[str, str]]:
    """The entry and the words of every finding."""
    return [(finding.entry_id, finding.text) for finding in detector.check(text).findings]
