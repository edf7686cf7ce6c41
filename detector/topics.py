"""What a passage is about, as far as it makes a phrase a term of the trade: a sticky wicket in a cricket report."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from detector.inflection import regular_forms
from detector.lexicon import shipped_folder
from detector.types import Entry

ENOUGH = 3
"""How many different words of a topic tell that a passage is about it."""


class Topics(NamedTuple):
    """The words of each topic with their endings, and the topics of each image."""

    words: Mapping[str, frozenset[str]]
    of_image: Mapping[str, tuple[str, ...]]

    def making_a_term(self, entry: Entry, around: Collection[str]) -> str | None:
        """Return the topic that words around a phrase tell, among those the entry's own words belong to; or None."""
        present = frozenset(around)
        own = (entry.field,) if entry.field else self.of_image.get(entry.image, ())
        return next((topic for topic in own if len(self.words.get(topic, frozenset()) & present) >= ENOUGH), None)


@cache
def shipped_topics() -> Topics:
    """Return the topics of ``lexicons/topics.toml``."""
    tables = tomllib.loads((shipped_folder() / "topics.toml").read_text(encoding="utf-8"))
    images = {image for table in tables.values() for image in table["images"]}
    return Topics(
        {topic: regular_forms(table["words"]) for topic, table in tables.items()},
        {image: tuple(topic for topic, table in tables.items() if image in table["images"]) for image in images},
    )
