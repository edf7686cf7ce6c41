"""Write the counts of the shipped lexicons into docs/lexicon.md."""

from __future__ import annotations

import re
from pathlib import Path

from detector.inspection import markdown_tables
from detector.lexicon import shipped_folder

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "lexicon.md"
COUNTS = re.compile(r"(<!-- counts -->\n).*(<!-- /counts -->)", re.DOTALL)


def filled(text: str) -> str:
    return COUNTS.sub(lambda match: f"{match.group(1)}{markdown_tables([shipped_folder()])}{match.group(2)}", text)


if __name__ == "__main__":
    GUIDE.write_text(filled(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
