"""The log: who did or saw what, when, why. Rows are added and never touched again."""

from django.db import models


class AuditEvent(models.Model):
    """One act or one look. Actor and target are text, so that the log outlives what it is about."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    actor_name = models.CharField(max_length=200, blank=True)
    verb = models.CharField(max_length=80)
    target = models.CharField(max_length=120, blank=True)
    target_name = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=120, blank=True)
    purpose = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=64, blank=True)
    denied = models.BooleanField(default=False)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="audit_at"),
            models.Index(fields=["target", "at"], name="audit_target"),
            models.Index(fields=["actor", "at"], name="audit_actor"),
        ]


class AuditSeal(models.Model):
    """A batch of events chained to the batch before: sha256(previous + the events' canonical JSON)."""

    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField(unique=True)
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
