"""`stillads playbook export KEY FILE`: a published version, or one of the library, as a file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.kernel.rules import RuleError
from stillads.playbooks.reading.writing import to_yaml

from . import PLAYBOOK
from .finding import find_version


def run(arguments: Namespace) -> int:
    """Writes YAML; read again it is the same playbook."""
    path = Path(arguments.file)
    text = to_yaml(find_version(arguments.key, arguments.version))
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RuleError(_("The file %(path)s cannot be written.") % {"path": path}) from error
    answer(
        arguments,
        _("%(path)s is written.") % {"path": path},
        {"path": str(path), "bytes": len(text.encode())},
    )
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", help="the key of the playbook")
    parser.add_argument("file", metavar="FILE", help="where to write")
    parser.add_argument("--version", type=int, metavar="N", help="which version (the newest)")
    add_json(parser)


PLAYBOOK.register(Command("export", "write a playbook to a file", run, _add_arguments))
