"""Ideas from citizens, relatives, employees and leaders, and what became of them."""

from django.db import models

from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel, VersionedModel
from stillads.organisation.models import Person, Unit

from .theme import Theme


class Workshop(PublicIdModel):
    """An occasion at which many ideas were given at once."""

    title = models.CharField(max_length=200)
    held_on = models.DateField()
    place = models.CharField(max_length=160, blank=True)
    idempotency_key = models.CharField(max_length=64, unique=True, null=True)

    def __str__(self) -> str:
        return self.title


class Idea(PublicIdModel, VersionedModel):
    """One idea. How its giver may be reached lies sealed in IdeaGiver."""

    class Source(models.TextChoices):
        CITIZEN = "citizen"
        RELATIVE = "relative"
        EMPLOYEE = "employee"
        LEADER = "leader"
        WORKSHOP = "workshop"
        OTHER = "other"

    class State(models.TextChoices):
        NEW = "new"
        CONSIDERED = "considered"
        CHOSEN = "chosen"  # becomes, or is part of, a trial
        PARKED = "parked"
        DECLINED = "declined"
        MERGED = "merged"  # lives on in another idea
        SPLIT = "split"  # lives on in several ideas

    title = models.CharField(max_length=160)
    title_sort = SortKeyField()
    text = models.TextField()
    folded = models.TextField(default="")  # title and text as they are compared
    source = models.CharField(max_length=12, choices=Source.choices)
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT)
    workshop = models.ForeignKey(
        Workshop, null=True, blank=True, on_delete=models.PROTECT, related_name="ideas"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.NEW)
    trial_key = models.CharField(max_length=40, blank=True)  # public id of the trial it was chosen for
    trial_title = models.CharField(max_length=200, blank=True)
    handled_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    constructed = models.BooleanField(default=False)  # demo data: shown as *konstrueret*
    source_note = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "-received_at"], name="idea_state"),
            models.Index(fields=["-received_at"], name="idea_received"),
        ]

    def __str__(self) -> str:
        return self.title


class IdeaTransition(models.Model):
    """One step of an idea's life."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="transitions")
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    reason = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class IdeaLineage(models.Model):
    """`child` came out of `parent`, by merging or by splitting."""

    class Kind(models.TextChoices):
        MERGE = "merge"
        SPLIT = "split"

    parent = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="lineage_out")
    child = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="lineage_in")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parent", "child"], name="one_lineage_link")]
