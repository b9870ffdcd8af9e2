"""The `stillads` program."""

import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable

import django

from stillads.cli.answer import complain
from stillads.cli.registry import Command, commands
from stillads.kernel.rules import RuleError

FAILED = 1


def main(
    arguments: list[str] | None = None,
    *,
    before: Callable[[], object] | None = None,
    program: str = "stillads",
) -> int:
    """Runs one command and returns its exit code: 0 done, 1 refused, 2 wrongly called.

    before   is called ahead of a command that needs the database (`./run` migrates there)
    program  is what the help calls it
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stillads.config.settings")
    django.setup()
    wanted = _parser(commands(), program).parse_args(arguments)
    command: Command = wanted.command
    if before is not None and command.needs_database:
        before()
    return _run(command, wanted)


def _run(command: Command, wanted: Namespace) -> int:
    try:
        code = command.run(wanted)
        sys.stdout.flush()  # here, where a reader that has gone is no accident
        return code
    except RuleError as refusal:
        complain(wanted, str(refusal.reason))
        return FAILED
    except BrokenPipeError:  # `… | head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser(known: list[Command], program: str) -> ArgumentParser:
    parser = ArgumentParser(
        prog=program,
        description="Stillads: from an idea to a decision in 100 days, honestly measured.",
        formatter_class=RawDescriptionHelpFormatter,
    )
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in known:
        of_command = inner.add_parser(command.name, help=command.help, description=command.help)
        command.add_arguments(of_command)
        of_command.set_defaults(command=command)
    inner.add_parser("help", help="show this list", add_help=False).set_defaults(command=_help(parser))
    return parser


def _help(parser: ArgumentParser) -> Command:
    def show(wanted: Namespace) -> int:
        parser.print_help()
        return 0

    return Command("help", "show this list", show, needs_database=False)


if __name__ == "__main__":
    sys.exit(main())
