"""The one thing all instruments produce. Rows are only added: a correction voids the older row."""

from typing import Final

from django.db import models

from stillads.kernel.ids import public_id
from stillads.kernel.models import PublicIdModel
from stillads.organisation.models import Person, Unit
from stillads.playbooks.models import PlaybookVersion
from stillads.trials.models import Participant

from .batch import ImportBatch
from .deployment import Deployment
from .wave import Wave

VOID: Final = "void"
"""The form of an entry that only takes another back."""


class Entry(PublicIdModel):
    """One registration: typed answers, at a place and time, with a key that makes it single.

    form     which form of the instrument: `answer`, `event`, a case's step
    subject  public id of the row it is a step of: a wish, a case, a plan, a loan; empty for a lone event
    """

    deployment = models.ForeignKey(
        Deployment, db_index=False, on_delete=models.PROTECT, related_name="entries"
    )
    version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Unit, db_index=False, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=60, default="")
    subject = models.CharField(max_length=16, blank=True, default="")
    wave = models.ForeignKey(Wave, null=True, on_delete=models.PROTECT, related_name="entries")
    batch = models.ForeignKey(ImportBatch, null=True, on_delete=models.PROTECT, related_name="entries")
    participant = models.ForeignKey(
        Participant, db_index=False, null=True, on_delete=models.PROTECT, related_name="entries"
    )
    actor = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_by = models.CharField(max_length=24, blank=True)
    occurred_at = models.DateTimeField()
    local_day = models.DateField()
    received_at = models.DateTimeField()
    source = models.CharField(max_length=16)  # phone, kiosk, link, paper, import, simulation
    idempotency_key = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    answers = models.JSONField()
    voids = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="voided_by")
    void_reason = models.CharField(max_length=200, blank=True)
    constructed = models.BooleanField(default=False)

    class Meta:
        indexes = [  # those of a foreign key and more stand for the key's own
            models.Index(fields=["deployment", "local_day"], name="entry_day"),
            models.Index(fields=["participant", "local_day"], name="entry_participant"),
            models.Index(fields=["site", "received_at"], name="entry_received"),
            models.Index(
                fields=["deployment", "received_at"],
                name="entry_taken_back",
                condition=models.Q(voids__isnull=False),
            ),
            models.Index(fields=["subject"], name="entry_subject", condition=~models.Q(subject="")),
        ]


class AnonymousEntry(models.Model):
    """An answer that nobody can lead back to anyone: a date, a random key, no order, no log row."""

    key = models.CharField(primary_key=True, max_length=32, default=public_id, editable=False)
    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(PlaybookVersion, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    wave = models.ForeignKey(Wave, null=True, on_delete=models.PROTECT, related_name="anonymous_entries")
    day = models.DateField()
    answers = models.JSONField()
    constructed = models.BooleanField(default=False)
