"""Who has a case: given to somebody, or to another unit; and the mark that goes to the care record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment, Person, Unit

from ...cases.finding import case_by, check_near_case, units_of_case
from ...models import Case
from ..wishes import MEANWHILE
from .logging import log


@transaction.atomic
def assign(
    *, case: str, person: str = "", unit: str = "", version: int, viewer: Viewer, at: datetime
) -> Case:
    """Gives an open case to `person` (public id; nobody where empty) at `unit` (where it is, where empty).

    Done twice it is done once. Raises Denied, NotFound, Conflict, RuleError (fields person, unit).
    """
    row = case_by(case, lock=True)
    check_near_case(row, viewer)
    place = _unit(row, unit)
    somebody = _person(person, place, at)
    if (row.unit_id, row.assigned_id) == (place.pk, somebody.pk if somebody else None):
        return row
    if row.version != version:
        raise Conflict(MEANWHILE)
    if row.state != Case.State.OPEN:
        raise RuleError(_("The case has ended. Nobody has to do anything about it."))
    row.unit, row.assigned = place, somebody
    row.version += 1
    row.save()
    log("capture.assign_case", row, viewer, at, unit=place.key)
    return row


def _unit(row: Case, ref: str) -> Unit:
    if not ref:
        return row.unit
    for unit in units_of_case(row):
        if unit.public_id == ref:
            return unit
    raise RuleError(_("Choose a unit where the same flow is tried out."), field="unit")


def _person(ref: str, unit: Unit, at: datetime) -> Person | None:
    if not ref:
        return None
    day = local_day(at)
    here = Assignment.objects.filter(unit=unit, valid_from__lte=day, person__public_id=ref)
    found = here.exclude(valid_to__lt=day).select_related("person").first()
    if found is None:
        raise RuleError(_("Choose somebody who works at the unit."), field="person")
    return found.person


@transaction.atomic
def mark_copied(*, case: str, viewer: Viewer, at: datetime) -> Case:
    """The mark stands in the care record now, says the viewer. The first time counts."""
    row = case_by(case, lock=True)
    check_near_case(row, viewer)
    if row.mark_copied_at is None:
        row.mark_copied_at = at
        row.save(update_fields=["mark_copied_at"])
        log("capture.copy_mark", row, viewer, at)
    return row
