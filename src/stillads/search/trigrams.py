"""The trigrams of both databases: how they are made, and whether they are there.

SQLite: an FTS5 table with the trigram tokenizer (SQLite 3.34) that holds no text of its own and
is kept by triggers. PostgreSQL: a GIN index by the extension pg_trgm, which a database owner may
install from version 13 on; where that is refused, search works and is slow, and a check says so.
"""

from typing import Any

from django.db import DatabaseError, connection, transaction

TABLE = "search_searchentry"

SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_trigrams USING fts5("
    "folded, content='search_searchentry', content_rowid='id', tokenize='trigram')",
    "CREATE TRIGGER IF NOT EXISTS search_trigrams_add AFTER INSERT ON search_searchentry BEGIN "
    "INSERT INTO search_trigrams(rowid, folded) VALUES (new.id, new.folded); END",
    "CREATE TRIGGER IF NOT EXISTS search_trigrams_drop AFTER DELETE ON search_searchentry BEGIN "
    "INSERT INTO search_trigrams(search_trigrams, rowid, folded) VALUES ('delete', old.id, old.folded); END",
    "CREATE TRIGGER IF NOT EXISTS search_trigrams_turn AFTER UPDATE ON search_searchentry BEGIN "
    "INSERT INTO search_trigrams(search_trigrams, rowid, folded) VALUES ('delete', old.id, old.folded); "
    "INSERT INTO search_trigrams(rowid, folded) VALUES (new.id, new.folded); END",
    "INSERT INTO search_trigrams(search_trigrams) VALUES ('rebuild')",
)
POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX IF NOT EXISTS search_trigrams ON search_searchentry USING gin (folded gin_trgm_ops)",
)
UNDO = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS search_trigrams_add",
        "DROP TRIGGER IF EXISTS search_trigrams_drop",
        "DROP TRIGGER IF EXISTS search_trigrams_turn",
        "DROP TABLE IF EXISTS search_trigrams",
    ),
    "postgresql": ("DROP INDEX IF EXISTS search_trigrams",),
}


def make_trigrams(database: Any = connection) -> bool:
    """Makes what is missing and fills it. False where PostgreSQL does not let us have pg_trgm."""
    if database.vendor == "sqlite":
        _run(database, SQLITE)
        return True
    try:
        with transaction.atomic(using=database.alias):
            _run(database, POSTGRESQL)
    except DatabaseError:
        return False
    return True


def drop_trigrams(database: Any = connection) -> None:
    """Takes index and triggers away."""
    _run(database, UNDO[database.vendor])


def are_there(database: Any = connection) -> bool:
    """Is the index there, with the triggers that keep it?"""
    sql, wanted = {
        "sqlite": ("SELECT count(*) FROM sqlite_master WHERE name LIKE 'search_trigrams\\_%' "
                   "ESCAPE '\\' AND type = 'trigger'", 3),
        "postgresql": ("SELECT count(*) FROM pg_indexes WHERE indexname = 'search_trigrams'", 1),
    }[database.vendor]  # fmt: skip
    with database.cursor() as cursor:
        cursor.execute(sql)
        return bool(cursor.fetchone()[0] == wanted)


def _run(database: Any, statements: tuple[str, ...]) -> None:
    with database.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
