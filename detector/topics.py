"""What a passage is about, as far as it makes a phrase a term of the trade: a sticky wicket in a cricket report."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Set
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

    def of(self, entry: Entry) -> tuple[str, ...]:
        """Return the topics in whose texts an entry's phrase is a term: its field, or those of its image."""
        return (entry.field,) if entry.field else self.of_image.get(entry.image, ())

    def told(self, topics: Iterable[str], around: Set[str]) -> str | None:
        """Return the first of some topics that enough of the words around a phrase tell, or None."""
        return next((topic for topic in topics if len(self.words.get(topic, frozenset()) & around) >= ENOUGH), None)


@cache
def shipped_topics() -> Topics:
    """Return the topics of ``lexicons/topics.toml``."""
    tables = tomllib.loads((shipped_folder() / "topics.toml").read_text(encoding="utf-8"))
    images = {image for table in tables.values() for image in table["images"]}
    return Topics(
        {topic: regular_forms(table["words"]) for topic, table in tables.items()},
        {image: tuple(topic for topic, table in tables.items() if image in table["images"]) for image in images},
    )
