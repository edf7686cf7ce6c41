"""Check what a lexicon promises: that it compiles, hits its hits, misses its misses, and says nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from detector.compiled import compile_entry, compile_lexicon
from detector.config import Config
from detector.errors import LexiconError, PatternError, Problem
from detector.lexicon import key_lines, read_lexicon
from detector.pattern import Pattern, compile_pattern, surface_forms
from detector.phrase import Slot
from detector.pipeline import Detector
from detector.readers import read_text
from detector.tokens import fold, sentences
from detector.topics import shipped_topics
from detector.types import Candidate, Category, Entry, Family, Lexicon, Severity, Span

MAX_FORMS = 400
"""How many surface forms of an entry are compared with other entries'."""

OWN_FORMS = 24
"""How many of its own forms an entry without hits is tried on; an exception may silence some."""

_FILLERS = {"possessive": "her", "phrase": "it"}
_BRACKETS = re.compile(r"[<>]")


def check_lexicon(folders: Sequence[Path]) -> tuple[list[Problem], int]:
    """Return every problem of every file, sorted by place, and how many entries were read."""
    try:
        lexicon, problems = read_lexicon(folders)
    except LexiconError as error:
        return list(error.problems), 0
    sound: dict[str, Entry] = {}
    patterns: dict[str, Pattern] = {}
    for entry in lexicon.entries.values():
        found = list(_form_problems(entry))
        problems += found
        if not found:
            sound[entry.id] = entry
            patterns[entry.id] = compile_pattern(entry.pattern, rigid=entry.rigid, passive=entry.passive)
    problems += _doubles(sound, patterns)
    detector = Detector(compile_lexicon(Lexicon(sound)), Config())
    for entry in sound.values():
        problems += _example_problems(detector, entry, patterns[entry.id])
        problems += _suggestion_problems(detector, entry)
    return sorted(problems), len(lexicon.entries)


def _problem(entry: Entry, key: str, message: str) -> Problem:
    lines = _lines(entry.path)
    return Problem(entry.path, lines.get((entry.id, key), entry.line), message)


@cache
def _lines(path: str) -> Mapping[tuple[str, str], int]:
    return key_lines(path)


def _form_problems(entry: Entry) -> Iterator[Problem]:
    for key, sources in (("pattern", (entry.pattern,)), ("exceptions", entry.exceptions)):
        for source in sources:
            try:
                compile_pattern(source, rigid=entry.rigid, passive=entry.passive and key == "pattern")
            except PatternError as error:
                yield _problem(entry, key, str(error))
                return
    try:
        compile_entry(entry)
    except ValueError as error:
        yield _problem(entry, "instead", f"'{entry.id}': {error}")
    slotted = any(isinstance(e, Slot) for path in compile_pattern(entry.pattern).paths for e in path)
    if slotted and not entry.hits:
        yield _problem(entry, "pattern", f"'{entry.id}' has a slot and no hit: add hits = [\"…\"]")
    topics = shipped_topics().words
    if entry.field and entry.field not in topics:
        yield _problem(entry, "field", f"'{entry.field}' is no topic of topics.toml: one of {', '.join(topics)}")
    if entry.literal != "never" and not (entry.hits and entry.misses) and entry.category.family is Family.FIGURATIVE:
        yield _problem(entry, "literal", f"'{entry.id}' can be literal: add a hit and a miss")


def _doubles(entries: Mapping[str, Entry], patterns: Mapping[str, Pattern]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for id, entry in entries.items():
        for form in surface_forms(patterns[id], MAX_FORMS):
            owner = owners.setdefault(form, id)
            if owner != id:
                other = entries[owner]
                message = f"'{id}' finds \"{form}\", as '{owner}' does ({other.path}:{other.line}): merge them or narrow one"
                yield _problem(entry, "pattern", message)
                break


def _standing(detector: Detector, text: str) -> Iterator[Candidate]:
    """The candidates of a text that would be reported if nothing else overlapped them."""
    document, folded = read_text(text), fold(text)
    for span in sentences(text):
        for candidate, decision in detector.candidates(document, folded, Span(*span)):
            if decision.sense != "literal":
                yield candidate


def _example_problems(detector: Detector, entry: Entry, pattern: Pattern) -> Iterator[Problem]:
    def found(text: str) -> bool:
        return any(candidate.entry.id == entry.id for candidate in _standing(detector, text))

    for text in entry.hits:
        if not found(text):
            yield _problem(entry, "hits", f"'{entry.id}' is not found in its hit \"{text}\": mend the pattern or the hit")
    for text in entry.misses:
        if found(text):
            message = f"'{entry.id}' is found in its miss \"{text}\": narrow the pattern, add exceptions or literal_near"
            yield _problem(entry, "misses", message)
    own = list(citations(pattern))
    if not entry.hits and not any(map(found, own)):
        yield _problem(entry, "pattern", f"'{entry.id}' is not found in its own form \"{own[0]}\": mend the pattern")


def citations(pattern: Pattern) -> Iterator[str]:
    """Yield the first surface forms of a pattern, slots filled with a pronoun."""
    for form in surface_forms(pattern, OWN_FORMS):
        yield form.replace("…'s", _FILLERS["possessive"]).replace("…", _FILLERS["phrase"])


def _suggestion_problems(detector: Detector, entry: Entry) -> Iterator[Problem]:
    """A suggestion is not marked itself; but a figure of speech may give way to the plain verdict it stands for."""
    if entry.category is Category.MALFORMED:  # gives way to the right form, tired as that may be
        if not entry.instead:
            yield _problem(entry, "pattern", f"'{entry.id}' is malformed and has no right form: add instead = [\"…\"]")
        return
    figurative = entry.category.family is Family.FIGURATIVE
    for template in entry.instead:
        for candidate in _standing(detector, _BRACKETS.sub("", template)):
            mild = candidate.entry.category.family is Family.LOADED and candidate.entry.severity is Severity.SUGGESTION
            if figurative and mild:
                continue
            message = f"'{entry.id}' suggests \"{template}\", which '{candidate.entry.id}' marks: suggest plainer words"
            yield _problem(entry, "instead", message)
            break
