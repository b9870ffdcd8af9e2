"""Days when a person is away, and who looks after their work meanwhile."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import person_by_id, unit_ids_of
from ..models import Absence, Person
from ..rules import check_can_note_absence, check_span


@transaction.atomic
def note_absence(
    *, person: str, first_day: date, last_day: date, stand_in: str | None, viewer: Viewer, at: datetime
) -> Absence:
    """The person is away from `first_day` to `last_day`. No reason is asked for, and none is kept."""
    row = person_by_id(person, lock=True)
    check_can_note_absence(viewer, person_id=row.pk, unit_ids=unit_ids_of(row))
    check_span(first_day, last_day, field="last_day")
    other = person_by_id(stand_in) if stand_in else None
    if other and other.pk == row.pk:
        raise RuleError(_("Choose somebody else: nobody can stand in for themselves."), field="stand_in")
    overlap = row.absences.filter(first_day__lte=last_day, last_day__gte=first_day)
    if known := overlap.filter(first_day=first_day, last_day=last_day, stand_in=other).first():
        return known
    if overlap.exists():
        raise RuleError(_("There is an absence in those days already. Remove it first."), field="first_day")
    absence = Absence.objects.create(person=row, first_day=first_day, last_day=last_day, stand_in=other)
    _log(viewer, "organisation.note_absence", row, at, absence)
    return absence


@transaction.atomic
def remove_absence(*, person: str, absence_id: int, viewer: Viewer, at: datetime) -> None:
    """The person is not away after all."""
    row = person_by_id(person)
    check_can_note_absence(viewer, person_id=row.pk, unit_ids=unit_ids_of(row))
    absence = row.absences.filter(pk=absence_id).first()
    if absence is None:
        raise NotFound(_("There is no such absence."))
    _log(viewer, "organisation.remove_absence", row, at, absence)
    absence.delete()


def _log(viewer: Viewer, verb: str, person: Person, at: datetime, absence: Absence) -> None:
    record(
        viewer=viewer, verb=verb, target=f"person:{person.public_id}", target_name=person.name, at=at,
        data={
            "first_day": str(absence.first_day),
            "last_day": str(absence.last_day),
            "stand_in": absence.stand_in.name if absence.stand_in else "",
        },
    )  # fmt: skip
