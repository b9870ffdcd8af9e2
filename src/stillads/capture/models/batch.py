"""Files of figures that were read in, and the mapping that is remembered for the next one."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.playbooks.models import Instrument


class SeriesMapping(models.Model):
    """How the holder's files look: column → heading, units' names, dates; kept per instrument."""

    instrument = models.OneToOneField(Instrument, on_delete=models.CASCADE, related_name="mapping")
    mapping = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)


class ImportBatch(PublicIdModel):
    """One file: whole or not at all, and undone as a whole (every entry is then voided by a newer one)."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="batches")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(default=0)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    report = models.JSONField(default=dict)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True)
    undone_why = models.CharField(max_length=300, blank=True)
