"""The list of trials in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.charts.hundred_day_line import HundredDayLine
from stillads.trials.queries.trials import TrialRow

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


def list_answer(rows: list[TrialRow]) -> str:
    """How many there are, and how many run."""
    if not rows:
        return ""
    running = sum(row.phase is not None and row.phase.state == "running" for row in rows)
    said = ngettext("One trial", "%(n)d trials", len(rows)) % {"n": len(rows)}
    if not running:
        return _("%(trials)s; none of them runs right now.") % {"trials": said}
    return _("%(trials)s; %(n)d of them run right now.") % {"trials": said, "n": running}
