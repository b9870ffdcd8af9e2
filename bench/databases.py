"""Where the data of a measure lies: a SQLite file in its directory, or a database of a PostgreSQL server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from tools.checks import postgresql

from bench.start import processor_of


@contextmanager
def server(started: bool) -> Iterator[str]:
    """The address of the PostgreSQL server to use; empty for SQLite.

    One of our own where `started`, else that of STILLADS_DATABASE. Ours waits for the disk at each commit, as in
    earnest, and is gone at the end.
    """
    if not started:
        yield os.environ.get("STILLADS_DATABASE", "")
        return
    programs = postgresql.binaries()
    if programs is None:
        raise SystemExit("no PostgreSQL on this machine: apt-get install postgresql")
    with postgresql.server(programs, safe=True) as address:
        yield address


def variables(data: Path, address: str) -> dict[str, str]:
    """What leads a process to the data of the directory `data`."""
    return {
        "STILLADS_DATA": str(data),
        "STILLADS_DATABASE": urlunsplit(urlsplit(address)._replace(path=f"/{_name(data)}"))
        if address
        else "",
        "STILLADS_SQLITE_FILE": "",
        "STILLADS_DEMO": "1",
    }


def create(data: Path, address: str, *, like: Path | None = None) -> None:
    """Makes the empty database of `data`, or a copy of that of `like`; nothing to do for SQLite."""
    if address:
        drop(data, address)
        template = _name(like) if like else "template1"
        _do(address, "CREATE DATABASE {} TEMPLATE {}", _name(data), template)


def drop(data: Path, address: str) -> None:
    """Removes the database of `data`; nothing to do for SQLite."""
    if address:
        _do(address, "DROP DATABASE IF EXISTS {} WITH (FORCE)", _name(data))


def processor(address: str) -> float:
    """Seconds of processor that the server's processes have used so far (it must run here); 0 for SQLite."""
    if not address:
        return 0.0
    with psycopg.connect(address) as connection:
        fields = (
            Path(f"/proc/{connection.info.backend_pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        )
    return processor_of(int(fields[1]))  # the parent of all of them


def _name(data: Path) -> str:
    return f"stillads_bench_{data.name.partition('.')[0]}"


def _do(address: str, statement: str, *names: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))  # type: ignore[arg-type]  # our own words
