"""Does time grow with the text, and not with the lexicon? Ratios of one run."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from machine import describe

from detector.cache import load_compiled
from detector.compiled import compile_lexicon
from detector.config import Config
from detector.lexicon import load_lexicon, shipped_folder
from detector.pipeline import Detector
from detector.types import Lexicon

LONGER = (10, 50)
LONG_RUNS = 3
"""Of the texts that long; they take seconds each."""

STORY = Path(__file__).resolve().parents[1] / "samples" / "newspaper-report.txt"


def seconds(det: Detector, text: str) -> float:
    start = time.perf_counter()
    det.check(text)
    return time.perf_counter() - start


def least(cases: Sequence[tuple[Detector, str]], runs: int) -> list[float]:
    """Return the least time of each case, taken in turns: what else the machine does only ever adds."""
    for det, text in cases:
        det.check(text)
    return [min(times) for times in zip(*([seconds(*case) for case in cases] for _ in range(runs)), strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    print(describe())
    story = STORY.read_text(encoding="utf-8")
    lexicon = load_lexicon([shipped_folder()])
    det = Detector(compile_lexicon(lexicon), Config())
    base, *longer = least([(det, story * 10 * factor) for factor in (1, *LONGER)], LONG_RUNS)
    for factor, took in zip(LONGER, longer, strict=True):
        print(f"{factor} times the text: {took / base / factor:.2f} of {factor} times the time")
    picked = dict(random.Random(1).sample(sorted(lexicon.entries.items()), min(1500, len(lexicon.entries))))
    few = Detector(compile_lexicon(Lexicon(dict(sorted(picked.items())))), Config())
    wire = STORY.with_name("wire-story.txt").read_text(encoding="utf-8") * 20
    many, fewer = least([(det, wire), (few, wire)], runs)
    print(f"{len(lexicon.entries)} entries to {len(picked)}: {many / fewer:.2f} times the time on ordinary text")
    with tempfile.TemporaryDirectory() as folder:
        load_compiled([shipped_folder()], folder=Path(folder))
        start = time.perf_counter()
        load_compiled([shipped_folder()], folder=Path(folder))
        print(f"loading {len(lexicon.entries)} compiled entries: {1000 * (time.perf_counter() - start):.0f} ms")


if __name__ == "__main__":
    main()
