"""The outbox: what shall reach a person by e-mail, as a letter, or as a line on a poster."""

from django.db import models

from stillads.kernel.models import PublicIdModel


class Notice(PublicIdModel):
    """One message, written in the transaction of the deed it tells of, sent afterwards."""

    class Channel(models.TextChoices):
        EMAIL = "email"
        LETTER = "letter"
        POSTER = "poster"

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        PRINTED = "printed"
        FAILED = "failed"
        CANCELLED = "cancelled"

    channel = models.CharField(max_length=10, choices=Channel.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    recipient_name = models.CharField(max_length=160, blank=True)
    recipient_sealed = models.BinaryField()  # e-mail or postal address (kernel.sealed)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    about = models.CharField(max_length=120)  # kind and public id of what it tells of
    dedup_key = models.CharField(max_length=160, unique=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"], name="notice_due")]
