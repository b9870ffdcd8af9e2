"""The database itself keeps these rows as they are (DESIGN.md: fixed up front)."""

from django.db import migrations

from stillads.kernel.guards import insert_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        insert_only("audit_auditevent"),
        insert_only("audit_auditseal"),
    ]
