"""A warning where searching would be slow."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Warning, register
from django.db import DatabaseError, connections

from .trigrams import TABLE, are_there


@register("database")
def trigrams_are_there(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """search.W001 for each database whose trigram index is missing (`check --database default`)."""
    return [
        Warning(
            "Search runs without its trigram index and is slow.",
            hint=(
                "Have a superuser of the database run: CREATE EXTENSION pg_trgm; then `stillads reindex`."
                if connections[alias].vendor == "postgresql"
                else "Run `stillads reindex`."
            ),
            id="search.W001",
        )
        for alias in databases or ()
        if _migrated(alias) and not are_there(connections[alias])
    ]


def _migrated(alias: str) -> bool:
    try:
        return TABLE in connections[alias].introspection.table_names()
    except DatabaseError:
        return False
