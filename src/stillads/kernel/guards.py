"""Rules that the database itself keeps: tables that only grow, rows that stay as published.

`insert_only` and `frozen_when` give migration operations that make triggers on both
databases. SQLite drops triggers when Django rebuilds a table, so a test compares
`GUARDED` with the triggers that are really there.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GUARDED: dict[str, set[str]] = {}
_MADE: dict[str, tuple[tuple[str, ...], str, str]] = {}  # table → events, when, message


def _create(editor: BaseDatabaseSchemaEditor, table: str, event: str, when: str, message: str) -> None:
    name = f"{table}_no_{event.lower()}"
    if editor.connection.vendor == "sqlite":
        condition = f"WHEN {when}" if when else ""
        editor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )
        return
    editor.execute(
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END $$"
    )
    condition = f"WHEN ({when})" if when else ""
    editor.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {condition} EXECUTE FUNCTION {name}()"
    )


def _drop(editor: BaseDatabaseSchemaEditor, table: str, event: str) -> None:
    name = f"{table}_no_{event.lower()}"
    if editor.connection.vendor == "sqlite":
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        return
    editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
    editor.execute(f"DROP FUNCTION IF EXISTS {name}()")


def _operation(table: str, events: tuple[str, ...], when: str, message: str) -> migrations.RunPython:
    GUARDED.setdefault(table, set()).update(events)
    _MADE[table] = (events, when, message)

    def forwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        for event in events:
            _create(editor, table, event, when, message)

    def backwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        for event in events:
            _drop(editor, table, event)

    return migrations.RunPython(forwards, backwards)


def insert_only(table: str) -> migrations.RunPython:
    """A migration operation: rows of `table` can be added, never changed or removed."""
    return _operation(table, ("UPDATE", "DELETE"), "", f"{table} only grows")


def frozen_when(table: str, when: str) -> migrations.RunPython:
    """A migration operation: a row of `table` for which SQL `when` (of OLD) holds stays as it is.

    `when` must read the same on both databases, for example `OLD.published_at IS NOT NULL`.
    """
    return _operation(table, ("UPDATE", "DELETE"), when, f"{table} is frozen")


def guards_again(table: str) -> migrations.RunPython:
    """A migration operation: makes the triggers of a guarded `table` anew.

    Belongs after operations that make SQLite rebuild the table, which loses them.
    """

    def forwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        events, when, message = _MADE[table]
        for event in events:
            _drop(editor, table, event)
            _create(editor, table, event, when, message)

    return migrations.RunPython(forwards, migrations.RunPython.noop)
