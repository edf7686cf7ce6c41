"""How well quotations and their speakers are told, on the labelled passages of tests/data/quotations.jsonl.

    python benchmarks/quotation.py [--show]

A quotation is found where its words are the same but for punctuation at the ends; a speaker is right where the name told
holds the one labelled or the other way round ("Price" and "Ned Price").
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from detector.quotation import find_quotations

LABELLED = Path(__file__).resolve().parents[1] / "tests" / "data" / "quotations.jsonl"


class Counts(NamedTuple):
    """Quotations labelled, told, told rightly, and of these with the right speaker."""

    labelled: int = 0
    told: int = 0
    right: int = 0
    speakers: int = 0

    def plus(self, other: Counts) -> Counts:
        """Add up."""
        return Counts(*map(sum, zip(self, other, strict=True)))

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, share of right speakers; 1 where there is nothing to be wrong about."""
        return (
            self.right / self.told if self.told else 1.0,
            self.right / self.labelled if self.labelled else 1.0,
            self.speakers / self.right if self.right else 1.0,
        )


def count(record: dict[str, object], show: bool = False) -> Counts:
    text = str(record["text"])
    told = [(_plain(text[q.start : q.end]), q.speaker) for q in find_quotations(text) if not q.scare]
    labelled = [(_plain(quote["text"]), quote["speaker"]) for quote in record["quotes"]]  # type: ignore[attr-defined]
    right = [(words, speaker) for words, speaker in labelled if any(words == found for found, _ in told)]
    speakers = [pair for pair in right if any(pair[0] == words and _same(pair[1], found) for words, found in told)]
    if show and (len(speakers) < len(labelled) or len(told) > len(labelled)):
        print(f"{record['kind']}: {text!r}\n   labelled {labelled}\n   told     {told}")
    return Counts(len(labelled), len(told), len(right), len(speakers))


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;…'\"")


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.lower() in other.lower() or other.lower() in one.lower()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="show what is wrong")
    show = parser.parse_args().show
    kinds: dict[str, Counts] = defaultdict(Counts)
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        counted = count(record, show)
        kinds[record["kind"]] = kinds[record["kind"]].plus(counted)
        kinds["all"] = kinds["all"].plus(counted)
    print("| kind | quotations | precision | recall | right speakers |\n|---|---:|---:|---:|---:|")
    for kind, counts in sorted(kinds.items(), key=lambda pair: (pair[0] == "all", pair[0])):
        print(f"| {kind} | {counts.labelled} | " + " | ".join(f"{score:.2f}" for score in counts.scores()) + " |")


if __name__ == "__main__":
    main()
