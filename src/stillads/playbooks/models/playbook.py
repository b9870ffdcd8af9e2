"""Playbooks and their versions. A published version is refused to change by the database itself."""

from django.db import models

from stillads.kernel.models import PublicIdModel


class Playbook(PublicIdModel):
    """A trial's description, known by its key in the library."""

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)


class PlaybookVersion(PublicIdModel):
    """Theory, instruments and measures as canonical JSON with its digest."""

    playbook = models.ForeignKey(Playbook, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    format_version = models.PositiveIntegerField(default=1)
    content = models.TextField()  # canonical JSON, as hashed
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["playbook", "number"], name="one_version_number")]


class Instrument(models.Model):
    """One instrument of a version: the row that deployments point at."""

    version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="instruments")
    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "key"], name="one_instrument_key")]
