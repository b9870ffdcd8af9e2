"""Reading the log, for the privacy officer."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from stillads.kernel.clock import COPENHAGEN

from ..models import AuditEvent

READING = (".read", ".look", ".search")


@dataclass(frozen=True)
class LoggedEvent:
    """One row of the log as it is shown."""

    at: datetime
    actor: str
    actor_name: str
    verb: str
    target: str
    target_name: str
    unit: str
    purpose: str
    address: str
    denied: bool
    data: dict[str, object]


@dataclass(frozen=True)
class LogSearch:
    """What to look for; an empty field narrows nothing.

    actors  texts such as `person:h7k2…`: who did it
    about   texts of the same kind: whom or what it was about
    first, last  days in Copenhagen; both count
    denied  only refusals
    looks   only what was looked at (not what was changed)
    """

    actors: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    text: str = ""
    first: date | None = None
    last: date | None = None
    denied: bool = False
    looks: bool = False
    offset: int = field(default=0, compare=False)
    limit: int = field(default=50, compare=False)


def events(search: LogSearch) -> list[LoggedEvent]:
    """The newest events first. The caller has checked that the viewer may read the log."""
    rows = _matching(search).order_by("-at", "-pk")[search.offset : search.offset + search.limit]
    return [
        LoggedEvent(
            e.at, e.actor, e.actor_name, e.verb, e.target, e.target_name, e.unit, e.purpose, e.address,
            e.denied, e.data,
        )
        for e in rows
    ]  # fmt: skip


def count_events(search: LogSearch) -> int:
    """How many events match, whatever the page."""
    return _matching(search).count()


def _matching(search: LogSearch) -> QuerySet[AuditEvent]:
    rows = AuditEvent.objects.all()
    if search.first:
        rows = rows.filter(at__gte=_midnight(search.first))
    if search.last:
        rows = rows.filter(at__lt=_midnight(search.last + timedelta(days=1)))
    if search.denied:
        rows = rows.filter(denied=True)
    if search.looks:
        rows = rows.filter(reduce(or_, (Q(verb__endswith=ending) for ending in READING)))
    return rows.filter(_named(search))


def _named(search: LogSearch) -> Q:
    wanted = Q()
    if search.actors:
        wanted |= Q(actor__in=search.actors)
    if search.about:
        wanted |= Q(target__in=search.about)
    if search.text:
        wanted |= Q(actor_name__icontains=search.text) | Q(target_name__icontains=search.text)
    return wanted


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN)
