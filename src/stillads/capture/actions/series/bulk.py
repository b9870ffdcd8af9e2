"""Many entries at once into the table: COPY on PostgreSQL, one prepared statement on SQLite.

A thousand rows through the models take a second; here they take some hundredths. Only figures from files come this
way, in the transaction of their batch.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db import connection
from django.db.backends.utils import CursorWrapper

COLUMNS: Final = (
    "public_id", "deployment_id", "version_id", "site_id", "form", "subject", "wave_id", "batch_id", "participant_id",
    "actor_id", "answered_by", "occurred_at", "local_day", "received_at", "source", "idempotency_key", "digest",
    "answers", "voids_id", "void_reason", "constructed",
)  # fmt: skip

type_values = Sequence[Any]


def add_entries(rows: Iterable[type_values]) -> None:
    """Inserts rows of `COLUMNS`. Moments and days are what `moment` and `day` made of them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _copy(cursor, rows)
        else:
            marks = ", ".join(["%s"] * len(COLUMNS))
            sql = f"INSERT INTO capture_entry ({', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608  (our own names)
            cursor.executemany(sql, list(rows))


def _copy(cursor: CursorWrapper, rows: Iterable[type_values]) -> None:
    with cursor.copy(f"COPY capture_entry ({', '.join(COLUMNS)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def moment(value: datetime) -> Any:
    """A moment as the table's column takes it."""
    if connection.vendor == "postgresql":
        return value.isoformat()
    return connection.ops.adapt_datetimefield_value(value)


def day(value: date) -> str:
    """A day as the table's column takes it."""
    return value.isoformat()


def answers(value: dict[str, str]) -> str:
    """Answers as the table's column takes them."""
    return json.dumps(value, ensure_ascii=False)
