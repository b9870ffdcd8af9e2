"""What the calendar does by itself, once a day: day 1 starts a phase, the day after the last ends it."""

from datetime import datetime

from django.db import transaction

from stillads.kernel.clock import local_day
from stillads.kernel.viewer import Viewer, system_viewer

from ..lookup import phase_by, round_by
from ..models import Phase, Round
from .handover import give_back_leads
from .step import take_step


def advance_phases(*, at: datetime, viewer: Viewer | None = None) -> int:
    """Ready phases start on day 1, running ones go to evaluation after their end, rounds with them.

    Leads who were away get their trials back. Returns how many steps were taken; run twice it takes none.
    """
    who = viewer or system_viewer("calendar")
    today = local_day(at)
    ready = Phase.objects.filter(state=Phase.State.READY, start__lte=today)
    over = Phase.objects.filter(state=Phase.State.RUNNING, end__lt=today)
    steps = _each(Phase, list(ready.values_list("pk", flat=True)), Phase.State.RUNNING, who, at)
    steps += _each(Phase, list(over.values_list("pk", flat=True)), Phase.State.EVALUATING, who, at)
    begun = Round.objects.filter(state=Round.State.PLANNED, start__lte=today)
    ended = Round.objects.filter(state=Round.State.OPEN, end__lt=today)
    steps += _each(Round, list(begun.values_list("pk", flat=True)), Round.State.OPEN, who, at)
    steps += _each(Round, list(ended.values_list("pk", flat=True)), Round.State.EVALUATING, who, at)
    return steps + give_back_leads(viewer=who, at=at)


def _each(kind: type[Phase] | type[Round], ids: list[int], target: str, viewer: Viewer, at: datetime) -> int:
    for pk in ids:
        with transaction.atomic():
            row: Phase | Round = phase_by(pk, lock=True) if kind is Phase else round_by(pk, lock=True)
            take_step(row, target, viewer=viewer, at=at)
    return len(ids)
