"""Daily sums per measure, written in the entry's transaction, rebuildable from the entries."""

from django.db import models

from stillads.organisation.models import Unit

from .deployment import Deployment


class Bucket(models.Model):
    """What one day at one site adds to one measure; a void subtracts."""

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="buckets")
    measure = models.CharField(max_length=80)
    definition_version = models.PositiveIntegerField()
    site = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    slice = models.CharField(max_length=80, blank=True)
    n = models.IntegerField(default=0)
    total = models.DecimalField(max_digits=20, decimal_places=6, default=0)
    total_of_squares = models.DecimalField(max_digits=28, decimal_places=6, default=0)
    numerator = models.IntegerField(default=0)
    denominator = models.IntegerField(default=0)

    class Meta:
        indexes = [  # without the slices, of which there are many more
            models.Index(
                fields=["deployment", "measure", "day"], name="bucket_whole", condition=models.Q(slice="")
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["deployment", "measure", "definition_version", "site", "day", "slice"],
                name="one_bucket",
            )
        ]
