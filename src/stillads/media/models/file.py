"""Uploaded files: bytes by their digest, photos with the permission they were taken with."""

from django.db import models

from stillads.kernel.models import PublicIdModel


class MediaFile(PublicIdModel):
    """A photo or document. Bytes lie in the data directory under their SHA-256."""

    class Permission(models.TextChoices):
        NO_PEOPLE = "no_people"
        CONSENT = "consent"
        NOT_NEEDED = "not_needed"

    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content_type = models.CharField(max_length=80)
    width = models.PositiveIntegerField(default=0)  # pixels, as seen
    height = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=200)
    alt_text = models.CharField(max_length=300, blank=True)
    permission = models.CharField(max_length=20, choices=Permission.choices, blank=True)
    permission_note = models.CharField(max_length=300, blank=True)
    uploaded_by = models.CharField(max_length=200)
    uploaded_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)  # taken, but what it belongs to is not saved yet
    removed_at = models.DateTimeField(null=True)
