"""The booklet of a round: its own texts, and editions frozen with their hash."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.trials.models import Round


class Booklet(PublicIdModel, VersionedModel):
    """What the booklet has beside the evaluations: foreword, facts box, title."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="booklet")
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=200, blank=True)
    foreword = models.JSONField(default=dict)
    foreword_by = models.CharField(max_length=300, blank=True)
    facts_title = models.CharField(max_length=160, blank=True)
    facts = models.JSONField(default=dict)
    imported_digest = models.CharField(max_length=64, blank=True)
    constructed = models.BooleanField(default=False)


class Edition(PublicIdModel):
    """A published edition: content as canonical JSON with its SHA-256. The database keeps it so."""

    booklet = models.ForeignKey(Booklet, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)  # what is new in this edition

    class Meta:
        constraints = [models.UniqueConstraint(fields=["booklet", "number"], name="one_edition_number")]


class Rendering(models.Model):
    """The bytes of an edition in one form, as they were handed out."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="renderings")
    form = models.CharField(max_length=16)  # html, pdf, docx, large-print
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "form"], name="one_rendering")]
