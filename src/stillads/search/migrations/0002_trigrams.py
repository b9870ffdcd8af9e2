"""The trigram index, on each database in its own way."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from stillads.search.trigrams import drop_trigrams, make_trigrams


def make(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Where PostgreSQL refuses the extension, search works without; the check search.W001 says so."""
    make_trigrams(editor.connection)


def drop(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Back to the plain table."""
    drop_trigrams(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, drop)]
