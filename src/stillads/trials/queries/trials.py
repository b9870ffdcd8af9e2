"""All trials as a list: what each asks, who leads it, how far it is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from stillads.charts.hundred_day_line import HundredDayLine
from stillads.kernel.clock import today as calendar_today
from stillads.kernel.danish import fold
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from .. import states
from ..models import Phase, Trial
from ..permissions import READ
from .loading import with_everything
from .phases import PhaseView, phase_view


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial in the list. `phase` is its newest; None while it is a draft without one."""

    public_id: str
    title: str
    question: str
    theme: str
    lead: str
    lead_id: int | None
    unit: str
    state: str
    state_text: str
    constructed: bool
    phase: PhaseView | None

    @property
    def line(self) -> HundredDayLine | None:
        """The newest phase's line."""
        return self.phase.line if self.phase else None


def trials_list(
    *,
    viewer: Viewer,
    state: str = "",
    text: str = "",
    mine: bool = False,
    today: date | None = None,
) -> list[TrialRow]:
    """Trials in Danish order of title. `mine`: those the viewer leads. The same queries for any number."""
    check_may(viewer, READ)
    newest = with_everything(Phase.objects.all()).order_by("-number")
    rows = Trial.objects.select_related("theme", "lead", "owner_unit").prefetch_related(
        Prefetch("phases", newest)
    )
    rows = rows.filter(state=state) if state else rows
    rows = rows.filter(lead_id=viewer.person_id or 0) if mine else rows
    wanted, day = fold(text), today or calendar_today()
    found = [
        row for row in rows.order_by("title_sort", "pk") if wanted in fold(f"{row.title} {row.question}")
    ]
    return [_row(row, day) for row in found]


def _row(row: Trial, today: date) -> TrialRow:
    newest = next(iter(row.phases.all()), None)
    return TrialRow(
        public_id=row.public_id,
        title=row.title,
        question=row.question,
        theme=row.theme.name if row.theme else "",
        lead=row.lead.name if row.lead else "",
        lead_id=row.lead_id,
        unit=row.owner_unit.name if row.owner_unit else "",
        state=row.state,
        state_text=str(states.TRIAL.states[row.state]),
        constructed=row.constructed,
        phase=phase_view(newest, today) if newest else None,
    )
