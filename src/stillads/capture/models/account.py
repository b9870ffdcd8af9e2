"""Balances that are earned and spent."""

from django.db import models

from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.trials.models import Participant

from .deployment import Deployment


class Account(PublicIdModel, VersionedModel):
    """A participant's balance; its movements are entries with this row as their subject.

    earned_until  the last day for which what is earned by itself has been added
    """

    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="accounts")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="accounts")
    balance = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    earned_until = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    constructed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deployment", "participant"], name="one_account_a_participant"),
            models.CheckConstraint(condition=models.Q(balance__gte=0), name="balance_not_below_nought"),
        ]
