"""Which database, and how SQLite must be opened."""

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# The WAL-reset fault (SQLite 3.7.0 to 3.51.2, mended also in 3.44.6 and 3.50.7): two connections that
# write and checkpoint at the same moment can corrupt the file. See docs/adr/0002.
_MENDED_BRANCHES = {(3, 44): 6, (3, 50): 7}


def wal_is_sound(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """May this SQLite be trusted with write-ahead logging under several processes?"""
    return version >= (3, 51, 3) or version[2] >= _MENDED_BRANCHES.get((version[0], version[1]), 10_000)


def journal_mode() -> str:
    """`wal` where it is sound, otherwise `truncate`: slower, and nothing gets lost."""
    return "wal" if wal_is_sound() else "truncate"


def database_from(address: str, data: Path) -> dict[str, Any]:
    """Django's settings for `address` (postgresql://…), or for the SQLite file in `data`."""
    if address:
        return _postgresql(address)
    return {
        "ENGINE": "stillads.config.sqlite",
        "NAME": os.environ.get("STILLADS_SQLITE_FILE") or data / "stillads.sqlite3",
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                f"PRAGMA journal_mode={journal_mode()}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA busy_timeout=20000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;"
            ),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
