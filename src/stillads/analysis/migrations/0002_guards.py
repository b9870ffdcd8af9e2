"""The database itself keeps these rows as they are (DESIGN.md: fixed up front)."""

from django.db import migrations

from stillads.kernel.guards import frozen_when, insert_only


class Migration(migrations.Migration):
    dependencies = [("analysis", "0001_initial")]

    operations = [
        insert_only("analysis_verdict"),
        frozen_when("analysis_publishednumber", "OLD.released_at IS NOT NULL"),
    ]
