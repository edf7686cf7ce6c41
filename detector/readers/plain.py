"""Plain text and Markdown: what must not be judged, and whether a line is a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detector.readers.document import Document
from detector.types import Span

_MASKS = re.compile(
    r"""
    \A---\n.*?\n---[^\S\n]*(?:\n|\Z)              # front matter
    | ^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)   # a fenced block of code
    | `[^`\n]+`                                   # code in a line
    | <!--.*?-->                                  # a comment
    | </?[A-Za-z][^<>\n]{0,300}>                  # a tag
    | \b(?:https?://|ftp://|www\.)[^\s<>"']+      # an address
    | (?<=\]\()[^)\s]+(?=\))                      # the target of a link
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                # an e-mail address
    | \{[^{}\n]{1,80}\}                           # a stage direction: {SOT}
    | \[(?!\[)[A-Z][A-Z0-9 :,.'/-]{1,60}\]        # a stage direction: [MUSIC]
    | (?<!\w)[@\#][A-Za-z]\w+                     # a handle or hashtag
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_MAYBE = re.compile(r"[`<{\[@#]|://|www\.|\A---")
_CAPITALISED = re.compile(r"\b[^\W\d_]{4,}\b")


def read_text(text: str) -> Document:
    """Return the document of a plain or Markdown text."""
    skips = tuple(_masks(text)) if _MAYBE.search(text) else ()
    return Document(text, skips)


def _masks(text: str) -> Iterator[Span]:
    for match in _MASKS.finditer(text):
        yield Span(match.start(), match.end())


def title_case(line: str) -> bool:
    """Return whether most of a line's longer words are capitalised, at least three of them, and it ends like no sentence."""
    if line.rstrip().endswith("."):
        return False
    longer = _CAPITALISED.findall(line)
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)
