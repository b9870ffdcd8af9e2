"""Columns that behave alike on SQLite and PostgreSQL."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class SortKeyField(models.CharField[str, str]):
    """Text that is compared byte by byte, whatever language the database was made in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 240)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        plain = super().db_type(connection)
        return f'{plain} COLLATE "C"' if connection.vendor == "postgresql" else plain
