"""Phones and tablets that a unit shares, and the short code each employee signs in with."""

from django.db import models

from stillads.kernel.models import PublicIdModel

from .person import Person
from .unit import Unit


class SharedDevice(PublicIdModel):
    """A phone enrolled by a manager. The phone holds a secret; the database only its hash."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="devices")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    enrolled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    enrolled_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class QuickCode(models.Model):
    """An employee's own code for shared phones, hashed; locked after too many wrong tries."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="quick_code")
    code_hash = models.CharField(max_length=256)
    set_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
