"""Anonymous answers lie in the order of their random keys: SQLite keeps no row number that tells which came first."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from stillads.kernel.guards import guards_again

TABLE = "capture_anonymousentry"


def _without_row_numbers(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [TABLE])
        made = cursor.fetchone()[0]
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
            [TABLE],
        )
        indexes = [row[0] for row in cursor.fetchall()]
    editor.execute(made.replace(TABLE, f"{TABLE}_new", 1) + " WITHOUT ROWID")
    editor.execute(f"INSERT INTO {TABLE}_new SELECT * FROM {TABLE} ORDER BY key")  # noqa: S608
    editor.execute(f"DROP TABLE {TABLE}")
    editor.execute(f"ALTER TABLE {TABLE}_new RENAME TO {TABLE}")
    for sql in indexes:
        editor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("capture", "0003_instruments")]

    operations = [
        migrations.RunPython(_without_row_numbers, migrations.RunPython.noop),
        guards_again(TABLE),
    ]
