"""The outbox: what shall reach a person by e-mail, as a letter, or as a line on a poster."""

from django.db import models

from stillads.kernel.models import PublicIdModel


class Notice(PublicIdModel):
    """One message, written in the transaction of the deed it tells of, sent afterwards.

    Name, address and body are sealed: they may tell who somebody is, and carry a private link.
    They are erased (NULL) some time after the message has left.
    """

    class Channel(models.TextChoices):
        EMAIL = "email"
        LETTER = "letter"
        POSTER = "poster"

    class State(models.TextChoices):
        WAITING = "waiting"
        SENDING = "sending"  # a worker has it; if it dies now, nobody knows whether it left
        SENT = "sent"
        PRINTED = "printed"
        UNCERTAIN = "uncertain"  # may have left: a person decides, so that nothing is sent twice
        FAILED = "failed"
        CANCELLED = "cancelled"

    channel = models.CharField(max_length=10, choices=Channel.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    name_sealed = models.BinaryField(null=True)
    address_sealed = models.BinaryField(null=True)  # e-mail or postal address
    place = models.CharField(max_length=60, blank=True)  # of a poster line: public id of the unit
    place_name = models.CharField(max_length=160, blank=True)
    subject = models.CharField(max_length=200)
    body_sealed = models.BinaryField(null=True)
    about = models.CharField(max_length=120)  # kind and public id of what it tells of
    dedup_key = models.CharField(max_length=160, unique=True)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["channel", "state", "due_at"], name="notice_due")]
