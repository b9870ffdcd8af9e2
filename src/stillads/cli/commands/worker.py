"""`stillads worker`: background tasks, the schedule and the sweep. The work itself is in the room `jobs`."""

from argparse import ArgumentParser, Namespace

from django.core.management import call_command

from stillads.cli.registry import Command, register


def run(arguments: Namespace) -> int:
    """Works until it is stopped; with --batch until nothing waits."""
    # By name: `jobs` stands beside `cli`, and neither imports the other.
    call_command("worker", batch=arguments.batch)
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--batch", action="store_true", help="do what waits and what is due, then end")


register(Command("worker", "do the background work", run, _add_arguments))
