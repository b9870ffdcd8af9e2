"""`stillads migrate`: brings the database to this version."""

from argparse import ArgumentParser, Namespace

from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from stillads.cli.answer import add_json, answer
from stillads.cli.registry import Command, register


def run(arguments: Namespace) -> int:
    """Applies every migration that is missing."""
    before = len(MigrationRecorder(connection).applied_migrations())
    call_command("migrate", interactive=False, verbosity=0)
    applied = len(MigrationRecorder(connection).applied_migrations()) - before
    text = f"{applied} migrations applied." if applied else "The database was up to date."
    answer(arguments, text, {"applied": applied})
    return 0


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


register(Command("migrate", "bring the database to this version", run, _add_arguments, needs_database=False))
