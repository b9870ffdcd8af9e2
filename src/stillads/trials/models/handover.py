"""Who was the lead of a trial when: a hand-over is a row."""

from django.db import models

from stillads.organisation.models import Person

from .trial import Trial


class LeadHandover(models.Model):
    """The trial went from one lead to another, for good or while the first one is away."""

    trial = models.ForeignKey(Trial, on_delete=models.CASCADE, related_name="handovers")
    from_person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
