"""A phase as other rooms and pages read it: dates, sites, windows, line, what is missing."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from stillads.charts.hundred_day_line import HundredDayLine, Mark
from stillads.charts.hundred_day_line import Window as LineWindow
from stillads.documents.blocks import Body, parse_body
from stillads.kernel.clock import local_day
from stillads.kernel.clock import today as calendar_today
from stillads.kernel.dates import day_number, format_date, length_in_days
from stillads.kernel.rules import NotFound

from .. import states
from ..lookup import type_ref
from ..missing import Holder, Missing, PhaseFacts, missing
from ..models import LogEntry, Phase, PhaseSite
from ..prediction_rules import missing_in
from ..tested_at import places_in
from .loading import (
    amendments_of,
    current_criteria,
    held_prediction,
    listed,
    newest_ids,
    with_everything,
    with_line,
)

_OVER = {Phase.State.EVALUATING, Phase.State.EVALUATED, Phase.State.DECIDED, Phase.State.STOPPED}
SHORT = 34  # so long may a mark's words be beside the line


@dataclass(frozen=True, slots=True)
class SiteView:
    """A unit that takes part. `withdrawn_reason` is set where it left before time."""

    public_id: str
    unit_public_id: str
    unit_id: int
    name: str
    valid_from: date
    valid_to: date | None
    contact: str
    contact_public_id: str
    citizens: int | None
    employees: int | None
    withdrawn_reason: str


@dataclass(frozen=True, slots=True)
class WindowView:
    """A named stretch; both days count."""

    public_id: str
    name: str
    first_day: date
    last_day: date
    what: str


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase. `state_text` is the word a person reads; `line` is ready for `charts`."""

    id: int
    public_id: str
    number: int
    order_in_round: int
    trial_id: int
    trial_public_id: str
    trial_title: str
    question: str
    theme: str
    lead: Holder | None
    unit: str
    round_key: str
    round_title: str
    state: str
    state_text: str
    baseline_start: date | None
    start: date
    end: date
    own_dates: bool
    evaluation_date: date | None
    locked: bool
    without_prediction: str
    sites: tuple[SiteView, ...]
    sites_text: str
    windows: tuple[WindowView, ...]
    participants_note: str
    expected_citizens: int | None
    expected_employees: int | None
    open_questions: Body
    previous_public_id: str
    constructed: bool
    version: int
    line: HundredDayLine
    missing: tuple[Missing, ...]

    @property
    def days(self) -> int:
        """How many days it lasts; both ends count."""
        return length_in_days(self.start, self.end)

    @property
    def over(self) -> bool:
        """Has it run to its end, or been stopped?"""
        return self.state in _OVER

    def day_text(self, today: date) -> str:
        """`Day 40 of 100`, or what there is to say before and after."""
        if today < self.start:
            return _("Day 1 is %(date)s") % {"date": format_date(self.start)}
        if today > self.end:
            return _("Ended %(date)s") % {"date": format_date(self.end)}
        return _("Day %(day)d of %(days)d") % {"day": day_number(self.start, today), "days": self.days}


def phase_of(ref: type_ref, *, today: date | None = None) -> PhaseView:
    """One phase by its number or public id. NotFound where there is none. Seven queries."""
    key = {"pk": ref} if isinstance(ref, int) else {"public_id": ref}
    row = with_everything(Phase.objects.filter(**key)).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return phase_view(row, today or calendar_today())


def line_of(public_id: str, *, today: date | None = None) -> HundredDayLine:
    """A phase's 100-day line alone. NotFound where there is no such phase. Five queries."""
    row = with_line(Phase.objects.filter(public_id=public_id)).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return _line(row, today or calendar_today())


def phases_of_round(key: str, *, today: date | None = None) -> list[PhaseView]:
    """All phases of a round, in the order of their chapters. Seven queries, however many."""
    rows = with_everything(Phase.objects.filter(round__key=key)).order_by("order_in_round", "pk")
    return [phase_view(row, today or calendar_today()) for row in rows]


def phase_view(row: Phase, today: date) -> PhaseView:
    """The view of a row that `loading.with_everything` has fetched."""
    sites = tuple(_site(site) for site in listed(row, "sites"))
    trial = row.trial
    return PhaseView(
        id=row.pk,
        public_id=row.public_id,
        number=row.number,
        order_in_round=row.order_in_round,
        trial_id=trial.pk,
        trial_public_id=trial.public_id,
        trial_title=trial.title,
        question=trial.question,
        theme=trial.theme.name if trial.theme else "",
        lead=Holder(trial.lead.name, trial.lead.pk) if trial.lead else None,
        unit=trial.owner_unit.name if trial.owner_unit else "",
        round_key=row.round.key,
        round_title=row.round.title,
        state=row.state,
        state_text=str(states.PHASE.states[row.state]),
        baseline_start=row.baseline_start,
        start=row.start,
        end=row.end,
        own_dates=row.own_dates,
        evaluation_date=row.evaluation_date,
        locked=held_prediction(row).locked_at is not None,
        without_prediction=row.without_prediction,
        sites=sites,
        sites_text=places_in(row.tested_at_text)
        or join_names([s.name for s in sites if not s.withdrawn_reason]),
        windows=tuple(
            WindowView(w.public_id, w.name, w.first_day, w.last_day, w.what) for w in listed(row, "windows")
        ),
        participants_note=row.participants_note,
        expected_citizens=row.expected_citizens,
        expected_employees=row.expected_employees,
        open_questions=parse_body(row.open_questions),
        previous_public_id=row.previous.public_id if row.previous else "",
        constructed=row.constructed,
        version=row.version,
        line=_line(row, today),
        missing=tuple(missing(facts_of(row), today)),
    )


def facts_of(row: Phase) -> PhaseFacts:
    """What the rules of `missing` look at."""
    criteria, trial = current_criteria(row), row.trial
    figures = listed(row, "figures")
    replaced = {figure.replaces_id for figure in figures}
    newest = newest_ids(listed(row, "criteria"))
    standing = [f for f in figures if f.pk not in replaced and not f.withdrawn]
    measured = {newest[f.criterion_id] for f in standing if f.criterion_id}
    log = [entry.day for entry in listed(row, "log_entries")]
    return PhaseFacts(
        state=row.state,
        start=row.start,
        end=row.end,
        evaluation_date=row.evaluation_date,
        created=local_day(row.created_at),
        lead=Holder(trial.lead.name, trial.lead.pk) if trial.lead else None,
        has_question=bool(trial.question.strip()),
        sites=len(listed(row, "sites")) or int(bool(row.tested_at_text)),
        locked=held_prediction(row).locked_at is not None,
        without_prediction=bool(row.without_prediction),
        prediction_lacks=len(missing_in(held_prediction(row), criteria)),
        exemption=trial.exemption,
        last_log=max(log, default=None),
        unmeasured=tuple(c.what for c in criteria if not c.measure and c.pk not in measured),
    )


def join_names(names: list[str]) -> str:
    """`Elmely, Birkelunden og Midtbyen`."""
    if len(names) < 2:
        return "".join(names)
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def _site(site: PhaseSite) -> SiteView:
    return SiteView(
        public_id=site.public_id,
        unit_public_id=site.unit.public_id,
        unit_id=site.unit_id,
        name=site.unit.name,
        valid_from=site.valid_from,
        valid_to=site.valid_to,
        contact=site.contact.name if site.contact else "",
        contact_public_id=site.contact.public_id if site.contact else "",
        citizens=site.citizens,
        employees=site.employees,
        withdrawn_reason=site.withdrawn_reason,
    )


def _line(row: Phase, today: date) -> HundredDayLine:
    marks = [Mark(local_day(a.at), "amendment", _("amended")) for a in amendments_of(held_prediction(row))]
    marks += [
        Mark(local_day(c.created_at), "amendment", _("amended"))
        for c in listed(row, "criteria")
        if c.locked_at and c.reason
    ]
    marks += [_mark(entry) for entry in listed(row, "log_entries") if entry.kind != LogEntry.Kind.NOTE]
    return HundredDayLine(
        start=row.start,
        end=row.end,
        today=today,
        baseline_start=row.baseline_start,
        evaluation=row.evaluation_date,
        windows=tuple(LineWindow(w.name, w.first_day, w.last_day) for w in listed(row, "windows")),
        marks=tuple(sorted(set(marks), key=lambda mark: mark.day)),
    )


def _mark(entry: LogEntry) -> Mark:
    text = entry.text.split("\n")[0]
    short = text if len(text) <= SHORT else text[: SHORT - 1].rsplit(" ", 1)[0] + " …"
    return Mark(entry.day, "note", short)
