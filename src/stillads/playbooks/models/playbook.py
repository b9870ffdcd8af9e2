"""Playbooks and their versions. A published version is refused to change by the database itself."""

from typing import Any

from django.db import models

from stillads.kernel.danish import sort_key
from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel


class Playbook(PublicIdModel):
    """A trial's description, known by its key in the library."""

    class Origin(models.TextChoices):
        LIBRARY = "library"  # came with Stillads
        HERE = "here"  # made in the pages
        IMPORTED = "imported"  # another municipality's file

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    title_sort = SortKeyField(default="")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.HERE)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the column that lists sort by in step with the title."""
        self.title_sort = sort_key(self.title)[:240]
        super().save(*args, **kwargs)


class PlaybookVersion(PublicIdModel):
    """Theory, instruments and measures as canonical JSON with its digest.

    Until it is published it is a draft, which may still lack things; `revision` counts its savings, so that
    two who write at once do not write over each other.
    """

    playbook = models.ForeignKey(Playbook, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    format_version = models.PositiveIntegerField(default=1)
    content = models.TextField()  # canonical JSON, as hashed
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["playbook", "number"], name="one_version_number")]


class Instrument(models.Model):
    """One instrument of a version: the row that deployments point at."""

    version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="instruments")
    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_instrument_key")]
