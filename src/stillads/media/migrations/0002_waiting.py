from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="mediafile",
            name="waiting_since",
            field=models.DateTimeField(null=True),
        ),
    ]
