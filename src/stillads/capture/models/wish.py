"""Wishes: one list per citizen, whichever trial or shift heard them."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person
from stillads.trials.models import Participant

from .deployment import Deployment


class Wish(PublicIdModel, VersionedModel):
    """Heard → acted on → told back. Each step also writes an Entry with this row as its subject."""

    class State(models.TextChoices):
        HEARD = "heard"
        ACTED = "acted"
        TOLD = "told"
        CLOSED = "closed"  # it cannot be done; the reason was told

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="wishes")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="wishes")
    text = models.CharField(max_length=300)
    area = models.CharField(max_length=60)
    on_behalf = models.CharField(max_length=12)
    state = models.CharField(max_length=8, choices=State.choices, default=State.HEARD)
    heard_on = models.DateField()
    heard_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    acted_on = models.DateField(null=True, blank=True)
    did = models.CharField(max_length=300, blank=True)
    told_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    closed_why = models.CharField(max_length=300, blank=True)
    heard_in = models.CharField(max_length=16, blank=True)  # public id of the entry it was heard in
    constructed = models.BooleanField(default=False)
    idempotency_key = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["participant", "state"], name="wish_participant"),
            models.Index(fields=["deployment", "state", "due_on"], name="wish_worklist"),
        ]
