"""Test databases: migrated once into a template, copied for every worker, put back after a test that commits.

The template's name holds a hash of all migrations, so it is made again only when they change.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

CHECKOUT = Path(__file__).resolve().parents[2]
SCRATCH = CHECKOUT / ".stillads" / "test"


class SQLite:
    """Templates and copies are files."""

    def __init__(self, path: Path | None = None) -> None:
        self.template = SCRATCH / f"template-{_digest()}.sqlite3"
        self.place = path.parent if path else Path(tempfile.mkdtemp(prefix="stillads-test-"))
        self.name = str(path or self.place / "test.sqlite3")

    def make_template(self) -> None:
        """Migrates a new file beside the template, unless it is there."""
        if self.template.exists():
            return
        beside = self.template.with_suffix(f".{os.getpid()}")
        _migrate(str(beside))
        Path(f"{beside}-journal").unlink(missing_ok=True)
        beside.rename(self.template)

    def copy(self) -> None:
        """Puts the test database in its first state."""
        connection.close()
        shutil.copyfile(self.template, self.name)

    def variables(self) -> dict[str, str]:
        """What leads another process to this database."""
        return {"STILLADS_SQLITE_FILE": self.name, "STILLADS_DATABASE": ""}

    def drop(self) -> None:
        """Removes the test database."""
        shutil.rmtree(self.place, ignore_errors=True)


class PostgreSQL:
    """Templates and copies are databases of the server that STILLADS_DATABASE names."""

    def __init__(self, name: str = "") -> None:
        self.template = f"stillads_template_{_digest()}"
        self.name = name or f"stillads_test_{os.getpid()}"

    def make_template(self) -> None:
        """Creates and migrates the template database, unless it is there."""
        if self._has(self.template):
            return
        beside = f"{self.template}_{os.getpid()}"
        self._do("CREATE DATABASE {}", beside)
        _migrate(beside)
        self._do("ALTER DATABASE {} RENAME TO {}", beside, self.template)

    def copy(self, template: str = "") -> None:
        """Puts the test database in its first state: that of `template`, or migrated and empty."""
        connection.close()
        self.drop()
        self._do("CREATE DATABASE {} TEMPLATE {}", self.name, template or self.template)

    def variables(self) -> dict[str, str]:
        """What leads another process to this database."""
        address = urlsplit(os.environ["STILLADS_DATABASE"])
        return {"STILLADS_DATABASE": urlunsplit(address._replace(path=f"/{self.name}"))}

    def drop(self) -> None:
        """Removes the test database."""
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)

    def _has(self, name: str) -> bool:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return cursor.fetchone() is not None

    def _do(self, statement: str, *names: str) -> None:
        with connection._nodb_cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def database() -> SQLite | PostgreSQL:
    """The test database of this process, on the kind of server that the settings name."""
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()


def with_template(mine: SQLite | PostgreSQL) -> None:
    """Makes the template, unless it is there; one process at a time."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with (SCRATCH / "template.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        mine.make_template()


def drop_live(variables: dict[str, str]) -> None:
    """Removes the database of a server that has stopped; a SQLite file goes with its directory."""
    if address := variables.get("STILLADS_DATABASE"):
        PostgreSQL(urlsplit(address).path.lstrip("/")).drop()


@contextmanager
def prepared() -> Iterator[SQLite | PostgreSQL]:
    """The process's own migrated database, with Django connected to it."""
    original = connection.settings_dict["NAME"]
    mine = database()
    with_template(mine)
    MigrationLoader(connection)  # migrations declare the guards that tests look for
    mine.copy()
    _connect(mine.name)
    try:
        yield mine
    finally:
        _connect(str(original))
        mine.drop()


def _connect(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _migrate(name: str) -> None:
    original = str(connection.settings_dict["NAME"])
    _connect(name)
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        _connect(original)


def _digest() -> str:
    digest = hashlib.sha256(django.get_version().encode())
    for path in sorted((Path(settings.ROOT)).glob("*/migrations/*.py")):
        digest.update(path.parent.parent.name.encode() + path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]
