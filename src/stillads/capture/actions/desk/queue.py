"""The queue: booked, walked in, asked for by the hospital; called, served, done, or stayed away."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.dates import format_weekday
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.desk import Desk

from ...desk_hours import slots_on, why_closed
from ...desk_rules import check_at_work, check_can_become, desk_of, place_in_queue, visit_by
from ...lookup import deployment_by
from ...models import ClosedDay, Deployment, Visit
from ...permissions import REGISTER
from ...versions import check_version, save_next
from ..entries import Recorded, Said, write_entry

A, V = Visit.Arrived, Visit.State
_STANDS = (V.BOOKED, V.WAITING, V.SERVED, V.DONE)


@transaction.atomic
def book_visit(
    *,
    deployment: str,
    starts_at: datetime,
    called: str = "",
    errand: str = "",
    key: str,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Visit:
    """A time is booked. Raises RuleError where the desk is closed or full then; sent again it is the same visit."""
    visit = Visit(
        arrived=A.BOOKED, state=V.BOOKED, starts_at=starts_at, called=called, errand=errand,
        constructed=constructed, idempotency_key=key,
    )  # fmt: skip
    return _take_in(deployment, visit, "capture.desk.book", viewer, at)


@transaction.atomic
def walk_in(
    *,
    deployment: str,
    called: str = "",
    errand: str = "",
    hospital: bool = False,
    key: str,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Visit:
    """Somebody came without a time, or the hospital asks; they stand in the same queue as those who booked."""
    visit = Visit(
        arrived=A.HOSPITAL if hospital else A.WALKED_IN, state=V.WAITING, came_at=at, called=called, errand=errand,
        constructed=constructed, idempotency_key=key,
    )  # fmt: skip
    return _take_in(deployment, visit, "capture.desk.arrive", viewer, at)


def _take_in(deployment: str, visit: Visit, verb: str, viewer: Viewer, at: datetime) -> Visit:
    """One more visit at the desk, in its turn; the one that is there, where it was sent before."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    if there := Visit.objects.filter(idempotency_key=visit.idempotency_key).first():
        return there
    desk = desk_of(row)
    check_at_work(row, local_day(visit.starts_at or at))
    _take_turn(row)
    if visit.starts_at is not None:
        _check_free(desk, row, visit.starts_at, at)
    check_no_cpr(visit.called, field="called")
    if visit.errand and visit.errand not in {option.key for option in desk.errands}:
        raise RuleError(_("Choose from the list."), field="errand")
    visit.deployment, visit.called = row, visit.called.strip()[:60] or _number(row)
    visit.save()
    _log(verb, row, visit, viewer, at)
    return visit


@transaction.atomic
def move_visit(*, visit: str, state: str, version: int | None = None, viewer: Viewer, at: datetime) -> Visit:
    """Came, is called to the desk, stayed away, cancelled. Moved twice to the same place it is moved once.

    Raises Conflict where somebody else moved it otherwise.
    """
    row = visit_by(visit, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    if row.state == state:
        return row
    check_version(row, version)
    if state == V.DONE:
        raise RuleError(_("Say what was done, then the visit is over."))
    check_can_become(row, state)
    _move(row, state, viewer, at)
    return row


@transaction.atomic
def call_next(*, deployment: str, viewer: Viewer, at: datetime) -> Visit | None:
    """Calls whoever is next; None where nobody waits. Two who press at once get one each."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    _take_turn(row)
    waiting = list(Visit.objects.select_for_update().filter(deployment=row, state=V.WAITING))
    if not waiting:
        return None
    found = min(waiting, key=place_in_queue)
    found.deployment = row
    _move(found, V.SERVED, viewer, at)
    return found


@transaction.atomic
def finish_visit(
    *, visit: str, raw: type_raw, version: int | None = None, viewer: Viewer, at: datetime
) -> Recorded:
    """The visit is over, with the playbook's questions answered: one entry, with the minutes waited and served.

    Raises Invalid (a reason per field), Conflict (it moved on meanwhile).
    """
    row = visit_by(visit, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    key = f"visit:{row.public_id}"
    if row.state != V.DONE:
        check_version(row, version)
        check_can_become(row, V.DONE)
        row.state, row.done_at = V.DONE, at
    came, begun, done = row.came_at or at, row.begun_at or at, row.done_at or at
    said = Said(
        form="visit", raw=raw, key=key, occurred_at=came, subject=row.public_id, constructed=row.constructed,
        ongoing=True,
        more={
            "arrived": row.arrived,
            "waited_minutes": _minutes(max(came, row.starts_at or came), begun),
            "served_minutes": _minutes(begun, done),
        },
    )  # fmt: skip
    made = write_entry(row.deployment, said, viewer=viewer, at=at)
    if not made.again:
        row.errand = made.entry.answers.get("errand", "")
        save_next(row, "state", "done_at", "errand")
    return made


def _move(row: Visit, state: str, viewer: Viewer, at: datetime) -> None:
    if state == V.WAITING:
        row.came_at, row.begun_at = row.came_at or at, None
    if state == V.SERVED:
        row.begun_at, row.served_by_id = at, viewer.person_id
    row.state = state
    save_next(row, "state", "came_at", "begun_at", "served_by")
    _log("capture.desk.move", row.deployment, row, viewer, at)


def _check_free(desk: Desk, row: Deployment, starts_at: datetime, at: datetime) -> None:
    if starts_at < at:
        raise RuleError(_("That time has passed."), field="slot")
    day = local_day(starts_at)
    closed = dict(ClosedDay.objects.filter(deployment=row, day=day).values_list("day", "why"))
    slot = next((slot for slot in slots_on(desk, day, closed) if slot.starts_at == starts_at), None)
    if slot is None:
        why = why_closed(desk, day, closed) or _now("outside the opening hours")
        raise RuleError(
            _("The desk is closed on %(day)s: %(why)s.") % {"day": format_weekday(day), "why": why},
            field="slot",
        )
    taken = Visit.objects.filter(deployment=row, starts_at=starts_at, state__in=_STANDS).count()
    if taken >= slot.capacity:
        raise RuleError(_("That time has just been taken. Choose another one."), field="slot")


def _number(row: Deployment) -> str:
    """The next number, for those who are not called by a name."""
    return _now("No. %(n)d") % {"n": Visit.objects.filter(deployment=row).count() % 100 + 1}


def _take_turn(row: Deployment) -> None:
    """Two at once take turns at the desk's queue."""
    Deployment.objects.select_for_update().get(pk=row.pk)


def _minutes(first: datetime, last: datetime) -> int:
    return max(0, round((last - first).total_seconds() / 60))


def _log(verb: str, row: Deployment, visit: Visit, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer, verb=verb, target=f"deployment:{row.public_id}", target_name=desk_of(row).title,
        unit=row.unit.key, data={"visit": visit.public_id, "state": visit.state}, at=at,
    )  # fmt: skip
