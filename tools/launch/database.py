"""Brings the database to today's migrations, where it is not there yet."""

import fcntl
from pathlib import Path


def migrated() -> bool:
    """Applies what is missing; tells whether anything was. One process at a time."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    with (Path(settings.DATA) / "migrate.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not _missing():
            return False
        call_command("migrate", interactive=False, verbosity=0)
    return True


def _missing() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
