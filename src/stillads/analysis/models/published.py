"""Numbers that have passed the gateway to the public: remembered, so that none can be subtracted."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.trials.models import Phase


class PublishedNumber(PublicIdModel):
    """One number in one table of one edition for one audience. Released once, never changed."""

    class Shown(models.TextChoices):
        AS_IS = "as_is"
        WITHHELD = "withheld"
        MERGED = "merged"

    audience = models.CharField(max_length=20)  # public, committee, house
    edition = models.CharField(max_length=40)
    table = models.CharField(max_length=80)
    phase = models.ForeignKey(Phase, on_delete=models.PROTECT, related_name="published_numbers")
    figure_key = models.CharField(max_length=40)
    text = models.CharField(max_length=120)
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    shown = models.CharField(max_length=10, choices=Shown.choices)
    exemption = models.CharField(max_length=300, blank=True)  # the source itself has published it
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "edition", "table", "figure_key"], name="one_published_number"
            )
        ]
