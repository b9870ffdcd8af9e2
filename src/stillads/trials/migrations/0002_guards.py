"""The database itself keeps these rows as they are (DESIGN.md: fixed up front)."""

from django.db import migrations

from stillads.kernel.guards import frozen_when, insert_only


class Migration(migrations.Migration):
    dependencies = [("trials", "0001_initial")]

    operations = [
        frozen_when("trials_criterion", "OLD.locked_at IS NOT NULL"),
        frozen_when("trials_prediction", "OLD.locked_at IS NOT NULL"),
        insert_only("trials_predictionamendment"),
        insert_only("trials_figure"),
    ]
