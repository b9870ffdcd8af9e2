"""The queue as it stands, and the times that can still be booked."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from stillads.audit.actions.record import record_read
from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.viewer import Viewer

from ...desk_hours import capacity_at, slots_on, why_closed
from ...desk_rules import place_in_queue, visit_by
from ...models import ClosedDay, Deployment, DeskItem, Loan, Visit, Waiting
from .notes import wrong_lately
from .place import Place, with_row

V = Visit.State
_AHEAD = 21


@dataclass(frozen=True, slots=True)
class VisitView:
    """One visit. `waited` is how long it has waited; `expected` how long it still will, in minutes."""

    public_id: str
    version: int
    called: str
    arrived: str
    state: str
    errand: str
    starts_at: datetime | None
    waited: int
    expected: int
    constructed: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Who is at the desk, who waits (the next one first), who is booked for today.

    closed   why the desk is closed today; empty where it is open
    overdue  loans that should have come back; offered: people who wait to be told that theirs is ready
    wrong    deliveries that went wrong in the last seven days
    """

    place: Place
    stocked: bool
    closed: str
    served: tuple[VisitView, ...]
    waiting: tuple[VisitView, ...]
    booked: tuple[VisitView, ...]
    done: int
    overdue: int
    offered: int
    wrong: int


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A time with room for `free` more."""

    starts_at: datetime
    free: int


@dataclass(frozen=True, slots=True)
class HoursPage:
    """The days ahead on which the desk is closed though its weekday is one of its own: day, why, taken by us."""

    place: Place
    closed: tuple[tuple[date, str, bool], ...]


def queue_page(*, deployment: str, viewer: Viewer, at: datetime) -> QueuePage:
    """The queue just now. It names people by what they are called out as: the look is in the log."""
    row, place = with_row(deployment, viewer)
    day = local_day(at)
    first, last = _day_of(day)
    rows = Visit.objects.filter(deployment=row)
    open_ = list(rows.filter(state__in=[V.WAITING, V.SERVED]))
    waiting = sorted((v for v in open_ if v.state == V.WAITING), key=place_in_queue)
    booked = rows.filter(state=V.BOOKED, starts_at__gte=first, starts_at__lt=last).order_by("starts_at", "pk")
    loans = Loan.objects.filter(item__deployment=row, returned_on__isnull=True, due_on__lt=day)
    living = Waiting.objects.filter(deployment=row, ended_at__isnull=True, offered_at__isnull=False)
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{row.public_id}")
    return QueuePage(
        place=place,
        stocked=DeskItem.objects.filter(deployment=row).exists(),
        closed=why_closed(place.desk, day, _closed(row, day, day)),
        served=tuple(_view(v, place, at, 0) for v in open_ if v.state == V.SERVED),
        waiting=_waiting(waiting, place, at),
        booked=tuple(_view(v, place, at, 0) for v in booked),
        done=rows.filter(state=V.DONE, done_at__gte=first, done_at__lt=last).count(),
        overdue=loans.count(),
        offered=living.count(),
        wrong=wrong_lately(row, day),
    )


def visit_view(*, visit: str, viewer: Viewer, at: datetime) -> tuple[Place, VisitView]:
    """One visit."""
    row = visit_by(visit)
    _row, place = with_row(row.deployment_id, viewer)
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{place.deployment}")
    return place, _view(row, place, at, 0)


def free_slots(*, deployment: str, viewer: Viewer, at: datetime) -> tuple[Place, list[FreeSlot]]:
    """The times of the next three weeks that have room. Two queries, however many days."""
    row, place = with_row(deployment, viewer)
    first = local_day(at)
    days = [first + timedelta(days=n) for n in range(_AHEAD)]
    closed = _closed(row, days[0], days[-1])
    taken = Counter(
        moment.astimezone(COPENHAGEN)
        for moment in Visit.objects.filter(
            deployment=row, starts_at__gte=at, starts_at__lt=_day_of(days[-1])[1],
            state__in=[V.BOOKED, V.WAITING, V.SERVED, V.DONE],
        ).values_list("starts_at", flat=True)
        if moment is not None
    )  # fmt: skip
    slots = [slot for day in days for slot in slots_on(place.desk, day, closed) if slot.starts_at >= at]
    found = [FreeSlot(slot.starts_at, slot.capacity - taken[slot.starts_at]) for slot in slots]
    return place, [slot for slot in found if slot.free > 0]


def hours_page(*, deployment: str, viewer: Viewer, day: date) -> HoursPage:
    """The closed days of the next half year."""
    row, place = with_row(deployment, viewer)
    last = day + timedelta(days=183)
    closed = _closed(row, day, last)
    weekdays = {hours.weekday for hours in place.desk.hours}
    days = [day + timedelta(days=n) for n in range(184)]
    found = [
        (one, why_closed(place.desk, one, closed), one in closed)
        for one in days
        if (one.isoweekday() in weekdays or one in closed) and why_closed(place.desk, one, closed)
    ]
    return HoursPage(place, tuple(found))


def _waiting(rows: list[Visit], place: Place, at: datetime) -> tuple[VisitView, ...]:
    """Each waits for those before it: a slot's length for every so many as can be helped at once."""
    at_once = capacity_at(place.desk, at)
    return tuple(
        _view(row, place, at, number // at_once * place.desk.slot_minutes) for number, row in enumerate(rows)
    )


def _view(row: Visit, place: Place, at: datetime, expected: int) -> VisitView:
    since = row.came_at or at
    return VisitView(
        public_id=row.public_id,
        version=row.version,
        called=row.called,
        arrived=row.arrived,
        state=row.state,
        errand=row.errand,
        starts_at=row.starts_at.astimezone(COPENHAGEN) if row.starts_at else None,
        waited=max(0, round(((row.begun_at or at) - since).total_seconds() / 60)),
        expected=expected,
        constructed=row.constructed,
    )


def _closed(row: Deployment, first: date, last: date) -> dict[date, str]:
    found: Iterable[tuple[date, str]] = ClosedDay.objects.filter(
        deployment=row, day__gte=first, day__lte=last
    ).values_list("day", "why")
    return dict(found)


def _day_of(day: date) -> tuple[datetime, datetime]:
    first = datetime.combine(day, time.min, COPENHAGEN)
    return first, datetime.combine(day + timedelta(days=1), time.min, COPENHAGEN)
