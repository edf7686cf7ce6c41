"""The frozen vocabulary every module shares.

Offsets are characters into the text as given, half open. No value here holds a spaCy object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal, NamedTuple


class Family(StrEnum):
    """What a mark is about; the longest finding wins inside a family."""

    FIGURATIVE = "figurative"
    LOADED = "loaded"
    SOFT = "soft"


class Category(StrEnum):
    """Why a phrase is marked."""

    IDIOM = "idiom"
    CLICHE = "cliche"
    JOURNALESE = "journalese"
    PROVERB = "proverb"
    MALFORMED = "malformed"
    METAPHOR = "metaphor"
    LOADED = "loaded"
    SENSATIONAL = "sensational"
    LABEL = "label"
    EUPHEMISM = "euphemism"
    HEDGE = "hedge"
    WEASEL = "weasel"
    INTENSIFIER = "intensifier"
    JARGON = "jargon"
    REDUNDANCY = "redundancy"

    @property
    def family(self) -> Family:
        """The family this category belongs to."""
        return _FAMILIES.get(self, Family.SOFT)


ENTRY_CATEGORIES = tuple(category for category in Category if category is not Category.METAPHOR)
"""What an entry can be; a metaphor is mixed or piled up from several."""

_FAMILIES = dict.fromkeys(
    (Category.IDIOM, Category.CLICHE, Category.JOURNALESE, Category.PROVERB, Category.MALFORMED, Category.METAPHOR),
    Family.FIGURATIVE,
) | dict.fromkeys((Category.LOADED, Category.SENSATIONAL, Category.LABEL), Family.LOADED)


class Severity(IntEnum):
    """How much a mark asks of the editor; ordered."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in small letters, as files and JSON write it."""
        return self.name.lower()


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


LiteralUse = Literal["never", "sometimes", "often"]
Sense = Literal["figurative", "literal", "uncertain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One lexicon entry, as an editor wrote it, defaults filled in.

    Attributes:
        id: the table's name, unique over all lexicons.
        pattern: the citation form.
        gloss: what the phrase means, in plain words.
        instead: plain words to offer; ``<verb>`` is inflected as the verb found, slots are copied.
        note: why it matters.
        image: the picture a figurative phrase draws on.
        valence: -3 (unfavourable) to 3 (favourable).
        intensity: 0 to 3, what it adds to the tone.
        literal: how far the words also occur in their plain sense.
        literal_near: words nearby that betray the plain sense.
        figurative_near: words nearby that betray the figurative sense.
        exceptions: patterns; where one overlaps, the entry is not reported.
        hits: sentences in which the entry must be found.
        misses: sentences in which it must not be reported.
        field: the topic in whose own texts the phrase is a term and no figure; empty for that of the image.
        region: the English it belongs to, empty for all.
        rigid: no adverb may stand inside.
        passive: the object may come first.
        path: the file it comes from.
        line: the line of its header, from 1.
    """

    id: str
    pattern: str
    category: Category
    severity: Severity
    gloss: str
    instead: tuple[str, ...] = ()
    note: str = ""
    image: str = ""
    valence: int = 0
    intensity: int = 1
    literal: LiteralUse = "never"
    literal_near: tuple[str, ...] = ()
    figurative_near: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    field: str = ""
    region: str = ""
    rigid: bool = False
    passive: bool = False
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by id, in file order."""

    entries: Mapping[str, Entry]
    files: Mapping[str, str] = field(default_factory=dict)
    """Path to title, in load order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place where the words of an entry stand, before anything is decided about it.

    Attributes:
        entry: the entry.
        span: from the first to the last word of the phrase.
        suggestions: the entry's plain words, inflected, recased and filled from the slots.
        excepted: whether one of the entry's exceptions overlaps.
        varied: whether the phrase departs from its fixed form: a modifier put in, another determiner, the object first.
    """

    entry: Entry
    span: Span
    suggestions: tuple[str, ...] = ()
    excepted: bool = False
    varied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mark in the text, with all that explains it.

    Attributes:
        start: offset of the first character.
        end: offset after the last character.
        text: the words as they stand.
        entry_id: the lexicon entry.
        category: why it is marked.
        severity: what it asks of the editor here (a quoted phrase asks less than its entry does).
        message: what it is and what it means, one line.
        gloss: what it means.
        note: why it matters; may be empty.
        suggestions: what to write instead, ready to stand in place; may be empty.
        confidence: 0 to 1, how sure it is that the mark is right.
        quoted: whether the words are somebody else's.
        speaker: whose, where that can be told.
        sense: the reading decided on; None where the entry has no plain sense to tell from.
        reasons: why it was decided so, in an editor's words.
        valence: -3 to 3, from the entry.
        intensity: 0 to 3, from the entry.
        image: the picture it draws on; may be empty.
        fingerprint: stays the same while the phrase and its sentence do, wherever they move in the file.
    """

    start: int
    end: int
    text: str
    entry_id: str
    category: Category
    severity: Severity
    message: str
    gloss: str = ""
    note: str = ""
    suggestions: tuple[str, ...] = ()
    confidence: float = 1.0
    quoted: bool = False
    speaker: str | None = None
    sense: Sense | None = None
    reasons: tuple[str, ...] = ()
    valence: int = 0
    intensity: int = 0
    image: str = ""
    fingerprint: str = ""


class Contribution(NamedTuple):
    """What one finding, or one feature of the context, added to a score.

    Attributes:
        fingerprint: of the finding; empty for context.
        text: its words; empty for the base every sentence starts from.
        loadedness: points of the document's loadedness; negative where it takes away.
        valence: part of the document's valence.
        feature: the finding's category, or the name of the context feature.
    """

    fingerprint: str
    text: str
    loadedness: float
    valence: float
    feature: str


ToneLabel = Literal["neutral", "measured", "coloured", "loaded", "inflammatory"]


class PassageTone(NamedTuple):
    """The tone of a sentence, a paragraph or all of one voice.

    Attributes:
        start: offset of the first character.
        end: offset after the last.
        loadedness: 0 (wire copy) to 100 (polemic): how likely experts are to call it biased, in per cent.
        valence: -1 (unfavourable) to 1 (favourable).
        sensationalism: 0 to 100.
        hedging: -1 (all asserted) to 1 (all hedged); 0 where there is neither or both alike.
        figurative_density: figurative findings per 100 words.
        words: how many words of this voice it has; with none the rest is 0.
    """

    start: int
    end: int
    loadedness: float = 0.0
    valence: float = 0.0
    sensationalism: float = 0.0
    hedging: float = 0.0
    figurative_density: float = 0.0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Tone:
    """The tone of the writer's own words, and beside it that of the words quoted.

    Attributes:
        loadedness: 0 (wire copy) to 100 (polemic): how likely experts are to call its sentences biased, in per cent.
        valence: -1 (unfavourable) to 1 (favourable).
        label: loadedness in a word.
        sensationalism: 0 to 100.
        hedging: -1 (all asserted) to 1 (all hedged).
        figurative_density: figurative findings per 100 words.
        sentences: the same by sentence.
        paragraphs: the same by paragraph.
        contributions: what each finding and each feature of the context added; they sum to loadedness and valence.
        sources: the same of the words quoted; None where nothing is quoted.
        opinion: whether the piece says of itself that it is opinion; its label is one step milder.
    """

    loadedness: float = 0.0
    valence: float = 0.0
    label: ToneLabel = "neutral"
    sensationalism: float = 0.0
    hedging: float = 0.0
    figurative_density: float = 0.0
    sentences: tuple[PassageTone, ...] = ()
    paragraphs: tuple[PassageTone, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    sources: PassageTone | None = None
    opinion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something the writer's loaded words describe.

    Attributes:
        name: as the text names it, loaded words left out.
        words: the loaded words, by position.
        fingerprints: of their findings.
        loadedness: points they added to the document's loadedness.
        valence: the sum of theirs.
    """

    name: str
    words: tuple[str, ...]
    fingerprints: tuple[str, ...]
    loadedness: float
    valence: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one text.

    Attributes:
        text: the text as given.
        findings: by position.
        tone: how loaded it reads.
        literal: phrases left alone because they are meant plainly, with the reason; only where the settings ask for them.
        actors: who gets the loaded words; only where the settings ask for them.
    """

    text: str
    findings: tuple[Finding, ...]
    tone: Tone
    literal: tuple[Finding, ...] = ()
    actors: tuple[Actor, ...] = ()
