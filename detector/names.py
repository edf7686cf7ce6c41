"""Names, titles and phrases spoken of: none is used by the writer, but a headline in capitals is a headline."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from detector.lexicon import shipped_folder
from detector.readers.document import Document
from detector.readers.plain import title_case
from detector.tokens import fold
from detector.tokens import words as folded_words
from detector.types import Candidate, Family, Span

BESIDE = 40
"""How many characters before and after a phrase in marks may tell that it is a title."""

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_EMPHASIS = frozenset("*_")
_MARKS = frozenset("\"'“”‘’«»„")
_OPENED = re.compile(r"(\w+)[,:]? [\"'“‘«„](?:\w+ ){0,3}$")


def is_name(document: Document, candidate: Candidate, sentence: Span) -> bool:
    """Return whether the phrase is part of a name or title: capitalised where its line's other words are not.

    An entry written with a capital ("Achilles heel") is capitalised by nature, which tells nothing.
    """
    text, span = document.text, candidate.span
    if candidate.entry.pattern != candidate.entry.pattern.lower():
        return False
    if _is_title(text, span, sentence):
        return True
    words = _LETTERS.findall(text, span.start, span.end)
    capitalised = [word for word in words if word[0].isupper()]
    if not capitalised:
        return False
    longer = [word for word in words if len(word) > 3 or word[0].isupper()]
    if any(not word[0].isupper() for word in longer):
        return False
    if all(word.isupper() for word in words) and len(words[0]) > 1:
        return False
    if _in_headline(text, span):
        return False
    if len(capitalised) >= 2:
        return True
    after = text[span.end : span.end + 2]
    followed = len(after) == 2 and after[0] == " " and after[1].isupper()
    return span.start > sentence.start and (followed or bool(re.search(r"[\w,] $", text[max(0, span.start - 2) : span.start])))


def is_mentioned(document: Document, candidate: Candidate, sentence: Span) -> bool:
    """Return whether a set phrase is spoken of, not used: in marks that open right after a word for words ("the saying '…'")."""
    if candidate.entry.category.family is not Family.FIGURATIVE:
        return False
    start = candidate.span.start
    opened = _OPENED.search(document.text, max(sentence.start, start - BESIDE), start)
    return opened is not None and fold(opened[1]) in told_by("words")


def _in_headline(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end]
    return line.isupper() or title_case(line)


def _is_title(text: str, span: Span, sentence: Span) -> bool:
    """Return whether a phrase stands alone in emphasis, or in quotation marks beside a word for a work, with a capital."""
    around = {text[span.start - 1 : span.start], text[span.end : span.end + 1]}
    if not text[span.start].isupper() or "" in around:
        return False
    if around <= _EMPHASIS:
        return True
    if not around <= _MARKS:
        return False
    before = text[max(sentence.start, span.start - BESIDE) : span.start]
    after = text[span.end : min(sentence.end, span.end + BESIDE)]
    return not told_by("works").isdisjoint(folded_words(before) + folded_words(after))


@cache
def told_by(kind: str) -> frozenset[str]:
    """Return the words of a list of ``lexicons/names.toml``."""
    return frozenset(tomllib.loads((shipped_folder() / "names.toml").read_text(encoding="utf-8"))[kind])
