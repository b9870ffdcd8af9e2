"""All trials as a list: what each asks, who leads it, how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

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


@dataclass(frozen=True, slots=True)
class TrialsFound:
    """One page of the list; `total` and `running` count all that fit."""

    rows: tuple[TrialRow, ...]
    total: int
    running: int
    page: int
    pages: int


def trials_list(
    *,
    viewer: Viewer,
    state: str = "",
    text: str = "",
    mine: bool = False,
    page: int = 1,
    per_page: int = 30,
    today: date | None = None,
) -> TrialsFound:
    """Trials in Danish order of title. `mine`: those the viewer leads. The same queries for any number.

    Only the rows of the page are read whole; a page beyond the last one is the last one.
    """
    check_may(viewer, READ)
    rows = Trial.objects.filter(state=state) if state else Trial.objects.all()
    rows = rows.filter(lead_id=viewer.person_id or 0) if mine else rows
    ids = _matching(rows, text)
    pages = max(1, -(-len(ids) // per_page))
    at = min(max(page, 1), pages)
    shown = ids[(at - 1) * per_page : at * per_page]
    running = rows.filter(phases__state=Phase.State.RUNNING).values_list("pk", flat=True)
    return TrialsFound(
        rows=tuple(_read(shown, today or calendar_today())),
        total=len(ids),
        running=len(set(running) & set(ids)),
        page=at,
        pages=pages,
    )


def _matching(rows: QuerySet[Trial], text: str) -> list[int]:
    """Numbers of the trials whose title or question holds `text`, folded, in order of title."""
    wanted = fold(text)
    told = rows.order_by("title_sort", "pk").values_list("pk", "title", "question")
    return [pk for pk, title, question in told if not wanted or wanted in fold(f"{title} {question}")]


def _read(ids: list[int], today: date) -> Iterator[TrialRow]:
    newest = with_everything(Phase.objects.all()).order_by("-number")
    rows = Trial.objects.select_related("theme", "lead", "owner_unit").prefetch_related(
        Prefetch("phases", newest)
    )
    by_id = rows.in_bulk(ids)
    return (_row(by_id[pk], today) for pk in ids)


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
