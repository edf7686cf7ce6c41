"""Name the machine and the versions a benchmark ran with."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path


def describe() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("editorial-detector", "spacy", "textacy", "streamlit"))
    return f"{_processor()}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}; {packages}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
