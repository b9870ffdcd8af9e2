"""People who work here, and what they are where and when."""

from typing import Any

from django.conf import settings
from django.db import models

from stillads.kernel.danish import fold, sort_key
from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel

from .unit import Unit


class Person(PublicIdModel):
    """An employee, leader, consultant, or a member of a council or committee."""

    name = models.CharField(max_length=160)
    name_sort = SortKeyField()
    name_folded = models.CharField(max_length=240, editable=False)
    title = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    employee_number = models.CharField(max_length=40, null=True, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="person"
    )
    idempotency_key = models.CharField(max_length=64, null=True, unique=True)

    class Meta:
        indexes = [models.Index(fields=["name_sort"], name="person_by_name")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the columns that lists and search use in step with the name."""
        self.name_sort, self.name_folded = sort_key(self.name)[:240], fold(self.name)[:240]
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.name


class Assignment(models.Model):
    """A person's role at a unit from one day to another (both count). Ended, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=40)  # a key of policy.ROLES
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "valid_from"], name="assignment_person"),
            models.Index(fields=["unit", "valid_from"], name="assignment_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "unit", "valid_from"], name="one_role_from_a_day_on"
            ),
        ]


class Absence(models.Model):
    """Days when a person is away, with who looks after their work meanwhile."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="absences")
    first_day = models.DateField()
    last_day = models.DateField()
    stand_in = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="stands_in_for"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "first_day"], name="one_absence_from_a_day_on"),
        ]
