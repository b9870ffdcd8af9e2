"""Finding a row by the name the outside knows it by, or saying that there is nothing."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.kernel.prepared import Parameter
from stillads.kernel.rules import NotFound, RuleError

from .models import Assignment, Person, Unit, UnitPlacement


def on_day(day: date | Parameter) -> Q:
    """Rows with `valid_from` and `valid_to` that hold on `day`; both days count."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def unit_by_id(public_id: str, *, lock: bool = False) -> Unit:
    """The unit; NotFound where there is none. `lock` for an action that changes it."""
    rows = Unit.objects.select_for_update() if lock else Unit.objects.all()
    unit = rows.filter(public_id=public_id).first()
    if unit is None:
        raise NotFound(_("That unit does not exist."))
    return unit


def person_by_id(public_id: str, *, lock: bool = False) -> Person:
    """The person; NotFound where there is none. `lock` for an action that changes them."""
    rows = Person.objects.select_for_update() if lock else Person.objects.all()
    person = rows.filter(public_id=public_id).first()
    if person is None:
        raise NotFound(_("There is no such person."))
    return person


def unit_ids_of(person: Person) -> frozenset[int]:
    """Ids of all units at which the person has, had or will have a role."""
    return frozenset(person.assignments.values_list("unit_id", flat=True))


def roles_on(person: Person, day: date) -> frozenset[str]:
    """The roles that the person holds on a day or later."""
    ending = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return frozenset(person.assignments.filter(ending).values_list("role", flat=True))


def placement_on(unit: Unit, day: date) -> UnitPlacement:
    """Where the unit hangs on `day`."""
    found = UnitPlacement.objects.filter(on_day(day), unit=unit).first()
    if found is None:
        raise RuleError(_("The unit has no place in the tree on that day."), field="first_day")
    return found


def children_after(unit: Unit, last_day: date) -> list[str]:
    """Names of the units that still hang under `unit` after `last_day`."""
    later = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    rows = UnitPlacement.objects.filter(later, parent=unit).order_by("unit__name_sort")
    return list(dict.fromkeys(rows.values_list("unit__name", flat=True)))


def assignment_names_after(unit: Unit, last_day: date) -> list[str]:
    """Names of the people who still hold a role at `unit` after `last_day`."""
    later = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    rows = Assignment.objects.filter(later, unit=unit).order_by("person__name_sort")
    return list(dict.fromkeys(rows.values_list("person__name", flat=True)))
