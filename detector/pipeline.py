"""Wire the steps: text to document, candidates, findings, tone, report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from detector import resolve, tone
from detector.cache import load_compiled
from detector.compiled import CompiledLexicon
from detector.config import Config, config_from
from detector.lexicon import shipped_folder
from detector.matching import Matcher
from detector.metaphor import metaphors
from detector.names import is_mentioned, is_name
from detector.quotation import find_quotations
from detector.readers import Document, read_text
from detector.sense import Context, Decision, decide
from detector.tokens import fold, sentences, token_texts
from detector.types import Actor, Candidate, Category, Finding, Report, Span, Tone

MARKS = frozenset("\"'")


class Detector:
    """A lexicon and settings, ready to check texts. Make one with `load` and keep it.

    Not safe to share between threads while a text is being checked.
    """

    def __init__(self, lexicon: CompiledLexicon, config: Config) -> None:
        self.lexicon = lexicon
        self.config = config
        self._matcher = Matcher(lexicon)

    def check(self, text: str) -> Report:
        """Return the findings and the tone of a plain or Markdown text."""
        return self.check_document(read_text(text))

    def pipe(self, texts: Iterable[str]) -> Iterator[Report]:
        """Yield the report of each text, in order, one at a time as they are asked for."""
        for text in texts:
            yield self.check(text)

    def check_document(self, document: Document) -> Report:
        """Return the findings and the tone of a document a reader made."""
        text = document.text
        folded = fold(text)
        spans = [Span(*span) for span in sentences(text)]
        decided = [found for span in spans for found in self.candidates(document, folded, span)]
        standing = [(candidate, decision) for candidate, decision in decided if decision.sense != "literal"]
        plain = [(candidate, decision) for candidate, decision in decided if decision.sense == "literal"]
        quotations = find_quotations(text)
        findings = resolve.resolve(standing, document, quotations, keep_quoted=self.config.quoted)
        toned = tone.score(text, findings, spans, quotations, skips=document.skips, quoted=self.config.quoted)
        literal = resolve.resolve(plain, document, quotations) if plain and self.config.show_literal else []
        return Report(
            text, tuple(self._with_metaphors(text, findings)), toned, tuple(literal), self._actors(text, findings, spans, toned)
        )

    def _with_metaphors(self, text: str, findings: list[Finding]) -> list[Finding]:
        if self.config.categories and Category.METAPHOR not in self.config.categories:
            return findings
        more = [found for found in metaphors(text, findings, self.config.pile_up) if found.entry_id not in self.config.off]
        return sorted([*findings, *more], key=lambda finding: (finding.start, finding.end)) if more else findings

    def _actors(self, text: str, findings: list[Finding], sentences: list[Span], toned: Tone) -> tuple[Actor, ...]:
        if not self.config.actors:
            return ()
        from detector.actors import find_actors  # parses, which most checks do not need

        return find_actors(text, findings, sentences, toned.contributions, self.config.model)

    def matches(self, text: str, folded: str, sentence: Span) -> Iterator[Candidate]:
        """Yield every place of one sentence where an entry's words stand, nothing decided."""
        return self._matcher.candidates(text, folded, sentence)

    def candidates(self, document: Document, folded: str, sentence: Span) -> Iterator[tuple[Candidate, Decision]]:
        """Yield the candidates of one sentence that are neither masked, excepted, names nor spoken of, each with its sense."""
        wanted = self.config.categories
        for candidate in self.matches(document.text, folded, sentence):
            if candidate.excepted or (wanted and candidate.entry.category not in wanted):
                continue
            if resolve.masked(document, candidate.span):
                continue
            if is_name(document, candidate, sentence) or is_mentioned(document, candidate, sentence):
                continue
            yield candidate, decide(candidate, partial(context_of, folded, candidate.span, sentence))


BEYOND = 250
"""How many characters before and after a sentence tell of its topic."""


def context_of(folded: str, span: Span, sentence: Span) -> Context:
    """Return the words around a phrase."""
    start, end = span
    return Context(
        before=token_texts(folded, sentence.start, start),
        after=token_texts(folded, end, sentence.end),
        beyond=token_texts(folded, max(0, sentence.start - BEYOND), sentence.start)
        + token_texts(folded, sentence.end, min(len(folded), sentence.end + BEYOND)),
        marked=folded[start - 1 : start] in MARKS and folded[end : end + 1] in MARKS,
    )


def load(config: Config | Mapping[str, Any] | None = None) -> Detector:
    """Return a Detector with the shipped lexicons and the settings given.

    Args:
        config: settings, as a `Config` or a mapping with its field names; the defaults without.

    Raises:
        ConfigError: a setting is unknown or of the wrong kind.
        LexiconError: a lexicon has problems; the error lists all of them.
    """
    settings = config if isinstance(config, Config) else config_from(config or {})
    shipped = [shipped_folder()] if settings.shipped else []
    house = [Path(name) for name in settings.lexicons]
    if not shipped:
        shipped, house = house, []
    return Detector(load_compiled(shipped, house, settings.off), settings)
