"""Read a folder of TOML files into a Lexicon, reporting every problem of every file at once."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from detector.errors import LexiconError, Problem
from detector.types import ENTRY_CATEGORIES, Category, Entry, Lexicon, LiteralUse, Severity

SHIPPED = Path(__file__).resolve().parent / "lexicons"
"""Where an installed package keeps the lexicons; a checkout has them beside the package."""

NOT_ENTRIES = ("sense.toml", "tone.toml", "tone-words.toml", "names.toml", "topics.toml", "images.toml", "speech.toml")
"""Files of weights and of words beside the lexicons."""

_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADER = re.compile(r"^\[([^\[\]\"]+)\]\s*(?:#.*)?$")
_KEY = re.compile(r"^([A-Za-z0-9_-]+)\s*=")
_TOML_LINE = re.compile(r" \(at line (\d+), column \d+\)$")

_TEXT = {"pattern", "gloss", "note", "image", "field", "region"}
_LISTS = {"instead", "literal_near", "figurative_near", "exceptions", "hits", "misses"}
_FLAGS = {"rigid", "passive"}
_RANGES = {"valence": (-3, 3), "intensity": (0, 3)}
_CHOICES: dict[str, tuple[str, ...]] = {
    "category": tuple(category.value for category in ENTRY_CATEGORIES),
    "severity": tuple(severity.label for severity in Severity),
    "literal": get_args(LiteralUse),
}
_KEYS = _TEXT | _LISTS | _FLAGS | set(_RANGES) | set(_CHOICES)
_REQUIRED = ("pattern", "gloss", "category", "severity")
_LEXICON_KEYS = {"title", "revision", "licence", "defaults"}


def shipped_folder() -> Path:
    """Return the folder of the lexicons that come with the program."""
    return SHIPPED if SHIPPED.is_dir() else SHIPPED.parents[1] / "lexicons"


def lexicon_files(folders: Iterable[Path]) -> list[Path]:
    """Return the TOML files below each folder (a file stands for itself), sorted within a folder.

    Raises:
        LexiconError: a folder does not exist or holds no TOML file.
    """
    files: list[Path] = []
    for folder in folders:
        found = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*.toml") if p.name not in NOT_ENTRIES)
        if not found:
            what = "no such folder" if not folder.exists() else "no .toml file in it"
            raise LexiconError([Problem(str(folder), 1, f"{what}: name a folder of lexicon files")])
        files += found
    return files


def load_lexicon(folders: Iterable[Path]) -> Lexicon:
    """Read and check the form of every lexicon file.

    What needs matching (hits, misses, doubles in their surface forms) is `detector.validation`'s.

    Raises:
        LexiconError: with every problem of every file, each with path and line.
    """
    lexicon, problems = read_lexicon(folders)
    if problems:
        raise LexiconError(problems)
    return lexicon


def read_lexicon(folders: Iterable[Path]) -> tuple[Lexicon, list[Problem]]:
    """Return the entries whose form is right, and every problem of the others."""
    entries: dict[str, Entry] = {}
    titles: dict[str, str] = {}
    problems: list[Problem] = []
    for path in lexicon_files(folders):
        source = _Source.read(path, problems)
        if source is None:
            continue
        titles[source.path] = str(source.header.get("title", path.stem))
        for entry in _read_entries(source, problems):
            if entry.id in entries:
                other = entries[entry.id]
                message = f"'{entry.id}' is also in {other.path}:{other.line}: rename or merge them"
                problems.append(Problem(entry.path, entry.line, message))
            else:
                entries[entry.id] = entry
    return Lexicon(entries, titles), problems


def key_lines(path: str) -> Mapping[tuple[str, str], int]:
    """Return where the keys of a lexicon file stand: line by (entry id, key)."""
    return dict(_locate(Path(path).read_text(encoding="utf-8")))


class _Source(NamedTuple):
    """One parsed file and where its tables and keys stand."""

    path: str
    header: Mapping[str, Any]
    tables: Mapping[str, Any]
    lines: Mapping[tuple[str, str], int]

    def line(self, table: str, key: str = "") -> int:
        return self.lines.get((table, key)) or self.lines.get((table, ""), 1)

    @classmethod
    def read(cls, path: Path, problems: list[Problem]) -> _Source | None:
        try:
            text = path.read_text(encoding="utf-8")
            data = tomllib.loads(text)
        except UnicodeDecodeError as error:
            problems.append(Problem(str(path), 1, f"not UTF-8 (byte {error.start}): save the file as UTF-8"))
            return None
        except tomllib.TOMLDecodeError as error:
            problems.append(_toml_problem(path, error))
            return None
        lines = dict(_locate(text))
        header = data.pop("lexicon", None)
        if not isinstance(header, dict) or not header.get("title"):
            message = 'no [lexicon] table with a title: begin the file with [lexicon] and title = "…"'
            problems.append(Problem(str(path), 1, message))
            header = {}
        return cls(str(path), header, data, lines)


def _toml_problem(path: Path, error: tomllib.TOMLDecodeError) -> Problem:
    message = str(error)
    found = _TOML_LINE.search(message)
    line = int(found.group(1)) if found else 1
    return Problem(str(path), line, f"not TOML: {_TOML_LINE.sub('', message)}: mend the line")


def _locate(text: str) -> Iterable[tuple[tuple[str, str], int]]:
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = header.group(1).strip()
            yield (table, ""), number
        elif key := _KEY.match(line):
            yield (table, key.group(1)), number


def _read_entries(source: _Source, problems: list[Problem]) -> Iterable[Entry]:
    defaults = source.header.get("defaults", {})
    for key in sorted(set(source.header) - _LEXICON_KEYS):
        problems.append(_unknown(source, "lexicon", key, _LEXICON_KEYS))
    if not isinstance(defaults, dict):
        problems.append(Problem(source.path, source.line("lexicon", "defaults"), "defaults must be a table: { … }"))
        defaults = {}
    before = len(problems)
    _check_values(source, "lexicon", defaults, problems)
    if len(problems) > before:
        defaults = {key: value for key, value in defaults.items() if key in _KEYS}
    previous = ""
    for name, table in source.tables.items():
        if not isinstance(table, dict):
            problems.append(Problem(source.path, source.line("", name), f"'{name}' stands outside a table: move it into one"))
            continue
        if name < previous:
            message = f"'{name}' comes after '{previous}': sort the entries by id"
            problems.append(Problem(source.path, source.line(name), message))
        previous = max(previous, name)
        entry = _read_entry(source, name, {**defaults, **table}, table, problems)
        if entry is not None:
            yield entry


def _read_entry(
    source: _Source, name: str, values: Mapping[str, Any], own: Mapping[str, Any], problems: list[Problem]
) -> Entry | None:
    before = len(problems)
    if not _ID.fullmatch(name):
        message = f"'{name}' is not an id: small letters, figures and single hyphens, at most 60 of them"
        problems.append(Problem(source.path, source.line(name), message))
    _check_values(source, name, own, problems)
    for key in _REQUIRED:
        if not values.get(key):
            problems.append(Problem(source.path, source.line(name), f"'{name}' has no {key}: add {key} = …"))
    if len(problems) > before or not set(values) <= _KEYS:
        return None
    known: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in values.items()}
    known["category"] = Category(known["category"])
    known["severity"] = Severity[known["severity"].upper()]
    return Entry(id=name, path=source.path, line=source.line(name), **known)


def _check_values(source: _Source, table: str, values: Mapping[str, Any], problems: list[Problem]) -> None:
    for key, value in values.items():
        message = _fault(key, value)
        if message:
            problems.append(Problem(source.path, source.line(table, key), message))
        elif key not in _KEYS:
            problems.append(_unknown(source, table, key, _KEYS))


def _fault(key: str, value: object) -> str:
    """What is wrong with a value, or an empty string."""
    if key in _TEXT and not (isinstance(value, str) and value.strip()):
        return f'{key} must be a text that is not empty: {key} = "…"'
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)):
        return f'{key} must be a list of texts: {key} = ["…"]'
    if key in _FLAGS and not isinstance(value, bool):
        return f"{key} must be true or false"
    if key in _RANGES:
        low, high = _RANGES[key]
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            return f"{key} is {value!r}: a whole number from {low} to {high}"
    if key in _CHOICES and value not in _CHOICES[key]:
        near = difflib.get_close_matches(str(value), _CHOICES[key], 1)
        hint = f"did you mean '{near[0]}'?" if near else f"one of {', '.join(_CHOICES[key])}"
        return f"{key} is {value!r}: {hint}"
    return ""


def _unknown(source: _Source, table: str, key: str, known: Iterable[str]) -> Problem:
    near = difflib.get_close_matches(key, known, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(sorted(known))}"
    return Problem(source.path, source.line(table, key), f"unknown key '{key}': {hint}")


def merge_house(shipped: Lexicon, house: Lexicon | None, off: Iterable[str]) -> Lexicon:
    """Return the shipped entries with the house's added or put in their place, and those ``off`` left out.

    ``off`` holds ids, and the ends of paths of whole files ("figurative/sport.toml").
    """
    added = house or Lexicon({})
    ids = {name for name in off if not name.endswith(".toml")}
    files = tuple(f"/{name}" for name in off if name.endswith(".toml"))
    entries = {
        id: entry
        for id, entry in {**shipped.entries, **added.entries}.items()
        if id not in ids and not (files and f"/{Path(entry.path).as_posix()}".endswith(files))
    }
    return Lexicon(entries, {**shipped.files, **added.files})
