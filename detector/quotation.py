"""Whose words: quotation marks, block quotations and script lines, with their speakers where they can be told.

Marks are paired by what stands on each side of them, so that an apostrophe, '90s or an inch mark opens nothing. A mark
without its partner quotes nothing, except in a speech of several paragraphs, each opened and only the last closed.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from detector.lexicon import shipped_folder
from detector.tokens import BLANK_LINE, fold_marks, sentences
from detector.types import Span

SCARE_WORDS = 3
"""Up to how many words in marks, attributed to nobody, are the writer's own."""

_DOUBLE = re.compile(r'"')
_SINGLE = re.compile(r"'")
_ELISION = re.compile(r"'(?:\d\ds?|em|tis|twas|til|n|cause|bout|round)\b", re.IGNORECASE)
_BEFORE_OPEN = frozenset(" \n([{-/'\"")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE = re.compile(r"\s*[A-Z][^\n]*[.!?,]\s*")
_BLOCK = re.compile(r"^[^\S\n]{0,3}>[^\n]*", re.MULTILINE)

_NAME = r"(?:[A-Z][\w'.&-]*|al-[A-Z]\w+)(?: (?:[A-Z][\w'.&-]*|al-[A-Z]\w+|de|la|van|von|der|bin|ibn|of|the(?= [A-Z])))*"
_SCRIPT = re.compile(
    r"^[^\S\n]*(?P<who>(?:(?:[A-Z][\w'.-]+ ){1,4}[A-Z]?[\w'.-]*|[A-Z][A-Z'. -]{2,40})(?:, ?[^:\"\n]{2,80})?)"
    r":[^\S\n]*(?P<speech>\S[^\n]*)",
    re.MULTILINE,
)
_NOT_SPEAKERS = frozenset(
    """note update correction editor's file photo caption related read more breaking watch live source summary background
    headline dateline voiceover anchor intro lead""".split()
)
_SAY = "|".join(tomllib.loads((shipped_folder() / "speech.toml").read_text(encoding="utf-8"))["verbs"])
_COMMON_NP = (
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Ii]ts) (?:(?!(?:the|an?|his|her|their)\b)[\w'.-]+ ?){1,6}"
)
_TITLED = (  # "fire chief Dale Norquist"
    r"(?!(?:on|in|at|to|that|the|an?|he|she|it|they|we|after|before|when|while|as|during|of|from|by|for|with|last|this|his|her"
    rf"|their|if|and|but|about|there|how|why|what|who|not|next)\b)(?:[a-z][\w'-]+ ){{1,3}}{_NAME}"
)
_WHO = rf"(?:{_NAME}|{_TITLED}|{_COMMON_NP}|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)"
_AFTER = re.compile(
    rf"[,.!?\"' -]{{0,4}}\s*(?:(?:{_SAY}) (?P<late>{_WHO})"
    rf"|(?P<early>{_WHO})(?:, [^,\n]{{2,60}},)? (?:has |had |also |later |then )?(?:{_SAY})\b)"
)
_CREDIT = re.compile(rf"[\"']?\s*-+\s*(?P<who>{_NAME})(?:, [^\n.]{{2,60}})?\.?\s*(?:\n|$)")
_DIALOGUE = re.compile(r"^[^\S\n]{0,3}[\u2013\u2014\u2015]\s*(?P<speech>[A-Z\"'\u2018\u201c][^\n]*)", re.MULTILINE)
_DIALOGUE_SAID = re.compile(rf"(?<=[,?!])(?P<said>) (?:(?:{_SAY}) (?P<late>{_WHO})|(?P<early>{_WHO}) (?:{_SAY})\b)[.,]? ?")
_ACCORDING = re.compile(rf"(?:[Aa]ccording to|[Ii]n the words of) (?P<who>{_WHO})")
_VERB_BEFORE = re.compile(rf"(?<![-\w])(?:{_SAY})\b")
_SUBJECT = re.compile(
    rf"(?P<who>(?:{_NAME}|{_COMMON_NP})(?:, [^,\n]{{2,60}},)?|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)"
    r"(?: (?:who|which|has|had|have|also|later|then|repeatedly|once|publicly))* $"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are not the writer's own, or only marked as if.

    Attributes:
        start: offset of the first character inside the marks.
        end: offset after the last character inside the marks.
        speaker: who says them, as the text names them.
        scare: one to three words in marks, attributed to nobody: the writer's own.
    """

    start: int
    end: int
    speaker: str | None = None
    scare: bool = False


class Quotations:
    """The quotations of one text, for looking up what covers a span."""

    def __init__(self, found: Sequence[Quotation]) -> None:
        self._found = sorted(found, key=lambda quotation: (quotation.start, -quotation.end))
        self._starts = [quotation.start for quotation in self._found]
        self._longest = max((quotation.end - quotation.start for quotation in found), default=0)

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._found)

    def covering(self, start: int, end: int) -> Quotation | None:
        """Return the quotation that holds the whole span: the innermost with a speaker, else the innermost."""
        holding: list[Quotation] = []
        for index in range(bisect_right(self._starts, start) - 1, -1, -1):
            quotation = self._found[index]
            if quotation.start < start - self._longest:
                break
            if end <= quotation.end and not quotation.scare:
                holding.append(quotation)
        return next((quotation for quotation in holding if quotation.speaker), holding[0] if holding else None)

    def ranges(self, start: int, end: int) -> list[Span]:
        """Return what of ``start`` to ``end`` is quoted, by position, without overlaps; scare quotes are the writer's."""
        merged: list[Span] = []
        first_near = bisect_left(self._starts, start - self._longest)
        for quotation in self._found[first_near : bisect_left(self._starts, end)]:
            if quotation.end <= start or quotation.scare:
                continue
            first, last = max(start, quotation.start), min(end, quotation.end)
            if merged and first <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, last))
            else:
                merged.append(Span(first, last))
        return merged


def find_quotations(text: str) -> Quotations:
    """Find every quotation of a text; offsets into ``text``."""
    plain = fold_marks(text)
    script = [*_script_lines(plain), *_dialogue(text, plain)]
    if '"' not in plain and "'" not in plain and ">" not in plain:
        return Quotations(script)
    found: list[Quotation] = []
    for start, end in _blocks(plain):
        double = list(_pairs(text, plain, start, end, _DOUBLE, _double_opens))
        single = [pair for pair in _pairs(text, plain, start, end, _SINGLE, _single_opens) if not _inside(pair, double)]
        found += _attributed(plain, start, end, sorted(double + single), script)
    found += [Quotation(match.start(), match.end()) for match in _BLOCK.finditer(plain)]
    return Quotations(found + script)


def _blocks(plain: str) -> Iterator[tuple[int, int]]:
    """Paragraphs; those that continue one speech (each opens, only the last closes) stand together."""
    start = 0
    for match in BLANK_LINE.finditer(plain):
        if plain[match.end() : match.end() + 40].lstrip()[:1] == '"' and plain.count('"', start, match.start()) % 2:
            continue
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _inside(pair: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start <= pair[0] and pair[1] <= end for start, end in others)


def _double_opens(text: str, plain: str, at: int) -> bool | None:
    """Whether the mark at ``at`` opens (True), closes (False) or is no quotation mark (None)."""
    before = plain[at - 1] if at else " "
    after = plain[at + 1] if at + 1 < len(plain) else " "
    if text[at] == "\u201e":
        return True
    if text[at] == "\u00ab":  # opens in French, closes in German
        return before.isspace() or before in _BEFORE_OPEN or after.isalnum()
    if text[at] == "\u00bb":
        return before.isspace() and after.isalnum()
    if before.isspace() or before in _BEFORE_OPEN:
        return not after.isspace()
    return False


def _single_opens(text: str, plain: str, at: int) -> bool | None:
    before = plain[at - 1] if at else " "
    after = plain[at + 1] if at + 1 < len(plain) else " "
    if before.isalnum() and after.isalnum():
        return None
    if before.isspace() or before in _BEFORE_OPEN:
        opens = after.isalnum() and text[at] != "\u2019" and not _ELISION.match(plain, at)
        return True if opens else None
    return None if after.isalnum() else False


def _pairs(
    text: str, plain: str, start: int, end: int, mark: re.Pattern[str], opens: Callable[[str, str, int], bool | None]
) -> Iterator[tuple[int, int]]:
    """Pair opening and closing marks; yield the ranges between them."""
    opened: int | None = None
    maybe: int | None = None  # a closing mark that may be the apostrophe of a plural possessive
    for match in mark.finditer(plain, start, end):
        at = match.start()
        kind = opens(text, plain, at)
        if kind is None:
            continue
        if kind:
            if opened is not None and maybe is not None:
                yield opened, maybe
            elif opened is not None and _line_start(plain, at):
                yield opened, len(plain[:at].rstrip())  # the next paragraph of one speech
            opened, maybe = at + 1, None
        elif opened is not None:
            if _inch(plain, at):
                continue
            if mark is _SINGLE and plain[at - 1] == "s":
                maybe = at
                continue
            yield opened, at
            opened = maybe = None
    if opened is not None and maybe is not None:
        yield opened, maybe


def _line_start(plain: str, at: int) -> bool:
    return plain[plain.rfind("\n", 0, at) + 1 : at].isspace() or at == 0 or plain[at - 1] == "\n"


def _inch(plain: str, at: int) -> bool:
    """Whether a closing mark after a figure is a lone inch mark: another closing mark follows before any opening."""
    if not plain[at - 1].isdigit():
        return False
    following = plain.find('"', at + 1)
    return following >= 0 and not plain[following - 1].isspace() and "\n" not in plain[at:following]


def _attributed(
    plain: str, start: int, end: int, pairs: Sequence[tuple[int, int]], script: Sequence[Quotation]
) -> Iterator[Quotation]:
    """Give the quotations of one paragraph their speakers; a later one without its own keeps the last."""
    last: str | None = None
    waiting: list[Quotation] = []  # the first paragraphs of a speech whose speaker comes at its end
    for number, (first, after) in enumerate(pairs):
        until = pairs[number + 1][0] - 1 if number + 1 < len(pairs) else end
        since = pairs[number - 1][1] + 1 if number else start
        speaker, attributed = _speaker(plain, first, after, since, until)
        speaker = speaker or next((line.speaker for line in script if line.start <= first and after <= line.end), None)
        open_ended = plain[after : after + 1] not in ("'", '"')
        fragment = not open_ended and not _SENTENCE.fullmatch(plain, first, after)
        short = fragment and len(_WORD.findall(plain, first, after)) <= SCARE_WORDS
        scare = short and speaker is None and not attributed
        if not short:
            speaker = speaker or last
        quotation = Quotation(first, after, speaker, scare)
        if open_ended and speaker is None:
            waiting.append(quotation)
            continue
        yield from (replace(earlier, speaker=speaker) for earlier in waiting)
        waiting = []
        yield quotation
        last = speaker or last
    yield from waiting


def _speaker(plain: str, first: int, after: int, since: int, until: int) -> tuple[str | None, bool]:
    """Return the speaker of ``plain[first:after]``, and whether the sentence attributes it at all."""
    behind = plain[after + 1 : min(until, after + 160)].split("\n")[0]
    if found := _AFTER.match(behind):
        return _clean(found.group("late") or found.group("early")), True
    if found := _CREDIT.match(plain, after):
        return _clean(found.group("who")), True
    lead = _last_sentence(plain, max(since, first - 240), first - 1)
    verbs = list(_VERB_BEFORE.finditer(lead))
    if verbs:
        subject = _SUBJECT.search(lead[: verbs[-1].start()])
        return _clean(subject.group("who")) if subject else None, True
    if found := _ACCORDING.search(lead) or _ACCORDING.search(behind[:80].split(". ")[0]):
        return _clean(found.group("who")), True
    return None, False


def _last_sentence(plain: str, start: int, end: int) -> str:
    """The sentence under way at ``end``, or nothing where one has just ended."""
    start = max(start, plain.rfind("\n", start, end) + 1)
    found = sentences(plain, start, end)
    if not found or plain[found[-1][1] - 1] in ".!?":
        return ""
    return plain[found[-1][0] : end]


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" ,.")


def _dialogue(text: str, plain: str) -> Iterator[Quotation]:
    """Lines that begin with a dash: speech up to "…, said Price." and again after it."""
    lines = list(_DIALOGUE.finditer(text))
    for line in lines:
        start, end = line.span("speech")
        said = _DIALOGUE_SAID.search(plain, start, end)
        if said is None:
            if len(lines) > 1:
                yield Quotation(start, end)
            continue
        speaker = _clean(said.group("late") or said.group("early"))
        yield Quotation(start, said.start("said"), speaker)
        if plain[said.end() : end].strip(" .,"):
            yield Quotation(said.end(), end, speaker)


def _script_lines(plain: str) -> Iterator[Quotation]:
    """Lines such as ``Maria Lopez, coast guard commander: …``: all after the colon is hers."""
    if ":" not in plain:
        return
    for match in _SCRIPT.finditer(plain):
        who = match.group("who")
        if who.split()[0].lower().strip(":,") not in _NOT_SPEAKERS and len(who.split()) <= 14:
            name = who if who.isupper() else who.split(",")[0]
            if _is_name(name):
                yield Quotation(match.start("speech"), match.end("speech"), _clean(who))


def _is_name(label: str) -> bool:
    parts = label.split()
    small = {"de", "la", "van", "von", "der", "bin", "ibn", "of", "the", "and"}
    return bool(parts) and all(part[:1].isupper() or part in small for part in parts) and (len(parts) > 1 or label.isupper())
