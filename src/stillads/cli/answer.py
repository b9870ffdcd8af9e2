"""How commands speak: for people, or with --json for programs."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping


def add_json(parser: ArgumentParser) -> None:
    """Declares --json for a command whose answer a program may read."""
    parser.add_argument("--json", action="store_true", help="answer in JSON on standard output")


def answer(arguments: Namespace, text: str, data: Mapping[str, object]) -> None:
    """Prints `text`, or `data` where --json was given."""
    as_json = getattr(arguments, "json", False)
    sys.stdout.write((json.dumps(data, ensure_ascii=False, indent=2) if as_json else text) + "\n")


def complain(arguments: Namespace, reason: str) -> None:
    """Prints why a command failed: on the error stream, and as {"error": …} where --json was given."""
    sys.stderr.write(reason + "\n")
    if getattr(arguments, "json", False):
        sys.stdout.write(json.dumps({"error": reason}, ensure_ascii=False) + "\n")
