"""How many answers came by an open link within the hour."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("capture", "0005_loan_called")]

    operations = [
        migrations.AddField("openlink", "counted", models.JSONField(blank=True, default=dict)),
        migrations.AddField(
            "openlink", "counted_hour", models.CharField(blank=True, default="", max_length=13)
        ),
    ]
