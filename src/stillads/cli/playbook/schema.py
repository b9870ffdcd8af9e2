"""`stillads playbook schema`: the format as JSON Schema."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import RuleError
from stillads.playbooks.format.schema import NAME, schema

from . import PLAYBOOK


def run(arguments: Namespace) -> int:
    """Prints the schema, or writes it to a file."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if arguments.out is None:
        sys.stdout.write(text)
        return 0
    path = Path(arguments.out)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be written.") % {"path": path}) from error
    first = f"# yaml-language-server: $schema={path.name}"
    said = _("%(path)s is written. Begin a playbook with the line: %(first)s") % {
        "path": path,
        "first": first,
    }
    answer(arguments, said, {"path": str(path), "name": NAME})
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE", help="where to write; without it the schema is printed")
    add_json(parser)


PLAYBOOK.register(
    Command(
        "schema", "print the format as JSON Schema, for editors", run, _add_arguments, needs_database=False
    )
)
