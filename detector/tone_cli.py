"""The commands `detector tone` and `detector compare`: how loaded stories read, and what a rewrite did."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from detector.config import Config, read_config
from detector.options import add_config_option, add_story_options

if TYPE_CHECKING:
    from detector.render import CheckedFile
    from detector.types import Contribution, PassageTone

REASONS = 12
"""How many contributions a story shows; the rest is summed."""

_COLUMNS = ("loadedness", "label", "sources", "valence", "sensational", "hedging", "figurative", "ease", "words")
_WIDTH = 90


def add_tone_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `tone` and `compare`."""
    tone = commands.add_parser(
        "tone",
        help="tell how loaded stories read",
        description="Loadedness, sensational 0 to 100; valence, hedging -1 to 1; figurative per 100 words; ease: Flesch.",
    )
    add_story_options(tone)
    tone.add_argument("--by", choices=("sentence", "paragraph"), help="a line for each sentence or paragraph too")
    tone.set_defaults(run=_tone)
    compare = commands.add_parser("compare", help="tell what a rewrite did to findings and tone")
    compare.add_argument("old", metavar="OLD")
    compare.add_argument("new", metavar="NEW")
    add_config_option(compare)
    compare.set_defaults(run=_compare)


def _check(names: Sequence[str], config: Config) -> list[CheckedFile]:
    """Check every file; the first that cannot be read ends it with its error."""
    from detector.checking import check_files

    checked, errors = check_files(names, config)
    if errors:
        raise errors[0]
    return checked


def _tone(arguments: argparse.Namespace) -> int:
    files = _check(arguments.files, replace(read_config(arguments.config), actors=True))
    if arguments.format == "json":
        sys.stdout.write(json.dumps([_values(file) for file in files], ensure_ascii=False, indent=2) + "\n")
        return 0
    rows = [(file.path, _row(file)) for file in files]
    width = max(len(path) for path, _ in rows)
    print(f"{'':{width}}  " + "  ".join(f"{name:>11}" for name in _COLUMNS))
    for path, row in rows:
        print(f"{path:{width}}  " + "  ".join(f"{cell:>11}" for cell in row))
    for file in files:
        print("\n".join(["", *_story(file, arguments.by)]))
    return 0


def _values(file: CheckedFile) -> dict[str, Any]:
    from detector.readability import reading_ease
    from detector.render.json_format import tone_values

    return {"path": file.path, "tone": dict(tone_values(file.report.tone)), "reading_ease": reading_ease(file.report.text)}


def _row(file: CheckedFile) -> list[str]:
    from detector.readability import reading_ease

    tone = file.report.tone
    ease = reading_ease(file.report.text)
    return [
        f"{tone.loadedness:.0f}",
        tone.label,
        f"{tone.sources.loadedness:.0f}" if tone.sources else "-",
        f"{tone.valence:+.2f}",
        f"{tone.sensationalism:.0f}",
        f"{tone.hedging:+.2f}",
        f"{tone.figurative_density:.1f}",
        "-" if ease is None else f"{ease:.0f}",
        str(sum(sentence.words for sentence in tone.sentences)),
    ]


def _story(file: CheckedFile, by: str | None) -> Iterator[str]:
    from detector.render.text_format import actor_line

    tone = file.report.tone
    yield f"{file.path}: {tone.loadedness:.1f} adds up from"
    yield from _reasons(tone.contributions)
    if file.report.actors:
        yield "  whom the loaded words describe"
        yield from (f"    {actor_line(actor)}" for actor in file.report.actors)
    passages = {None: (), "sentence": tone.sentences, "paragraph": tone.paragraphs}[by]
    yield from (_passage(file, passage) for passage in passages if passage.words)


def _reasons(contributions: Sequence[Contribution]) -> Iterator[str]:
    """The largest contributions, and the sum of the rest."""
    from detector.tone import ranked

    reasons = ranked(contributions)
    for contribution in reasons[:REASONS]:
        what = {"base": "(every sentence starts here)"}.get(contribution.feature, contribution.text)
        yield f"  {contribution.loadedness:+7.2f}  {contribution.feature:12} {' '.join(what.split())}"
    if rest := reasons[REASONS:]:
        yield f"  {sum(c.loadedness for c in rest):+7.2f}  {len(rest)} more"


def _passage(file: CheckedFile, passage: PassageTone) -> str:
    line = file.document.position(passage.start).line
    return f"{file.path}:{line}: {passage.loadedness:3.0f}  {_short(file.report.text[passage.start : passage.end])}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _compare(arguments: argparse.Namespace) -> int:
    old, new = _check([arguments.old, arguments.new], read_config(arguments.config))
    before, after = old.report.tone, new.report.tone
    print(f"loadedness {before.loadedness:.0f} ({before.label}) -> {after.loadedness:.0f} ({after.label})")
    print(f"valence {before.valence:+.2f} -> {after.valence:+.2f}")
    print(f"findings {len(old.report.findings)} -> {len(new.report.findings)}")
    gone, come = _entries(old), _entries(new)
    for sign, names in (("-", _without(gone, come)), ("+", _without(come, gone))):
        if names:
            print(f"{sign} {', '.join(names)}")
    ours, theirs = list(before.sentences), list(after.sentences)
    texts = [_text(old, passage) for passage in ours], [_text(new, passage) for passage in theirs]
    for kind, a, b, c, d in SequenceMatcher(None, texts[0], texts[1], autojunk=False).get_opcodes():
        if kind != "equal":
            print()
            _print_sentences("-", old, ours[a:b])
            _print_sentences("+", new, theirs[c:d])
    return 0


def _text(file: CheckedFile, passage: PassageTone) -> str:
    return " ".join(file.report.text[passage.start : passage.end].split())


def _entries(file: CheckedFile) -> list[str]:
    return [" ".join(finding.text.split()) for finding in file.report.findings]


def _without(names: Iterable[str], others: Iterable[str]) -> list[str]:
    """The names less the others, repeats counted."""
    return sorted((Counter(names) - Counter(others)).elements())


def _print_sentences(sign: str, file: CheckedFile, passages: Iterable[PassageTone]) -> None:
    for passage in passages:
        inside = [" ".join(f.text.split()) for f in file.report.findings if passage.start <= f.start < passage.end]
        marks = f"  [{', '.join(inside)}]" if inside else ""
        print(f"{sign} {passage.loadedness:3.0f}  {_text(file, passage)}{marks}")
