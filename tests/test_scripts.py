"""The scripts that fit the weights run on a labelled file and print what they reach."""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"

BIASED = ["The callous regime sneered at grieving families.", "Rabid zealots rammed the bill through; the knives are out."]
PLAIN = ["The council met on Monday.", "The report was published at 9 a.m., the ministry said."]
FIGURATIVE = ["The talks broke the ice between the two sides.", "Her career went down the tubes after the scandal."]
LITERAL = ["The ship broke the ice in the frozen harbour.", "The waste water went down the tubes into a tank."]


def run(monkeypatch: pytest.MonkeyPatch, script: str, file: Path) -> None:
    monkeypatch.setattr(sys, "argv", [script, str(file)])
    monkeypatch.syspath_prepend(str(SCRIPTS))
    runpy.run_path(str(SCRIPTS / script), run_name="__main__")


def test_the_tone_is_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    rows = [
        {"text": text, "label": label, "outlet": outlet, "group": "center", "words": []}
        for outlet in ("A", "B")
        for label, texts in ((1, BIASED), (0, PLAIN))
        for text in texts
    ]
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run(monkeypatch, "fit_tone.py", file)
    said = capsys.readouterr().out
    assert "8 sentences, 4 biased, 2 outlets" in said
    assert "auc 1.000" in said


def test_the_sense_is_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    phrases = ("broke the ice", "went down the tubes")
    rows = [
        {"text": text, "span": [text.index(phrase), text.index(phrase) + len(phrase)], "label": label, "type": phrase}
        for label, texts in (("figurative", FIGURATIVE), ("literal", LITERAL))
        for phrase, text in zip(phrases, texts, strict=True)
    ]
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run(monkeypatch, "fit_sense.py", file)
    assert "4 uses of entries that can be literal: 2 figurative, 2 literal" in capsys.readouterr().out
