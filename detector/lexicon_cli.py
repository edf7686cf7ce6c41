"""The commands ``detector lexicon …``: an editor's way to check, try and change the lexicon."""

from __future__ import annotations

import argparse
from pathlib import Path

OK, FOUND = 0, 1


def add_lexicon_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``lexicon`` and its actions to the command."""
    lexicon = commands.add_parser("lexicon", help="check, explain, try and change lexicon entries")
    actions = lexicon.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="report every problem of every lexicon file")
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the shipped lexicons")
    check.add_argument("--fix", action="store_true", help="sort and format the files first")
    check.set_defaults(run=_check)
    show = actions.add_parser("show", help="explain an entry and list the forms it finds")
    show.add_argument("wanted", nargs="+", metavar="ID|PHRASE")
    show.set_defaults(run=_show)
    stats = actions.add_parser("stats", help="count entries by category, severity and file")
    stats.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the shipped lexicons")
    stats.set_defaults(run=_stats)
    new = actions.add_parser("new", help="draft an entry and show where it would have fired")
    new.add_argument("phrase", help="the phrase as it stands in a story")
    new.add_argument("files", nargs="*", metavar="FILE", help="stories to look through")
    new.set_defaults(run=_new)
    tried = actions.add_parser("try", help="show where a pattern matches, in context")
    tried.add_argument("pattern")
    tried.add_argument("files", nargs="+", metavar="FILE")
    tried.set_defaults(run=_try)
    diff = actions.add_parser("diff", help="show what the lexicon finds now and did not at a git revision")
    diff.add_argument("revision", metavar="REV")
    diff.add_argument("files", nargs="+", metavar="FILE", help="stories or folders of stories")
    diff.set_defaults(run=_diff)


def _check(arguments: argparse.Namespace) -> int:
    from detector.lexicon import shipped_folder
    from detector.validation import check_lexicon

    folder = arguments.folder or shipped_folder()
    if arguments.fix:
        from detector.workbench import fix

        for path in fix([folder]):
            print(f"formatted {path}")
    problems, entries = check_lexicon([folder])
    for problem in problems:
        print(problem)
    print(f"{entries} entries, {len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return FOUND if problems else OK


def _show(arguments: argparse.Namespace) -> int:
    from detector.inspection import explain

    print(explain(" ".join(arguments.wanted)))
    return OK


def _stats(arguments: argparse.Namespace) -> int:
    from detector.inspection import statistics
    from detector.lexicon import shipped_folder

    print(statistics([arguments.folder or shipped_folder()]))
    return OK


def _new(arguments: argparse.Namespace) -> int:
    from detector.workbench import concordance, draft

    drafted = draft(arguments.phrase)
    print(drafted)
    if arguments.files:
        pattern = drafted.split('pattern = "')[1].split('"')[0]
        places = list(concordance(pattern, arguments.files))
        print(f"\n{len(places)} place{'' if len(places) == 1 else 's'} in these files:")
        print("\n".join(places))
    return OK


def _try(arguments: argparse.Namespace) -> int:
    from detector.workbench import concordance

    places = list(concordance(arguments.pattern, arguments.files))
    print("\n".join([*places, f"{len(places)} place{'' if len(places) == 1 else 's'}"]))
    return OK


def _diff(arguments: argparse.Namespace) -> int:
    from detector.workbench import compare

    for line in compare(arguments.revision, arguments.files):
        print(line)
    return OK
