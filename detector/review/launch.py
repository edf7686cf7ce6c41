"""Open the review page from the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from detector.errors import InputError
from detector.readers import read_file


def page_path() -> Path:
    """Return the page's script: in an installed package beside this module, in a checkout at the root."""
    beside = Path(__file__).with_name("app.py")
    return beside if beside.is_file() else Path(__file__).resolve().parents[2] / "app.py"


def launch(files: Sequence[str], port: int) -> int:
    """Serve the page on ``port`` with the files open; return its exit status when it is stopped.

    Raises:
        InputError: a file cannot be read.
    """
    for name in files:
        if not Path(name).is_file():
            raise InputError(f"{name}: no such file: check the name and the folder you are in")
        read_file(Path(name))
    command = [sys.executable, "-m", "streamlit", "run", str(page_path()), "--server.port", str(port)]
    command += ["--browser.gatherUsageStats", "false", "--", *(str(Path(name).resolve()) for name in files)]
    return subprocess.run(command, check=False).returncode
