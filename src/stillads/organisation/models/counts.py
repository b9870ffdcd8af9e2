"""What every web process counts together: tries at the log-in, one-time codes that were used."""

from django.db import models


class SharedCount(models.Model):
    """A row of Django's database cache, which alone reads and writes it; the model makes the table.

    Keys are keyed digests (`config/shared_counts.py`): no address on the net and no e-mail stands here.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
