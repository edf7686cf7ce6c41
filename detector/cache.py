"""The compiled lexicon on disk, so that a cold start inflects nothing.

The file's name is a hash of the lexicon files' contents and of the modules that compile them. It is written beside
itself and moved into place, carries its own hash, and is rebuilt without a word when it is damaged or cannot be kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from platformdirs import user_cache_path

from detector.compiled import CompiledLexicon, compile_lexicon
from detector.lexicon import lexicon_files, load_lexicon, merge_house

_log = logging.getLogger(__name__)

SLOW = 5_000
"""From how many entries on it is said that compiling takes a while."""

_HASH = 32
_COMPILERS = (
    "compiled.py", "packed.py", "pattern.py", "phrase.py", "variation.py", "grammar.py", "inflection.py", "suggestion.py",
    "tokens.py", "types.py", "lexicon.py",
)  # fmt: skip
"""The modules that decide what is packed."""

KEPT = 4
"""How many compiled lexicons stay in the folder; older ones are removed."""


def cache_folder() -> Path:
    """Return where compiled lexicons are kept: DETECTOR_CACHE_DIR, or the user's cache directory."""
    named = os.environ.get("DETECTOR_CACHE_DIR")
    return Path(named) if named else user_cache_path("editorial-detector", appauthor=False)


def load_compiled(
    shipped: Sequence[Path], house: Sequence[Path] = (), off: Sequence[str] = (), *, folder: Path | None = None
) -> CompiledLexicon:
    """Return the compiled lexicon of these folders, from the cache where it is there.

    Args:
        shipped: folders or files of entries with unique ids.
        house: folders or files whose entries replace those of the same id.
        off: ids to leave out.
        folder: where to cache; `cache_folder` by default.

    Raises:
        LexiconError: the lexicon has problems.
    """
    path = (folder or cache_folder()) / f"{_key(lexicon_files(shipped), lexicon_files(house) if house else [], off)}.lexicon"
    cached = _read(path)
    if cached is not None:
        return cached
    lexicon = load_lexicon(shipped)
    if house or off:
        lexicon = merge_house(lexicon, load_lexicon(house) if house else None, off)
    if len(lexicon.entries) >= SLOW:
        _log.info("compiling %d entries, which is kept for the next time; half a minute", len(lexicon.entries))
    compiled = compile_lexicon(lexicon)
    _write(path, compiled.pack())
    return compiled


def _key(shipped: Iterable[Path], house: Iterable[Path], off: Iterable[str]) -> str:
    code = Path(__file__).parent
    hasher = hashlib.sha256()
    for source in _COMPILERS:
        hasher.update((code / source).read_bytes())
    for group in (shipped, house):
        hasher.update(b"\0group")
        for path in group:
            hasher.update(f"\0{path.name}\0".encode())
            hasher.update(path.read_bytes())
    hasher.update("\0".join(["", *off]).encode())
    return hasher.hexdigest()


def _read(path: Path) -> CompiledLexicon | None:
    try:
        data = path.read_bytes()
        if hashlib.sha256(data[_HASH:]).digest() != data[:_HASH]:
            return None
        return CompiledLexicon.unpack(data[_HASH:])
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, packed: bytes) -> None:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(packed).digest())
                file.write(packed)
            os.replace(name, path)
        except OSError:
            os.unlink(name)
            raise
        _prune(path.parent)


def _prune(folder: Path) -> None:
    files = sorted(folder.glob("*.lexicon"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in files[KEPT:]:
        old.unlink(missing_ok=True)
