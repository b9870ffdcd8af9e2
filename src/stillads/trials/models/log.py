"""The logbook: what happened, also beside the trial, with photos."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.media.models import MediaFile

from .phase import Phase


class LogEntry(PublicIdModel):
    """A note on a day. `kind` tells a change in the surroundings from a plain note."""

    class Kind(models.TextChoices):
        NOTE = "note"
        CHANGE = "change"  # something beside the trial changed: staffing, opening hours
        DEVIATION = "deviation"  # the trial was not carried out as planned

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="log_entries")
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NOTE)
    text = models.TextField()
    photos = models.ManyToManyField(MediaFile, blank=True, related_name="+")
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, unique=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
