"""The list of trials in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.charts.hundred_day_line import HundredDayLine
from stillads.trials.queries.trials import TrialRow, TrialsFound

from .frame import TONES


@dataclass(frozen=True, slots=True)
class TrialLine:
    """A trial in the list."""

    title: str
    url: str
    question: str
    lead: str
    where: str
    line: HundredDayLine | None
    day: str
    state: str
    tone: str
    constructed: bool


def trial_line(row: TrialRow, today: date) -> TrialLine:
    """A trial in the list, in words; the phase's state says more than the trial's while it is under way."""
    phase = row.phase
    live = phase is not None and row.state == "active"
    return TrialLine(
        title=row.title,
        url=reverse("trials:trial", args=[row.public_id]),
        question=row.question,
        lead=row.lead or _("no lead yet"),
        where=phase.sites_text if phase else row.unit,
        line=row.line,
        day=phase.day_text(today) if phase else "",
        state=phase.state_text if phase and live else row.state_text,
        tone=TONES[phase.state if phase and live else row.state],
        constructed=row.constructed,
    )


def list_answer(found: TrialsFound) -> str:
    """How many there are, and how many run."""
    if not found.total:
        return ""
    said = ngettext("One trial", "%(n)d trials", found.total) % {"n": found.total}
    if not found.running:
        return _("%(trials)s; none of them runs right now.") % {"trials": said}
    return _("%(trials)s; %(n)d of them run right now.") % {"trials": said, "n": found.running}
