"""`stillads playbook new KEY`: a file to begin with."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import Conflict, RuleError
from stillads.playbooks.library import FILE, library
from stillads.playbooks.reading import read_playbook
from stillads.playbooks.starting import starting_text

from . import PLAYBOOK
from .finding import spoken


def run(arguments: Namespace) -> int:
    """Writes a commented playbook that holds; refuses to write over anything."""
    path = Path(arguments.out) if arguments.out else library() / arguments.key / "1" / FILE
    text = starting_text(arguments.key)
    reading = read_playbook(text, str(path))
    if reading.problems:
        raise RuleError("\n".join(spoken(reading.problems)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Conflict(_("%(path)s is there already and was left as it is.") % {"path": path}) from None
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be written.") % {"path": path}) from error
    said = _("%(path)s is written. Change it, and check it with: playbook check %(path)s") % {"path": path}
    answer(arguments, said, {"path": str(path), "key": arguments.key})
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", help="its key: small letters, digits and hyphens")
    parser.add_argument("--out", metavar="FILE", help="where to write (the library, KEY/1/playbook.yaml)")
    add_json(parser)


PLAYBOOK.register(Command("new", "write a playbook to begin with", run, _add_arguments, needs_database=False))
