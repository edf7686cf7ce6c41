"""Words per second against tokenizing alone, and start-up times against importing spaCy, as ratios of one run."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from machine import describe

import detector

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def texts(paths: list[Path]) -> list[str]:
    """The files' texts, or varied prose that comes with Python: repeating one story would flatter a tokenizer's cache."""
    if paths:
        return [path.read_text(encoding="utf-8") for path in paths]
    from pydoc_data.topics import topics

    return [SAMPLES.joinpath("wire-story.txt").read_text(encoding="utf-8"), *topics.values()]


def seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def throughput(stories: list[str], runs: int) -> None:
    words = sum(len(story.split()) for story in stories)
    blank, det = spacy.blank("en"), detector.load()
    for _ in det.pipe(stories):  # warm: entries unpacked, anchors added
        pass
    ratios, ours = [], []
    for _ in range(runs):
        tokenizing = seconds(lambda: [len(doc) for doc in blank.pipe(stories)])
        checking = seconds(lambda: [len(report.findings) for report in det.pipe(stories)])
        ratios.append(tokenizing / checking)
        ours.append(words / checking)
    print(f"texts: {len(stories)}, {words} words, {runs} runs")
    print(f"Detector.pipe                    {statistics.median(ours):10,.0f} words per second (median)")
    print(f"to tokenizing alone              {statistics.median(ratios):10.2f} (bar: at least 0.4)")


def command(*arguments: str) -> float:
    return seconds(lambda: subprocess.run([sys.executable, *arguments], check=False, stdout=subprocess.DEVNULL))


def start_up(story: Path, runs: int) -> None:
    jobs = {
        "cold detector check, one story": (["-m", "detector", "check", str(story), "--fail-on", "never"], "at most 2.5"),
        "detector --help": (["-m", "detector", "--help"], "under 0.25"),
        "import detector": (["-c", "import detector"], "under 0.25"),
    }
    ratios: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(runs + 1):
        base = command("-c", "import spacy")
        for name, (arguments, _) in jobs.items():
            if turn:  # the first turn warms the disk
                ratios[name].append(command(*arguments) / base)
            else:
                command(*arguments)
    for name, (_, bar) in jobs.items():
        print(f"{name:32s} {statistics.median(ratios[name]):10.2f} times import spacy (bar: {bar})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="texts to check; default: the documentation that Python carries")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    print(describe())
    throughput(texts(arguments.files), arguments.runs)
    start_up(SAMPLES / "newspaper-report.txt", arguments.runs)


if __name__ == "__main__":
    main()
