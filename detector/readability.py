"""Reading ease, by textacy; apart because textacy takes seconds to import."""

from __future__ import annotations

import spacy


def reading_ease(text: str) -> float | None:
    """Return the Flesch reading ease: about 0 (a statute) to 100 (a child's book); None for a text without words.

    Rudolf Flesch, A new readability yardstick, 1948; syllables by textacy.
    """
    from textacy import text_stats

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = max(nlp.max_length, len(text) + 1)
    doc = nlp(text)
    if not any(token.is_alpha for token in doc):
        return None
    return float(text_stats.readability.flesch_reading_ease(doc, lang="en"))
