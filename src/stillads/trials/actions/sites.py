"""Sites: the units where a phase runs, from one day to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from .. import followers
from ..lookup import find, person_by, phase_by, type_ref, unit_by
from ..models import Phase, PhaseSite
from ..rules import check_can_edit, check_given, check_texts


@dataclass(frozen=True, slots=True)
class SiteInput:
    """A unit that shall take part; without days it is there for the whole phase.

    citizens, employees  how many are expected to take part there
    """

    unit: type_ref
    valid_from: date | None = None
    valid_to: date | None = None
    contact: type_ref | None = None
    citizens: int | None = None
    employees: int | None = None


@transaction.atomic
def set_site(*, phase: type_ref, site: SiteInput, viewer: Viewer, at: datetime) -> PhaseSite:
    """Adds the unit to the phase, or changes its days and numbers where it is there already."""
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    made = put_site(row, site)
    followers.tell(row, viewer=viewer, at=at)
    _log("trials.set_site", made, viewer, at, {})
    return made


@transaction.atomic
def withdraw_site(
    *, site: type_ref, reason: str, day: date | None = None, viewer: Viewer, at: datetime
) -> PhaseSite:
    """The unit leaves the phase, `day` being its last. It stays on the list, with the reason."""
    row = find(PhaseSite, site, lock=True)
    check_can_edit(row.phase.trial, viewer)
    check_given(reason=reason)
    check_texts(reason=reason)
    last = day or local_day(at)
    if last < row.valid_from and row.phase.start <= local_day(at):
        raise RuleError(_("The last day lies before the first."), field="day")
    row.valid_to = max(last, row.valid_from)
    row.withdrawn_reason, row.withdrawn_at = reason.strip(), at
    row.save(update_fields=["valid_to", "withdrawn_reason", "withdrawn_at"])
    followers.tell(row.phase, viewer=viewer, at=at)
    _log("trials.withdraw_site", row, viewer, at, {"reason": reason})
    return row


def put_site(phase: Phase, site: SiteInput) -> PhaseSite:
    """Writes one site of a phase that the caller has locked and may change."""
    unit = unit_by(site.unit)
    if unit is None:
        raise NotFound(_("There is no such unit."))
    first, last = site.valid_from or phase.baseline_start or phase.start, site.valid_to
    if last is not None and last < first:
        raise RuleError(_("The last day lies before the first."), field="valid_to")
    if unit.valid_to is not None and unit.valid_to < first:
        raise RuleError(_("The unit is closed by then. Choose the one that took over."), field="unit")
    made, _new = PhaseSite.objects.update_or_create(
        phase=phase,
        unit=unit,
        defaults={
            "valid_from": first,
            "valid_to": last,
            "contact": person_by(site.contact),
            "citizens": site.citizens,
            "employees": site.employees,
            "withdrawn_reason": "",
            "withdrawn_at": None,
        },
    )
    return made


def _log(verb: str, row: PhaseSite, viewer: Viewer, at: datetime, data: Mapping[str, object]) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.phase.public_id}",
        target_name=row.phase.trial.title,
        unit=row.unit.key,
        data=data,
        at=at,
    )
