"""Base classes for rows; no tables of their own."""

from django.db import models

from .ids import public_id


class PublicIdModel(models.Model):
    """A row that the outside names by `public_id`; its number stays in the house."""

    public_id = models.CharField(max_length=16, unique=True, default=public_id, editable=False)

    class Meta:
        abstract = True


class VersionedModel(models.Model):
    """A row that two people may change at once: the one with the older `version` loses."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
