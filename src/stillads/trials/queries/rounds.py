"""Rounds: the list, and one with its milestones and what the calendar says about its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from stillads.kernel.clock import today as calendar_today
from stillads.kernel.dates import length_in_days
from stillads.kernel.viewer import Viewer
from stillads.kernel.working_days import is_working_day, next_working_day, summer_overlap
from stillads.organisation.policy import check_may

from .. import states
from ..lookup import round_by
from ..models import Phase, Round
from ..moving import RoundDates, dates_of
from ..permissions import READ
from ..rules import can_step_round, undecided


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in the list, with how many trials it holds and how many of them run."""

    key: str
    title: str
    state: str
    state_text: str
    start: date
    end: date
    trials: int
    running: int
    constructed: bool

    @property
    def days(self) -> int:
        """How many days; both ends count."""
        return length_in_days(self.start, self.end)


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A date to act on. `better` is the next working day where the day itself is one off."""

    public_id: str
    title: str
    day: date
    done_at: datetime | None
    better: date | None


@dataclass(frozen=True, slots=True)
class RoundMoveView:
    """An earlier move: name of each changed date → (before, after)."""

    changes: Mapping[str, tuple[date | None, date | None]]
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round. `summer_days` fall in weeks 28–30; `off_days` name the dates on a day off.

    `undecided`: how many of its trials are neither decided nor stopped.
    """

    id: int
    key: str
    title: str
    state: str
    state_text: str
    next_states: tuple[tuple[str, str, bool], ...]  # state, its word, needs a reason
    dates: RoundDates
    constructed: bool
    version: int
    milestones: tuple[MilestoneView, ...]
    moves: tuple[RoundMoveView, ...]
    summer_days: int
    off_days: Mapping[str, date]
    undecided: int

    @property
    def days(self) -> int:
        """How many days; both ends count."""
        return length_in_days(self.dates.start, self.dates.end)


def rounds_list(*, viewer: Viewer) -> list[RoundRow]:
    """All rounds, the newest first. One query."""
    check_may(viewer, READ)
    running = Count("phases", filter=Q(phases__state=Phase.State.RUNNING))
    rows = Round.objects.annotate(trials=Count("phases"), running=running).order_by("-start", "-key")
    return [
        RoundRow(
            key=row.key,
            title=row.title,
            state=row.state,
            state_text=str(states.ROUND.states[row.state]),
            start=row.start,
            end=row.end,
            trials=row.trials,
            running=row.running,
            constructed=row.constructed,
        )
        for row in rows
    ]


def round_of(key: str, *, viewer: Viewer) -> RoundView:
    """One round. NotFound where there is none. Four queries."""
    check_may(viewer, READ)
    row = round_by(key)
    left = undecided(row)
    dates = dates_of(row)
    return RoundView(
        id=row.pk,
        key=row.key,
        title=row.title,
        state=row.state,
        state_text=str(states.ROUND.states[row.state]),
        next_states=tuple(
            (s.target, str(states.ROUND.states[s.target]), s.needs_reason)
            for s in states.ROUND.steps
            if s.source == row.state and can_step_round(row, s.target, left=left)
        ),
        dates=dates,
        constructed=row.constructed,
        version=row.version,
        milestones=tuple(
            MilestoneView(m.public_id, m.title, m.day, m.done_at, _better(m.day))
            for m in row.milestones.all()
        ),
        moves=tuple(
            RoundMoveView(_changes(m.before, m.after), m.reason, m.by, m.at)
            for m in row.moves.order_by("-pk")
        ),
        summer_days=summer_overlap(dates.start, dates.end),
        off_days=days_off_among(dates),
        undecided=left,
    )


def days_off_among(dates: RoundDates) -> dict[str, date]:
    """The dates on which people meet or hand in and that fall on a day off → the next working day."""
    names = ("start", "evaluation_deadline", "welfare_meeting", "committee_meeting")
    days = {name: getattr(dates, name) for name in names}
    return {name: next_working_day(day) for name, day in days.items() if day and not is_working_day(day)}


def current_round_key(*, today: date | None = None) -> str | None:
    """The round that runs today, or the next one, or the last one there was; None where there is none."""
    day = today or calendar_today()
    live = Round.objects.exclude(state__in=[Round.State.CLOSED, Round.State.DECIDED])
    for rows in (
        live.filter(start__lte=day).order_by("-start"),
        live.order_by("start"),
        Round.objects.order_by("-start"),
    ):
        if row := rows.values_list("key", flat=True).first():
            return row
    return None


def open_rounds() -> list[tuple[str, str]]:
    """Key and title of the rounds that still take trials, the next first. One query."""
    taking = Round.objects.filter(state__in=[Round.State.PLANNED, Round.State.OPEN]).order_by("start")
    return list(taking.values_list("key", "title"))


def _better(day: date) -> date | None:
    return None if is_working_day(day) else next_working_day(day)


def _changes(
    before: Mapping[str, str | None], after: Mapping[str, str | None]
) -> dict[str, tuple[date | None, date | None]]:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    return {name: (day(was), day(after.get(name))) for name, was in before.items() if was != after.get(name)}
