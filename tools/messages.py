#!/usr/bin/env python3
"""The message catalogues: extract, check, compile.

    tools/messages.py [PLACE …]            bring catalogues up to date, say what lacks Danish
    tools/messages.py --check [PLACE …]    end with 1 when anything is missing, fuzzy, obsolete or wrong
    tools/messages.py --compile [PLACE …]  write the .mo files

PLACE is a directory with its own catalogue (src/stillads/ideas, src/stillads/web/rounds); without
one, all of them. Translations that exist are kept; the Danish itself is written by hand in
PLACE/locale/da/LC_MESSAGES/django.po.
"""

import argparse
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from tools.catalogues.check import problems  # noqa: E402
from tools.catalogues.extract import UnreadableSourceError  # noqa: E402
from tools.catalogues.files import UnreadableCatalogueError, compile_one  # noqa: E402
from tools.catalogues.places import catalogue_of, places  # noqa: E402
from tools.catalogues.update import update  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns 0, 1 for findings, 2 for a wrong call."""
    wanted = _parser().parse_args(arguments)
    every = places(CHECKOUT / "src" / "stillads")
    chosen = [path.resolve() for path in wanted.place] or every
    strangers = [path for path in chosen if path not in every]
    if strangers:
        print(f"{strangers[0]} has no catalogue of its own; places are rooms and journeys", file=sys.stderr)
        return 2
    try:
        if wanted.check:
            return _check(chosen)
        return _compile(chosen) if wanted.compile else _update(chosen)
    except (UnreadableSourceError, UnreadableCatalogueError) as error:
        print(_short(str(error)), file=sys.stderr)
        return 1


def _check(chosen: list[Path]) -> int:
    found = problems(chosen)
    for line in found:
        print(_short(line))
    print(f"{len(chosen)} catalogues checked, {len(found)} problems")
    return 1 if found else 0


def _compile(chosen: list[Path]) -> int:
    compiled = [compile_one(catalogue_of(place)) for place in chosen if catalogue_of(place).exists()]
    print(f"{len(compiled)} catalogues compiled")
    return 0


def _update(chosen: list[Path]) -> int:
    for outcome in map(update, chosen):
        if outcome.changed or outcome.missing:
            place = outcome.place.relative_to(CHECKOUT)
            print(f"{place}: {outcome.messages} messages, {len(outcome.missing)} without Danish")
        for message in outcome.missing:
            print(f"  {message.msgid!r}")
    return 0


def _short(line: str) -> str:
    return line.replace(f"{CHECKOUT}/", "")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("place", nargs="*", type=Path, metavar="PLACE")
    does = parser.add_mutually_exclusive_group()
    does.add_argument("--check", action="store_true", help="report what is wrong, change nothing")
    does.add_argument("--compile", action="store_true", help="write the .mo files")
    return parser


if __name__ == "__main__":
    sys.exit(main())
