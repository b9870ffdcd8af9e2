"""Giving a role from a day on, and ending it. Roles are ended, never deleted."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.dates import format_date
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import person_by_id, unit_by_id
from ..models import Assignment, Person, Unit
from ..rules import check_can_give_role, check_span


@transaction.atomic
def give_role(
    *,
    person: str,
    role: str,
    unit: str,
    first_day: date,
    last_day: date | None = None,
    viewer: Viewer,
    at: datetime,
) -> Assignment:
    """The person holds `role` at the unit (public ids) and everywhere below it. Sent twice, given once."""
    check_can_give_role(viewer, role)
    row, place = person_by_id(person, lock=True), unit_by_id(unit)
    check_span(first_day, last_day, field="last_day")
    check_unit_open(place, first_day, last_day)
    same = Assignment.objects.filter(person=row, role=role, unit=place)
    if known := same.filter(valid_from=first_day, valid_to=last_day).first():
        return known
    overlapping = same.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=first_day))
    if last_day:
        overlapping = overlapping.filter(valid_from__lte=last_day)
    if overlapping.exists():
        raise RuleError(_("The person holds this role here already in those days."), field="first_day")
    given = Assignment.objects.create(
        person=row, role=role, unit=place, valid_from=first_day, valid_to=last_day
    )
    _log(viewer, "organisation.give_role", given, at)
    return given


@transaction.atomic
def end_role(*, person: str, assignment_id: int, last_day: date, viewer: Viewer, at: datetime) -> Assignment:
    """The last day on which the person holds the role."""
    held = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("person", "unit")
        .filter(pk=assignment_id, person__public_id=person)
        .first()
    )
    if held is None:
        raise NotFound(_("There is no such role."))
    check_can_give_role(viewer, held.role)
    check_span(held.valid_from, last_day, field="last_day")
    if held.valid_to and last_day > held.valid_to:
        raise RuleError(_("The role ends already on %s.") % format_date(held.valid_to), field="last_day")
    held.valid_to = last_day
    held.save(update_fields=["valid_to"])
    _log(viewer, "organisation.end_role", held, at)
    return held


def check_unit_open(unit: Unit, first_day: date, last_day: date | None) -> None:
    """A role lies within the unit's own days."""
    if first_day < unit.valid_from:
        raise RuleError(_("The unit begins on %s.") % format_date(unit.valid_from), field="first_day")
    if unit.valid_to and (last_day is None or last_day > unit.valid_to):
        raise RuleError(_("The unit closes on %s.") % format_date(unit.valid_to), field="last_day")


def _log(viewer: Viewer, verb: str, held: Assignment, at: datetime) -> None:
    person: Person = held.person
    record(
        viewer=viewer, verb=verb, target=f"person:{person.public_id}", target_name=person.name,
        unit=held.unit.key, at=at,
        data={
            "role": held.role,
            "first_day": str(held.valid_from),
            "last_day": str(held.valid_to) if held.valid_to else None,
        },
    )  # fmt: skip
