"""Who is to be at a place and what came of it; the agenda of the next meeting, and those held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from stillads.audit.actions.record import record_read
from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.items import Items
from stillads.playbooks.kinds.presence import Presence as PresenceDefinition

from ..agenda import brought
from ..lookup import deployment_by
from ..models import AgendaPoint, Deployment, Meeting, Presence
from ..permissions import REGISTER
from ..presence_rules import next_meeting, presence_by, presence_of


@dataclass(frozen=True, slots=True)
class Place:
    """What all pages of one place need."""

    deployment: str
    definition: PresenceDefinition
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class PresenceView:
    """One planned presence. `came` is empty until it has been told; `planned` is minutes."""

    public_id: str
    version: int
    who: str
    function: str
    starts_at: datetime
    ends_at: datetime
    locked: bool
    came: str
    minutes: int | None
    why_not: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class PresencePage:
    """`untold` were to be and nobody has said what came of them; `told` the last fortnight's."""

    place: Place
    untold: tuple[PresenceView, ...]
    coming: tuple[PresenceView, ...]
    told: tuple[PresenceView, ...]
    next_meeting: date | None
    points: int


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of an agenda. `ref` names it to `settle_point`; `source` person, moved_in, case or wish."""

    ref: str
    version: int
    text: str
    source: str
    by: str
    on: date | None
    settled: bool
    what_came_of_it: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting that was held, with what was settled on it."""

    public_id: str
    day: date
    minutes: int | None
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """The next meeting: points that wait, points that are settled already; and the meetings before it."""

    place: Place
    next_meeting: date | None
    waiting: tuple[PointView, ...]
    settled: tuple[PointView, ...]
    held: tuple[tuple[str, date, int | None], ...]


_BACK, _AHEAD = timedelta(days=14), timedelta(days=28)


def presence_page(*, deployment: str, viewer: Viewer, at: datetime) -> PresencePage:
    """A fortnight back and four weeks ahead; what has not been told, however old."""
    row, place = _place(deployment, viewer)
    rows = Presence.objects.filter(deployment=row).select_related("person").order_by("starts_at", "pk")
    first, last = _midnight(local_day(at) - _BACK), _midnight(local_day(at) + _AHEAD)
    untold = rows.filter(came="", starts_at__lte=at)
    coming = rows.filter(came="", starts_at__gt=at, starts_at__lt=last)
    told = rows.exclude(came="").filter(starts_at__gte=first, starts_at__lt=last).order_by("-starts_at", "pk")
    meeting = place.definition.meeting
    return PresencePage(
        place=place,
        untold=_views(untold, place),
        coming=_views(coming, place),
        told=_views(told, place),
        next_meeting=_next(row, at) if meeting else None,
        points=_waiting(row, at) if meeting else 0,
    )


def presence_view(*, presence: str, viewer: Viewer) -> tuple[Place, PresenceView, Items]:
    """One of them, with the questions that the playbook asks beside the minutes."""
    row = presence_by(presence)
    _row, place = _place(row.deployment.public_id, viewer)
    return place, _view(row, place), place.definition.items


def place_of(*, deployment: str, viewer: Viewer) -> Place:
    """The place alone."""
    return _place(deployment, viewer)[1]


def agenda_page(*, deployment: str, viewer: Viewer, at: datetime) -> AgendaPage:
    """What the next meeting is about. Points name people by pseudonym: the look is in the log."""
    row, place = _place(deployment, viewer)
    _check_meeting(place)
    rows = list(AgendaPoint.objects.filter(deployment=row, meeting=None))
    new = [
        PointView(point.key, 1, point.text, point.source, "", None, False, "", False)
        for point in brought(row, local_day(at))
    ]
    record_read(viewer=viewer, verb="capture.agenda.read", target=f"deployment:{row.public_id}")
    held = Meeting.objects.filter(deployment=row, held_at__isnull=False).order_by("-day")[:20]
    return AgendaPage(
        place=place,
        next_meeting=_next(row, at),
        waiting=(*(_point(p) for p in rows if p.settled_at is None), *new),
        settled=tuple(_point(p) for p in rows if p.settled_at is not None),
        held=tuple((m.public_id, m.day, m.minutes) for m in held),
    )


def meeting_view(*, deployment: str, meeting: str, viewer: Viewer) -> tuple[Place, MeetingView]:
    """One meeting that was held, to read and to print. The look is in the log."""
    row, place = _place(deployment, viewer)
    found = Meeting.objects.filter(deployment=row, public_id=meeting).prefetch_related("points").first()
    if found is None:
        raise NotFound("no such meeting")
    record_read(viewer=viewer, verb="capture.agenda.read", target=f"deployment:{row.public_id}")
    points = tuple(_point(point) for point in found.points.all())
    return place, MeetingView(found.public_id, found.day, found.minutes, points)


def _place(ref: str, viewer: Viewer) -> tuple[Deployment, Place]:
    row = deployment_by(ref)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = presence_of(row)
    phase = row.phase_site.phase if row.phase_site else None
    return row, Place(
        deployment=row.public_id,
        definition=definition,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
    )


def _check_meeting(place: Place) -> None:
    if place.definition.meeting is None:
        raise NotFound("no meeting")


def _next(row: Deployment, at: datetime) -> date | None:
    """Today's, until it has been held."""
    meeting = presence_of(row).meeting
    if meeting is None:
        return None
    last = Meeting.objects.filter(deployment=row, held_at__isnull=False).order_by("-day").first()
    yesterday = local_day(at) - timedelta(days=1)
    return next_meeting(meeting, row, max(yesterday, last.day) if last else yesterday)


def _waiting(row: Deployment, at: datetime) -> int:
    written = AgendaPoint.objects.filter(deployment=row, meeting=None, settled_at__isnull=True).count()
    return written + len(brought(row, local_day(at)))


def _views(rows: Iterable[Presence], place: Place) -> tuple[PresenceView, ...]:
    return tuple(_view(row, place) for row in rows)


def _view(row: Presence, place: Place) -> PresenceView:
    words = {option.key: option.text for option in place.definition.functions}
    return PresenceView(
        public_id=row.public_id,
        version=row.version,
        who=row.person.name if row.person else "",
        function=words.get(row.function, row.function),
        starts_at=row.starts_at.astimezone(COPENHAGEN),
        ends_at=row.ends_at.astimezone(COPENHAGEN),
        locked=row.locked,
        came=row.came,
        minutes=row.minutes,
        why_not=row.why_not,
        constructed=row.constructed,
    )


def _point(row: AgendaPoint) -> PointView:
    return PointView(
        ref=row.public_id,
        version=row.version,
        text=row.text,
        source=row.source,
        by=row.by if row.source == "person" else "",
        on=local_day(row.at),
        settled=row.settled_at is not None,
        what_came_of_it=row.what_came_of_it,
        constructed=row.constructed,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, COPENHAGEN)
