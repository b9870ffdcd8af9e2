"""Units of the municipality, as a tree whose shape has dates."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from stillads.kernel.danish import sort_key
from stillads.kernel.fields import SortKeyField
from stillads.kernel.models import PublicIdModel


class Unit(PublicIdModel):
    """An area, district, care centre, kitchen or team. Moved and closed, never deleted."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        AREA = "area", _("Area")
        DISTRICT = "district", _("District")
        CARE_CENTRE = "care_centre", _("Care centre")
        REHABILITATION_CENTRE = "rehabilitation_centre", _("Rehabilitation centre")
        KITCHEN = "kitchen", _("Kitchen")
        AUTHORITY = "authority", _("Authority")
        SERVICE = "service", _("Service")
        TEAM = "team", _("Team")

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=160)
    name_sort = SortKeyField()
    kind = models.CharField(max_length=24, choices=Kind.choices)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=64, null=True, unique=True)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the column that lists sort by in step with the name."""
        self.name_sort = sort_key(self.name)[:240]
        super().save(*args, **kwargs)

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
