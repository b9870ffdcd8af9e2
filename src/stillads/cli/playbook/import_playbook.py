"""`stillads playbook import FILE`: a playbook's file into the database, as a draft."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer
from stillads.playbooks.actions.import_playbook import Imported, import_playbook
from stillads.playbooks.library import FILE
from stillads.playbooks.reading import Reading, Vocabulary, read_playbook

from . import PLAYBOOK
from .finding import spoken, vocabulary


def run(arguments: Namespace) -> int:
    """Whole or not at all; the second time nothing changes."""
    path = Path(arguments.file)
    reading = read_playbook(path / FILE if path.is_dir() else path, vocabulary=vocabulary() or Vocabulary())
    if reading.playbook is None:
        answer(
            arguments,
            _problems(reading),
            {"what": "refused", "problems": [each.as_json() for each in reading.problems]},
        )
        return 1
    done = import_playbook(content=reading.playbook, viewer=system_viewer("import-playbook"), at=now())
    answer(
        arguments, _said(done), {"what": done.what, "key": done.key, "number": done.number, "problems": []}
    )
    return 0


def _problems(reading: Reading) -> str:
    return "\n".join([*spoken(reading.problems), _("Nothing was read in.")])


def _said(done: Imported) -> str:
    words = {"key": done.key, "n": done.number}
    if done.what == "published":
        return _("%(key)s is there already as version %(n)d. Nothing was changed.") % words
    if done.what == "unchanged":
        return _("The draft of %(key)s (version %(n)d) says the same already. Nothing was changed.") % words
    if done.what == "changed":
        return _("The draft of %(key)s (version %(n)d) now says what the file says.") % words
    return _("%(key)s was read in as a draft, version %(n)d. Read it through and publish it.") % words


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a playbook.yaml, or the directory it stands in")
    add_json(parser)


PLAYBOOK.register(Command("import", "read a playbook's file in as a draft", run, _add_arguments))
