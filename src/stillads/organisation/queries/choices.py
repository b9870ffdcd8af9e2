"""Short lists to choose from in forms."""

from datetime import date

from django.db.models import Q

from ..models import Person, Unit


def people_choices(on: date) -> list[tuple[str, str]]:
    """(public id, name) of everybody with a role on that day, in Danish order. One query."""
    current = Q(assignments__valid_from__lte=on) & (
        Q(assignments__valid_to__isnull=True) | Q(assignments__valid_to__gte=on)
    )
    rows = Person.objects.filter(current).distinct().order_by("name_sort", "pk")
    return list(rows.values_list("public_id", "name"))


def unit_choices(on: date) -> list[tuple[str, str]]:
    """(public id, name) of every unit that is open on that day, in Danish order. One query."""
    rows = Unit.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on).order_by("name_sort", "pk")
    return list(rows.values_list("public_id", "name"))


def units_by_public_id(public_ids: list[str]) -> tuple[Unit, ...]:
    """The units named, in Danish order; names that are not there are left out. One query."""
    return tuple(Unit.objects.filter(public_id__in=public_ids).order_by("name_sort", "pk"))
