"""The start page: what needs me, what runs where I am, what comes next."""

from dataclasses import dataclass
from datetime import date

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import CONSULTANT, DIRECTOR, MANAGER, STAFF
from stillads.trials.models import Phase, Round
from stillads.trials.queries.phases import PhaseView

from .reading import RoundReading, reading_for
from .task import Task
from .tasks import tasks_of


@dataclass(frozen=True, slots=True)
class Coming:
    """The next day on which something happens that concerns everybody."""

    day: date
    what: str
    round_key: str


@dataclass(frozen=True, slots=True)
class Today:
    """`here` are the phases that run in the viewer's units (all of them for who sees all).

    `reading` is for committee and council, who read and decide but run nothing.
    """

    tasks: list[Task]
    here: list[PhaseView]
    coming: Coming | None
    reading: list[RoundReading]


def today_page(viewer: Viewer, on: date) -> Today:
    """The viewer's start page. The same number of queries for any number of trials."""
    tasks, phases = tasks_of(viewer, on)
    return Today(
        tasks, [phase for phase in phases if _concerns(phase, viewer)], _coming(on), reading_for(viewer)
    )


def _concerns(phase: PhaseView, viewer: Viewer) -> bool:
    if phase.state not in {Phase.State.RUNNING, Phase.State.EVALUATING}:
        return False
    if viewer.has_role(CONSULTANT, DIRECTOR) or (phase.lead and phase.lead.person_id == viewer.person_id):
        return True
    reach = viewer.units_for(MANAGER, *STAFF)
    return any(site.unit_id in reach for site in phase.sites)


MOMENTS = ("start", "end", "evaluation_deadline", "welfare_meeting", "committee_meeting")


def _coming(on: date) -> Coming | None:
    rounds = Round.objects.exclude(state__in=[Round.State.CLOSED, Round.State.DECIDED])
    days = [
        Coming(getattr(row, name), name, row.key)
        for row in rounds
        for name in MOMENTS
        if getattr(row, name) is not None and getattr(row, name) >= on
    ]
    return min(days, key=lambda moment: moment.day, default=None)
