"""Phones and tablets that a unit shares, and the short code each employee signs in with."""

from django.db import models

from stillads.kernel.models import PublicIdModel

from .person import Person
from .unit import Unit


class SharedDevice(PublicIdModel):
    """A phone enrolled by a manager. The phone holds a secret; the database only its hash.

    Until the phone itself has opened the link (`enrol_hash`, good till `enrol_until`) it has no
    `token_hash`, and nobody can sign in on it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="devices")
    name = models.CharField(max_length=80)
    enrol_hash = models.CharField(max_length=64, null=True, unique=True)
    enrol_until = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, null=True, unique=True)
    enrolled_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    enrolled_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    idempotency_key = models.CharField(max_length=64, null=True, unique=True)


class QuickCode(models.Model):
    """An employee's own code for shared phones, hashed; locked after too many wrong tries.

    A `temporary` one was given by the manager and is replaced at its first use.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="quick_code")
    code_hash = models.CharField(max_length=256)
    set_at = models.DateTimeField()
    temporary = models.BooleanField(default=False)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
