"""A step of a case that was done by mistake is taken back by a newer row."""

import django.db.models.deletion
from django.db import migrations, models

from stillads.kernel.guards import guards_again


class Migration(migrations.Migration):
    """Which row is taken back, and why."""

    dependencies = [("capture", "0006_answers_counted")]

    operations = [
        migrations.AddField(
            model_name="casestep",
            name="takes_back",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken_back_by",
                to="capture.casestep",
            ),
        ),
        migrations.AddField(
            model_name="casestep",
            name="reason",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name="casestep",
            name="how",
            field=models.CharField(
                choices=[
                    ("form", "Form"),
                    ("spoken", "Spoken"),
                    ("cancelled", "Cancelled"),
                    ("back", "Back"),
                ],
                max_length=10,
            ),
        ),
        guards_again("capture_casestep"),
    ]
