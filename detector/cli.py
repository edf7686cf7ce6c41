"""The command `detector`."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from detector import __version__
from detector.config import Config, parse_category, parse_fail_on, read_config
from detector.errors import DetectorError
from detector.lexicon_cli import add_lexicon_commands
from detector.options import add_story_options
from detector.tone_cli import add_tone_commands

if TYPE_CHECKING:
    from detector.render import CheckedFile

OK, FOUND, FAILED = 0, 1, 2
"""Exit statuses: nothing at or above the threshold; something is; the check itself could not run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; errors go to standard error, never as a traceback."""
    arguments = _parser().parse_args(argv)
    logging.basicConfig(format="detector: %(message)s")
    logging.getLogger("detector").setLevel(logging.INFO)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except DetectorError as error:
        print(f"detector: {error}" if "\n" not in str(error) else error, file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print("detector: interrupted", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="detector", description="Find idioms, clichés and loaded language in news copy.")
    parser.add_argument("--version", action="version", version=f"detector {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(commands)
    review = commands.add_parser("review", help="open the review page in a browser")
    review.add_argument("files", nargs="*", metavar="FILE", help="stories to open")
    review.add_argument("--port", type=int, default=8501, help="the page's port (default 8501)")
    review.set_defaults(run=_review)
    add_tone_commands(commands)
    add_lexicon_commands(commands)
    return parser


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser(
        "check",
        help="check stories",
        description="Exit status 0: nothing at or above the threshold; 1: something is; 2: the check could not run.",
    )
    add_story_options(check)
    check.add_argument("--fail-on", metavar="SEVERITY", help="suggestion, warning, error (default) or never")
    check.add_argument("--category", action="append", default=[], metavar="NAME", help="report this category only; repeatable")
    check.add_argument("--quoted", action="store_true", help="quoted words keep their severity and count")
    check.add_argument("--show-literal", action="store_true", help="tell what was left alone as meant plainly, and why")
    check.add_argument("--actors", action="store_true", help="tell whom the loaded words describe")
    check.add_argument("--no-color", "--no-colour", dest="no_color", action="store_true", help="no colour on a terminal")
    check.set_defaults(run=_check)


def _settings(arguments: argparse.Namespace) -> Config:
    config = read_config(arguments.config)
    if arguments.category:
        config = replace(config, categories=tuple(parse_category(name, "--category") for name in arguments.category))
    if arguments.fail_on:
        config = replace(config, fail_on=parse_fail_on(arguments.fail_on, "--fail-on"))
    asked = {name: getattr(config, name) or getattr(arguments, name) for name in ("quoted", "show_literal", "actors")}
    return replace(config, **asked)


def _check(arguments: argparse.Namespace) -> int:
    config = _settings(arguments)
    from detector.checking import check_files

    checked, errors = check_files(arguments.files, config)
    if arguments.format == "json":
        from detector.render.json_format import render_json

        sys.stdout.write(render_json(checked))
    else:
        from detector.render.text_format import render_text

        sys.stdout.write(render_text(checked, colour=_colour(arguments.no_color)))
    for error in errors:
        print(f"detector: {error}", file=sys.stderr)
    return FAILED if errors else _status(checked, config)


def _status(checked: Sequence[CheckedFile], config: Config) -> int:
    from detector.render import is_counted

    if config.fail_on is None:
        return OK
    findings = (finding for file in checked for finding in file.report.findings)
    bad = any(finding.severity >= config.fail_on and is_counted(finding, quoted=config.quoted) for finding in findings)
    return FOUND if bad else OK


def _colour(no_color: bool) -> bool:
    return not no_color and not os.environ.get("NO_COLOR") and sys.stdout.isatty()


def _review(arguments: argparse.Namespace) -> int:
    from detector.review.launch import launch

    return launch(arguments.files, arguments.port)
