"""Options that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path


def add_story_options(parser: ArgumentParser) -> None:
    """Add the stories to read, the format and the settings."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="files or folders; - reads standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_config_option(parser)


def add_config_option(parser: ArgumentParser) -> None:
    """Add the settings."""
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings; default detector.toml or pyproject.toml here")
