"""Which workers live."""

from django.db import models


class WorkerBeat(models.Model):
    """A worker that runs, or ran until it was killed: it says so every few seconds."""

    worker = models.CharField(max_length=64, primary_key=True)
    host = models.CharField(max_length=120)
    process = models.PositiveIntegerField()
    beat_at = models.DateTimeField()
