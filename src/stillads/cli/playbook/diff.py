"""`stillads playbook diff A B`: what is another way in B than in A."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from django.utils.translation import gettext as _

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command
from stillads.playbooks.differences import differences

from . import PLAYBOOK
from .finding import find


def run(arguments: Namespace) -> int:
    """Says every difference; 0 whether there are any or not."""
    changes = differences(find(arguments.before), find(arguments.after))
    lines = [change.say() for change in changes] or [_("They are the same.")]
    answer(arguments, "\n".join(lines), {"same": not changes, "changes": [asdict(each) for each in changes]})
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="a file, KEY, or KEY@VERSION")
    parser.add_argument("after", metavar="B", help="the same")
    add_json(parser)


PLAYBOOK.register(Command("diff", "say what is another way in B than in A", run, _add_arguments))
