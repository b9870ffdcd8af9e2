"""Rows added by one statement that is put together once per table: what every registration writes.

Through the models each row is compiled anew, and a key that may be there already wants a savepoint around it. Both
databases can leave such a row out and say which ones they took. Columns and values are the models' own.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models

from .models import PublicIdModel


def add(rows: Sequence[models.Model]) -> None:
    """Inserts rows of one model. Their numbers stay unknown."""
    if rows:
        _execute(rows, "")


def add_new(rows: Sequence[PublicIdModel]) -> None:
    """Inserts those rows of one model that no unique constraint keeps out. The others are left as they were, unsaved.

    On PostgreSQL it waits for whoever is just adding the same key, and sees what became of it.
    """
    if not rows:
        return
    numbers = dict(_execute(rows, "ON CONFLICT DO NOTHING RETURNING public_id, id"))
    for row in rows:
        if row.public_id in numbers:
            row.pk = numbers[row.public_id]
            row._state.adding, row._state.db = False, connection.alias


def _execute(rows: Sequence[models.Model], then: str) -> list[tuple[str, int]]:
    fields = _fields(type(rows[0]))
    values = [
        field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"{_statement(type(rows[0]), len(rows))} {then}", values)
        return cursor.fetchall() if then else []


@lru_cache(maxsize=64)
def _statement(model: type[models.Model], rows: int) -> str:
    fields = _fields(model)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    line = f"({', '.join(['%s'] * len(fields))})"
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES {", ".join([line] * rows)}'  # noqa: S608  (our own names)


@lru_cache(maxsize=8)
def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return [field for field in model._meta.concrete_fields if not field.primary_key]
