"""What an installation must have, looked at one by one."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor


@dataclass(frozen=True)
class Seen:
    """One thing that was looked at: what, whether it is in order, and in words."""

    what: str
    ok: bool
    says: str


def inspect() -> list[Seen]:
    """Looks at everything; a part that cannot be reached is a fault among the others."""
    return [seen for look in _LOOKS for seen in look()]


def _settings() -> Iterator[Seen]:
    faults = [str(message.msg) for message in run_checks() if message.is_serious()]
    yield Seen("settings", not faults, "; ".join(faults) or "nothing to object to")
    data = Path(settings.DATA)
    writable = data.is_dir() and os.access(data, os.W_OK)
    yield Seen("data directory", writable, f"{data}{'' if writable else ' cannot be written'}")


def _database() -> Iterator[Seen]:
    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError as error:
        yield Seen("database", False, str(error).strip())
        return
    yield Seen("database", True, f"{connection.vendor}, {connection.settings_dict['NAME']}")
    yield Seen(
        "migrations", not waiting, f"{waiting} waiting: stillads migrate" if waiting else "all applied"
    )
    if connection.vendor == "sqlite":
        yield from _pragmas()


def _pragmas() -> Iterator[Seen]:
    asked = str(connection.settings_dict["OPTIONS"]["init_command"])
    journal = "wal" if "journal_mode=wal" in asked else "truncate"
    wanted = {"journal_mode": journal, "synchronous": "2", "foreign_keys": "1"}
    with connection.cursor() as cursor:
        for name, value in wanted.items():
            cursor.execute(f"PRAGMA {name}")
            found = str(cursor.fetchone()[0])
            yield Seen(f"SQLite {name}", found == value, found if found == value else f"{found}, not {value}")


def _front_end() -> Iterator[Seen]:
    for package in ("dkfds", "htmx.org"):
        place = Path(settings.STILLADS_FRONT_END) / package
        yield Seen(package, place.is_dir(), str(place) if place.is_dir() else f"not in {place.parent}")
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    collected = manifest.exists() or settings.WHITENOISE_USE_FINDERS
    yield Seen(
        "static files", collected, "collected" if collected else f"no {manifest}: manage.py collectstatic"
    )


def _texts() -> Iterator[Seen]:
    uncompiled = [
        str(path.relative_to(settings.ROOT))
        for path in sorted(Path(settings.ROOT).glob("**/locale/da/LC_MESSAGES/django.po"))
        if not path.with_suffix(".mo").exists()
    ]
    yield Seen(
        "Danish texts", not uncompiled, f"not compiled: {', '.join(uncompiled)}" if uncompiled else "compiled"
    )


_LOOKS: tuple[Callable[[], Iterator[Seen]], ...] = (_settings, _database, _front_end, _texts)
