"""Cases: a unit's worklist, and one case with what was done. Reads are logged before they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from stillads.audit.actions.record import record_read
from stillads.kernel.clock import local_day
from stillads.kernel.viewer import Viewer
from stillads.kernel.working_days import working_days_between
from stillads.organisation.models import Assignment
from stillads.organisation.policy import permission
from stillads.playbooks.kinds.case import START, Step
from stillads.playbooks.kinds.case import Case as Flow
from stillads.playbooks.questions.standard import STANDARD_LISTS

from ..cases.finding import case_by, check_near_case, flow_of, units_of_case
from ..models import Case, CaseStep, Entry
from ..participation import has_left
from ..permissions import AT_WORK_HERE, REGISTER
from ..references import photos_in
from .choices import reference_choices, type_choices
from .rows_about import trial_title, with_place
from .saying import answers_said, names_in, type_names


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list. `step` and `outcome` in the playbook's words; `left`: the citizen takes part no more."""

    public_id: str
    version: int
    pseudonym: str
    flow: str
    step: str
    role: str
    state: str
    unit: str
    unit_name: str
    assigned: str
    assigned_id: int | None
    started_on: date
    due_on: date | None
    follow_up_on: date | None
    handovers: int
    outcome: str
    ended_on: date | None
    left: bool
    trial_title: str
    constructed: bool

    def days(self, today: date) -> int:
        """How many days it has run, or ran: from the first day to the last or to `today`."""
        return ((self.ended_on or today) - self.started_on).days

    def working_days(self, today: date) -> int:
        """The same in working days after the first."""
        return max(0, working_days_between(self.started_on, self.ended_on or today) - 1)


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step that was taken: what was answered (question, answer), when it was due, by whom, how, what came next.

    entry, photos  the registration that holds (question, public id of the file)
    taken_back     a later row took it back; reason: why this row took another one back
    """

    title: str
    role: str
    done_at: datetime
    due_on: date | None
    done_by: str
    how: str
    to: str
    answers: tuple[tuple[str, str], ...]
    entry: str
    photos: tuple[tuple[str, str], ...]
    taken_back: bool
    reason: str

    @property
    def late(self) -> bool:
        """Was it done after its day?"""
        return self.due_on is not None and local_day(self.done_at) > self.due_on


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case. `minutes` per profession, only where the playbook asks for them; `answers` so far, by question;
    `offered`: what the step's questions about somebody or something can choose among.
    """

    line: CaseLine
    participant: str
    deployment: str
    definition: Flow
    now: Step | None
    answers: dict[str, Any]
    began: str
    began_with: tuple[tuple[str, str], ...]
    began_photos: tuple[tuple[str, str], ...]
    can_take_back: bool
    taken: tuple[StepDone, ...]
    minutes: tuple[tuple[str, int], ...]
    cancel_why: str
    mark_copied_at: datetime | None
    units: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    offered: dict[str, type_choices]


def worklist(*, viewer: Viewer, unit: str | None = None) -> list[CaseLine]:
    """Open cases at the units that the viewer reaches, the longest overdue first. The look is logged.

    Two queries and the log's, however many there are.
    """
    rows = _rows(Case.objects.filter(state=Case.State.OPEN)).filter(_here(viewer))
    if unit is not None:
        rows = rows.filter(unit__public_id=unit)
    record_read(viewer=viewer, verb="capture.cases.read", target=f"unit:{unit or 'all'}")
    found = [_line(row) for row in rows.order_by("pk")]
    return sorted(found, key=lambda line: (line.due_on or date.max, line.started_on))


def lately_ended(*, viewer: Viewer, since: date) -> list[CaseLine]:
    """Cases that ended since a day, the newest first: what came of them."""
    rows = _rows(Case.objects.exclude(state=Case.State.OPEN).filter(ended_on__gte=since)).filter(
        _here(viewer)
    )
    return [_line(row) for row in rows.order_by("-ended_on", "-pk")[:20]]


def waiting_cases(*, viewer: Viewer) -> list[CaseLine]:
    """Open cases that are the viewer's own, or nobody's at a unit where the viewer works. One query, no log.

    For the list of what needs somebody today: pseudonym, step and day, nothing that was answered.
    """
    mine = Q(assigned__isnull=True) | Q(assigned_id=viewer.person_id)
    rows = _rows(Case.objects.filter(mine, state=Case.State.OPEN))
    found = rows.filter(unit_id__in=viewer.units_for(*AT_WORK_HERE)).order_by("pk")
    return sorted((_line(row) for row in found), key=lambda line: line.due_on or date.max)


def case_page(*, case: str, viewer: Viewer, day: date) -> CasePage:
    """One case with what was done. Logged before it is shown. The same queries for any number of steps."""
    found = case_by(case)
    check_near_case(found, viewer)
    record_read(viewer=viewer, verb="capture.cases.read", target=f"case:{found.public_id}")
    row = _rows(Case.objects.filter(pk=found.pk)).get()
    flow = flow_of(found.deployment)
    entries = {e.public_id: e for e in Entry.objects.filter(subject=row.public_id, voided_by__isnull=True)}
    in_order = sorted(entries.values(), key=lambda entry: entry.pk)
    taken = list(CaseStep.objects.filter(case=row).select_related("done_by"))
    back = {step.takes_back_id for step in taken if step.takes_back_id is not None}
    forms = flow.forms()
    names = names_in(found.deployment, [(forms.get(entry.form, ()), entry.answers) for entry in in_order])
    began = next((entry for entry in in_order if entry.form == START), None)
    is_open = row.state == Case.State.OPEN
    return CasePage(
        line=_line(row),
        participant=row.participant.public_id,
        deployment=found.deployment.public_id,
        definition=flow,
        now=flow.step(row.step) if is_open else None,
        answers={key: value for entry in in_order for key, value in entry.answers.items()},
        began=began.public_id if began else "",
        began_with=answers_said(flow.start, began.answers, names) if began else (),
        began_photos=tuple(photos_in(flow.start, began.answers)) if began else (),
        taken=tuple(_done(step, flow, entries, names, step.pk in back) for step in taken),
        can_take_back=any(step.how != CaseStep.How.BACK and step.pk not in back for step in taken)
        and not has_left(row.participant),
        minutes=_minutes(flow, in_order),
        cancel_why=row.cancel_why,
        mark_copied_at=row.mark_copied_at,
        units=tuple((unit.public_id, unit.name) for unit in units_of_case(found)) if is_open else (),
        people=tuple(_people(row, day)) if is_open else (),
        offered=reference_choices(found.deployment, flow.forms()[row.step], viewer=viewer, day=day),
    )


def _here(viewer: Viewer) -> Q:
    if viewer.superuser:
        return Q()
    return Q(unit_id__in=viewer.units_for(*permission(REGISTER).roles))


def _rows(cases: QuerySet[Case]) -> QuerySet[Case]:
    return with_place(cases, "unit", "assigned")


def _line(row: Case) -> CaseLine:
    flow = flow_of(row.deployment)
    return CaseLine(
        public_id=row.public_id,
        version=row.version,
        pseudonym=row.participant.pseudonym,
        flow=flow.title,
        step=flow.step(row.step).title,
        role=row.role,
        state=row.state,
        unit=row.unit.public_id,
        unit_name=row.unit.name,
        assigned=row.assigned.name if row.assigned else "",
        assigned_id=row.assigned_id,
        started_on=row.started_on,
        due_on=row.due_on,
        follow_up_on=row.follow_up_on,
        handovers=row.handovers,
        outcome=_titles(flow).get(row.outcome, row.cancel_why),
        ended_on=row.ended_on,
        left=has_left(row.participant),
        trial_title=trial_title(row.deployment),
        constructed=row.constructed,
    )


def _titles(flow: Flow) -> dict[str, str]:
    return {step.key: step.title for step in flow.steps} | {end.key: end.title for end in flow.outcomes}


def _done(
    step: CaseStep, flow: Flow, entries: dict[str, Entry], names: type_names, taken_back: bool
) -> StepDone:
    cancelled = step.how == CaseStep.How.CANCELLED
    items = flow.forms()[step.step] if step.how == CaseStep.How.FORM else ()
    entry = entries.get(step.entry_key)
    return StepDone(
        title=flow.step(step.step).title,
        role=step.role,
        done_at=step.done_at,
        due_on=step.due_on,
        done_by=step.done_by.name if step.done_by else "",
        how=step.how,
        to="" if cancelled else _titles(flow).get(step.to, ""),
        answers=answers_said(items, entry.answers, names) if entry else (),
        entry=step.entry_key,
        photos=tuple(photos_in(items, entry.answers)) if entry else (),
        taken_back=taken_back,
        reason=step.reason,
    )


def _minutes(flow: Flow, entries: Iterable[Entry]) -> tuple[tuple[str, int], ...]:
    words = {key: word for key, word, _score in STANDARD_LISTS["profession"]}
    asked = dict.fromkeys(key for step in flow.steps for key in step.professions)
    spent = {key: sum(int(e.answers.get(f"minutes_{key}", 0)) for e in entries) for key in asked}
    return tuple((words[key], minutes) for key, minutes in spent.items() if key in words)


def _people(row: Case, day: date) -> type_choices:
    here = Assignment.objects.filter(unit_id=row.unit_id, valid_from__lte=day).exclude(valid_to__lt=day)
    people = here.order_by("person__name_sort").values_list("person__public_id", "person__name")
    return list(dict.fromkeys(people))
