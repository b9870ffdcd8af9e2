"""Whom to ask for when what is lent is late."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A text of staff's own."""

    dependencies = [("capture", "0004_anonymous_order")]

    operations = [
        migrations.AddField(
            model_name="loan",
            name="called",
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
