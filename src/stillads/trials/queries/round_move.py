"""What moving a round's dates would move, before anybody does it."""

from dataclasses import dataclass
from datetime import date

from stillads.kernel.clock import today as calendar_today
from stillads.kernel.viewer import Viewer
from stillads.kernel.working_days import summer_overlap

from ..lookup import round_by
from ..moving import RoundDates, changed, work_out
from ..rules import check_can_manage_rounds
from .rounds import days_off_among

type_change = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class PhaseMoveView:
    """A trial that goes along. `amends`: its locked evaluation date changes, so a reason is needed."""

    trial_title: str
    trial_public_id: str
    phase_public_id: str
    span: tuple[date, date]  # as it becomes
    evaluation_date: type_change
    windows: tuple[tuple[str, date, date], ...]
    amends: bool


@dataclass(frozen=True, slots=True)
class MovePreview:
    """Everything the move does. `staying` are titles of trials with days of their own."""

    changes: dict[str, type_change]
    phases: tuple[PhaseMoveView, ...]
    staying: tuple[str, ...]
    milestones: tuple[tuple[str, date, date], ...]  # title, day, the day it gets
    summer_days: int
    off_days: dict[str, date]

    @property
    def needs_reason(self) -> bool:
        """Is a locked prediction among what moves?"""
        return any(phase.amends for phase in self.phases)


def round_move(
    key: str, dates: RoundDates, *, carry: bool = False, viewer: Viewer, today: date | None = None
) -> MovePreview:
    """The preview of `actions.moves.move_round`. Raises what the move itself would raise. At most five queries."""
    check_can_manage_rounds(viewer)
    move = work_out(round_by(key), dates, today=today or calendar_today(), carry=carry)
    return MovePreview(
        changes=dict(changed(move)),
        phases=tuple(
            PhaseMoveView(
                trial_title=moved.phase.trial.title,
                trial_public_id=moved.phase.trial.public_id,
                phase_public_id=moved.phase.public_id,
                span=(moved.start, moved.end),
                evaluation_date=(moved.phase.evaluation_date, moved.evaluation_date),
                windows=tuple((window.name, first, last) for window, first, last in moved.windows),
                amends=moved.amends,
            )
            for moved in move.phases
        ),
        staying=tuple(phase.trial.title for phase in move.staying),
        milestones=tuple((row.title, row.day, day) for row, day in move.milestones),
        summer_days=summer_overlap(move.after.start, move.after.end),
        off_days=days_off_among(move.after),
    )
