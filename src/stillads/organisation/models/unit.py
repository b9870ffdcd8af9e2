"""Units of the municipality, as a tree whose shape has dates."""

from django.db import models

from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel


class Unit(PublicIdModel):
    """An area, district, care centre, kitchen or team. Moved and closed, never deleted."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality"
        AREA = "area"
        DISTRICT = "district"
        CARE_CENTRE = "care_centre"
        REHABILITATION_CENTRE = "rehabilitation_centre"
        KITCHEN = "kitchen"
        AUTHORITY = "authority"
        SERVICE = "service"
        TEAM = "team"

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    name_sort = SortKeyField()
    kind = models.CharField(max_length=24, choices=Kind.choices)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class UnitPlacement(models.Model):
    """Where a unit hangs in the tree from one day to another (both count)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="placements")
    parent = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "valid_from"], name="one_placement_a_day"),
        ]
