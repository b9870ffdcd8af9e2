"""A citizen, as little as possible. Nothing else in the house points at this table but Participant."""

from django.db import models

from stillads.kernel.models import PublicIdModel

from .unit import Unit


class Citizen(PublicIdModel):
    """Name and CPR as encrypted bytes (`kernel.sealed`), found only by a keyed look-up."""

    name_sealed = models.BinaryField()
    cpr_sealed = models.BinaryField(null=True)
    cpr_lookup = models.CharField(max_length=64, null=True, unique=True)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT)
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True, blank=True)
