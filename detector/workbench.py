"""An editor's tools for the lexicon: draft an entry, try a pattern, compare two states of the lexicon on stories."""

from __future__ import annotations

import re
import subprocess
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from detector.compiled import compile_lexicon
from detector.config import Config
from detector.errors import ConfigError, LexiconError, Problem
from detector.formatting import format_entry, format_lexicon
from detector.inflection import base_forms, inflections
from detector.lexicon import lexicon_files, load_lexicon, shipped_folder
from detector.pattern import compile_pattern
from detector.pipeline import Detector
from detector.readers import find_files, read_file
from detector.tokens import fold, sentences
from detector.types import Category, Entry, Finding, Lexicon, Severity, Span

WINDOW = 45
"""How many characters of context a concordance shows on either side."""

_POSSESSIVES = re.compile(r"\b(?:my|your|his|her|its|our|their|whose|one's|someone's|[A-Z]\w+'s)\b")


def draft(phrase: str) -> str:
    """Return a draft of an entry for a phrase, ready to be filled in.

    Raises:
        ConfigError: there is no word in the phrase.
    """
    if not any(char.isalnum() for char in phrase):
        raise ConfigError("there is no word in this phrase: give it as it stands in a story")
    slotted = _POSSESSIVES.sub("one's", phrase.strip())
    first, *rest = slotted.split()
    pattern = " ".join([_inflecting(first.lower()), *(word if word == "one's" else word.strip('.,;!?"') for word in rest)])
    name = re.sub(r"[^a-z0-9]+", "-", pattern.lower().replace("'", "")).strip("-")
    values = {"pattern": pattern, "category": "idiom", "severity": "suggestion", "gloss": "…", "instead": ["…"], "hits": [phrase]}
    return format_entry(name, values, {})


def _inflecting(word: str) -> str:
    """``smelled`` to ``<smell>``, where it is a form of a verb."""
    for base in sorted({word, *base_forms(word)}, key=lambda base: base == word):
        if re.fullmatch("[a-z]+", base) and any(
            word in forms for tag, forms in inflections(base).items() if tag.startswith("VB")
        ):
            return f"<{base}>"
    return word


def concordance(pattern: str, names: Iterable[str]) -> Iterator[str]:
    """Yield each place in the files where a pattern matches: file and line, then the words in context.

    Raises:
        PatternError: the pattern is not in the language.
        InputError: a file cannot be read.
    """
    compile_pattern(pattern)
    entry = Entry(id="tried", pattern=pattern, category=Category.IDIOM, severity=Severity.SUGGESTION, gloss="tried")
    detector = Detector(compile_lexicon(Lexicon({entry.id: entry})), Config())
    for path in find_files(names):
        document = read_file(path)
        folded = fold(document.text)
        spans = (Span(*span) for span in sentences(document.text))
        found = {c.span: None for span in spans for c in detector.matches(document.text, folded, span)}
        for span, (before, words_found, after) in zip(found, _in_context(document.text, list(found)), strict=True):
            yield f"{path}:{document.position(span.start).line}: {before:>{WINDOW}} [{words_found}] {after}"


def _in_context(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str, str]]:
    """The keyword-in-context lines of textacy for the words at each span."""
    from textacy.extract.kwic import keyword_in_context

    for start, end in spans:
        left = max(0, start - WINDOW)
        around = text[left : end + WINDOW].replace("\n", " ")
        keyword = re.compile(rf"(?<=\A{re.escape(around[: start - left])}){re.escape(around[start - left : end - left])}")
        for before, found, after in keyword_in_context(around, keyword, window_width=WINDOW, pad_context=False):
            yield before.strip(), found, after.strip()
            break


def fix(folders: Sequence[Path]) -> list[Path]:
    """Sort and format lexicon files; return those that changed.

    Raises:
        LexiconError: a file is not TOML, or holds comments, which would be lost.
    """
    changed: list[Path] = []
    problems: list[Problem] = []
    for path in lexicon_files(folders):
        text = path.read_text(encoding="utf-8")
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            problems.append(Problem(str(path), 1, f"not TOML: {error}"))
            continue
        comments = [number for number, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith("#")]
        if comments:
            problems.append(Problem(str(path), comments[0], "a comment would be lost: move it into a note"))
            continue
        header = tables.pop("lexicon", {})
        formatted = format_lexicon(header, tables)
        if formatted != text:
            path.write_text(formatted, encoding="utf-8")
            changed.append(path)
    if problems:
        raise LexiconError(problems)
    return changed


def compare(revision: str, names: Iterable[str]) -> Iterator[str]:
    """Yield what the lexicon now finds in the files that it did not find at a git revision, and the other way round.

    Raises:
        ConfigError: the lexicons are not in a git checkout, or there is no such revision.
        InputError: a file cannot be read.
    """
    folder = shipped_folder()
    with tempfile.TemporaryDirectory() as old:
        _check_out(folder, revision, Path(old))
        before = Detector(compile_lexicon(load_lexicon([Path(old)])), Config())
    after = Detector(compile_lexicon(load_lexicon([folder])), Config())
    for path in find_files(names):
        document = read_file(path)
        was, now = (_keys(detector.check_document(document).findings) for detector in (before, after))
        for sign, found in (("-", was - now), ("+", now - was)):
            for (start, entry, severity, text), _ in sorted(found.items()):
                place = document.position(start)
                yield f"{sign} {path}:{place.line}:{place.column}: {severity}: {text}  [{entry}]"


def _keys(findings: Iterable[Finding]) -> Counter[tuple[int, str, str, str]]:
    return Counter((finding.start, finding.entry_id, finding.severity.label, finding.text) for finding in findings)


def _check_out(folder: Path, revision: str, target: Path) -> None:
    listed = _git(folder, "ls-tree", "-r", "--name-only", revision, ".")
    for name in listed.decode().splitlines():
        if name.endswith(".toml"):
            path = target / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_git(folder, "show", f"{revision}:./{name}"))


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise ConfigError("git is not installed: it is needed to read an earlier lexicon") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise ConfigError(f"git cannot read the lexicons at that revision: {said}") from error
