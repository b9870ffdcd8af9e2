"""Each registration keeps fewer indexes, and the day's count and a poster's pace no longer read the rows.

The indexes go by their names: changing the fields would make SQLite write the whole table anew.
"""

import django.db.models.deletion
from django.db import migrations, models

_GONE = (
    "capture_entry_deployment_id_84f23e53",
    "capture_entry_participant_id_8be5eb4f",
    "capture_entry_site_id_c958c7bf",
)


class Migration(migrations.Migration):
    """Three indexes less, two more."""

    dependencies = [("capture", "0007_step_taken_back")]

    operations = [
        migrations.AddIndex(
            model_name="entry", index=models.Index(fields=["site", "received_at"], name="entry_received")
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["deployment", "received_at"],
                name="entry_taken_back",
                condition=models.Q(voids__isnull=False),
            ),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(f'DROP INDEX "{name}"', migrations.RunSQL.noop) for name in _GONE
            ],
            state_operations=[
                migrations.AlterField(
                    "entry",
                    "deployment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="capture.deployment",
                    ),
                ),
                migrations.AlterField(
                    "entry",
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="trials.participant",
                    ),
                ),
                migrations.AlterField(
                    "entry",
                    "site",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                    ),
                ),
            ],
        ),
    ]
