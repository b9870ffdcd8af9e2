"""What moves when a round moves: worked out before anything is written, alike for preview and deed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from stillads.kernel.rules import RuleError

from .models import Milestone, Phase, Round, Window
from .rules import check_round_dates

DATES = ("baseline_start", "start", "end", "evaluation_deadline", "welfare_meeting", "committee_meeting")
_MOVABLE = {Round.State.PLANNED, Round.State.OPEN, Round.State.EVALUATING}


@dataclass(frozen=True, slots=True)
class RoundDates:
    """The six dates of a round; those that are not set yet are None."""

    baseline_start: date | None
    start: date
    end: date
    evaluation_deadline: date
    welfare_meeting: date | None = None
    committee_meeting: date | None = None

    def as_dict(self) -> dict[str, date | None]:
        """Name → day."""
        return {name: getattr(self, name) for name in DATES}


@dataclass(frozen=True, slots=True)
class PhaseMove:
    """A phase that follows the round: its days before and after.

    windows  each with the days it gets
    locked   its prediction is locked: another evaluation date is an amendment, with the reason
    """

    phase: Phase
    baseline_start: date | None
    start: date
    end: date
    evaluation_date: date | None
    windows: tuple[tuple[Window, date, date], ...]
    locked: bool

    @property
    def amends(self) -> bool:
        """Does the move change a locked evaluation date?"""
        return self.locked and self.evaluation_date != self.phase.evaluation_date


@dataclass(frozen=True, slots=True)
class Move:
    """Everything a move of a round does, and what stays where it is because it has its own days.

    milestones  those that go along, each with the day it gets
    """

    before: RoundDates
    after: RoundDates
    phases: tuple[PhaseMove, ...]
    staying: tuple[Phase, ...]
    milestones: tuple[tuple[Milestone, date], ...] = ()

    @property
    def amends(self) -> tuple[PhaseMove, ...]:
        """The phases whose locked prediction gets an amendment."""
        return tuple(moved for moved in self.phases if moved.amends)


def dates_of(round_: Round) -> RoundDates:
    """The round's six dates."""
    return RoundDates(**{name: getattr(round_, name) for name in DATES})


def carried(before: RoundDates, after: RoundDates) -> RoundDates:
    """`after`, with the later dates that were left as they are moved by as many days as the round.

    What was given a day of its own keeps it.
    """
    by = shift_of(before, after)
    later = DATES[DATES.index("end") :]
    was, becomes = before.as_dict(), after.as_dict()
    along = {name: _moved(was[name], by) for name in later if was[name] == becomes[name]}
    return RoundDates(**{**becomes, **along})  # type: ignore[arg-type]  # a day stays a day


def shift_of(before: RoundDates, after: RoundDates) -> timedelta:
    """By how much the round moves: its last day, or day 1 where that alone is moved."""
    return (after.end - before.end) or (after.start - before.start)


def work_out(round_: Round, after: RoundDates, *, today: date, carry: bool = False) -> Move:
    """What the move would do. Raises RuleError where the days are out of order or have been.

    carry  the later dates go along by as many days (`carried`), and so do milestones that are not done
    Three queries, however many phases; one more with `carry`.
    """
    before = dates_of(round_)
    milestones = _milestones(round_, before, after) if carry else ()
    after = carried(before, after) if carry else after
    check_can_move(round_, after, today)
    phases = list(
        round_.phases.select_related("trial", "prediction")
        .prefetch_related("windows")
        .exclude(state__in=[Phase.State.STOPPED, Phase.State.DECIDED, Phase.State.EVALUATED])
        .order_by("order_in_round", "pk")
    )
    following = [phase for phase in phases if not phase.own_dates]
    return Move(
        before,
        after,
        tuple(_move_of(phase, before, after) for phase in following),
        tuple(phase for phase in phases if phase.own_dates),
        milestones,
    )


def _milestones(round_: Round, before: RoundDates, after: RoundDates) -> tuple[tuple[Milestone, date], ...]:
    """From day 1 on where that moves, else from the last day on."""
    by = shift_of(before, after)
    if not by:
        return ()
    first = before.end if after.start == before.start else before.start
    rows = round_.milestones.filter(done_at__isnull=True, day__gte=first)
    return tuple((row, row.day + by) for row in rows)


def check_can_move(round_: Round, after: RoundDates, today: date) -> None:
    """In order, not after the meeting, and day 1 stands once it has come."""
    if round_.state not in _MOVABLE:
        raise RuleError(_("The round is past its evaluation. Its days stay as they are."))
    check_round_dates(**after.as_dict())  # type: ignore[arg-type]  # start, end, deadline are days
    if after.start != round_.start and (round_.start <= today or round_.state != Round.State.PLANNED):
        raise RuleError(_("Day 1 has been. It cannot be moved any more."), field="start")
    if after.end != round_.end and after.end < today:
        raise RuleError(_("That day has been."), field="end")


def check_reason(move: Move, reason: str) -> None:
    """A move that changes a locked prediction says why, for the amendment."""
    if move.amends and not reason.strip():
        names = ", ".join(moved.phase.trial.title for moved in move.amends)
        raise RuleError(
            _("Write why: the prediction is locked for %(names)s, and the reason will stand beside it.")
            % {"names": names},
            field="reason",
        )


def _move_of(phase: Phase, before: RoundDates, after: RoundDates) -> PhaseMove:
    shift = after.start - before.start
    return PhaseMove(
        phase=phase,
        baseline_start=after.baseline_start
        if phase.baseline_start == before.baseline_start
        else _moved(phase.baseline_start, shift),
        start=after.start,
        end=after.end,
        evaluation_date=_evaluation(phase, before, after),
        windows=tuple((w, w.first_day + shift, w.last_day + shift) for w in phase.windows.all()),
        locked=phase.prediction.locked_at is not None,
    )


def _evaluation(phase: Phase, before: RoundDates, after: RoundDates) -> date | None:
    """The deadline, where it was the deadline; else as far after the last day as it was."""
    if phase.evaluation_date is None:
        return None
    if phase.evaluation_date == before.evaluation_deadline:
        return after.evaluation_deadline
    return after.end + (phase.evaluation_date - before.end)


def _moved(day: date | None, shift: timedelta) -> date | None:
    return day + shift if day else None


def changed(move: Move) -> Mapping[str, tuple[date | None, date | None]]:
    """The dates of the round that become others: name → (before, after)."""
    was, becomes = move.before.as_dict(), move.after.as_dict()
    return {name: (was[name], becomes[name]) for name in DATES if was[name] != becomes[name]}
