"""Fold a text without changing its length, and cut it into words and sentences.

Everything after this module works on offsets into the text as given. Folding replaces characters one to one, so an
offset into the folded text is an offset into the original.
"""

from __future__ import annotations

import re

_FOLDS = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ",
    "\u3000": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\x0b": " ", "\x0c": " ", "\x85": "\n",
    "\u2028": "\n", "\u2029": "\n", "\r": " ",
}  # fmt: skip
_FOLDED = re.compile(f"[{''.join(_FOLDS)}]")

SOFT_HYPHEN = "\u00ad"

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
"""What ends a paragraph."""

_TOKEN = re.compile(
    r"[^\W_][^\W_\u00ad]*(?:\u00ad[^\W_]+)*"  # a word, soft hyphens inside it
    r"|(?<=[^\W_])'[^\W_]+"  # a clitic: 's, 't, 're
    r"|(?<=s)'(?=[\s-])"  # a plural possessive
    r"|[^\w\s\-*\u00ad\"']"  # punctuation; hyphens, quotation and emphasis marks stand between words like spaces
)


def fold(text: str) -> str:
    """Return ``text`` in lower case with typographic quotes, dashes and spaces made plain, at the same length."""
    folded = fold_marks(text)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def fold_marks(text: str) -> str:
    """Return ``text`` with typographic quotes, dashes and spaces made plain, case kept, at the same length."""
    return _FOLDED.sub(lambda match: _FOLDS[match.group()], text)


def token_texts(folded: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the texts of the tokens of ``folded[start:end]``: words, clitics, punctuation marks."""
    end = len(folded) if end is None else end
    texts: list[str] = _TOKEN.findall(folded, start, end)
    if folded.find(SOFT_HYPHEN, start, end) >= 0:
        texts = [text.replace(SOFT_HYPHEN, "") for text in texts]
    return texts


def token_spans(folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the same tokens stand, half open."""
    return [match.span() for match in _TOKEN.finditer(folded, start, len(folded) if end is None else end)]


def words(phrase: str) -> tuple[str, ...]:
    """Return the token texts of a phrase, as the matcher will see them in a text."""
    return tuple(token_texts(fold(phrase)))


_ABBREVIATIONS = frozenset(
    """adm al apr assn aug ave brig capt cf cmdr co col corp cpl dec dept det dr eg esp est etc feb fig fr gen gov hon ie
    inc insp jan jr jul jun lt ltd maj mar messrs mr mrs ms mt no nov oct op pfc ph phd pres prof pte rep rev sen sep
    sept sgt sr st supt ste u.k u.n u.s a.m p.m viz vol vs""".split()
)
_SENTENCE_END = re.compile(r"[.!?\u2026]+[\"')\]\u201d\u2019\u00bb]*(?=\s)|\n[^\S\n]*\n|\n(?=[^\S\n]*[-*#>\u2022\u2013\u2014])")
_NEXT_STARTS_LOW = re.compile(r"\s+[\"'(\[\u201c\u2018\u00ab]*[a-z,;]")
_WORD_BEFORE = re.compile(r"([A-Za-z](?:[A-Za-z.]*[A-Za-z])?)$")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as half-open spans without surrounding white space.

    A blank line ends a sentence; a single line break does not unless a list mark follows it. A full stop after a known
    abbreviation or an initial, or before a small letter, does not end one.
    """
    limit = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    at = start
    for match in _SENTENCE_END.finditer(text, start, limit):
        if match.group()[0] != "\n" and not _ends_sentence(text, match):
            continue
        _append_stripped(spans, text, at, match.end())
        at = match.end()
    _append_stripped(spans, text, at, limit)
    return spans


def _ends_sentence(text: str, mark: re.Match[str]) -> bool:
    if _NEXT_STARTS_LOW.match(text, mark.end()):
        return False
    if mark.group() != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, mark.start() - 12), mark.start())
    if before is None:
        return True
    word = before.group(1)
    return not ((word.lower() in _ABBREVIATIONS and word != "no") or (len(word) == 1 and word.isupper() and word != "I"))


def _append_stripped(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
