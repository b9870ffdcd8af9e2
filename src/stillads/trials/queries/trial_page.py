"""One trial with all its phases, stages, links and people: what its page shows."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from stillads.documents.blocks import Body, parse_body
from stillads.kernel.clock import today as calendar_today
from stillads.kernel.rules import refusal, type_reason
from stillads.kernel.states import StateTable
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from .. import states
from ..lookup import trial_by, type_ref
from ..missing import Holder
from ..models import Phase, Trial, TrialLink
from ..permissions import READ
from ..rules import can_log, check_can_edit
from ..words import LINKS
from .loading import with_everything
from .phases import PhaseView, phase_view
from .prediction import PredictionView, prediction_view


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of the trial."""

    public_id: str
    number: int
    title: str
    status_text: str
    state: str
    blocker: str
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """Another trial. `outgoing` False: it was linked from there, so the words are read from it."""

    public_id: str
    title: str
    kind: str
    kind_text: str
    note: str
    outgoing: bool


@dataclass(frozen=True, slots=True)
class LegalView:
    """A provision that the trial stands on. `ended` where it no longer holds; then `successor` may."""

    key: str
    text: str
    subject: str
    valid_from: date
    valid_to: date | None
    successor: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the trial's or of a phase's life."""

    what: str
    from_text: str
    to_text: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TrialPage:
    """Everything the trial page shows, but log, figures and participants, which have queries of their own.

    phases           the newest first
    edit_refusal     why the viewer may not change it; None where they may
    """

    id: int
    public_id: str
    title: str
    question: str
    description: Body
    theme_key: str
    theme: str
    lead: Holder | None
    lead_public_id: str
    unit: str
    unit_public_id: str
    legal: tuple[LegalView, ...]
    exemption: str
    exemption_note: str
    state: str
    state_text: str
    ideas: tuple[tuple[str, str], ...]
    source_note: str
    constructed: bool
    version: int
    phases: tuple[PhaseView, ...]
    prediction: PredictionView | None
    stages: tuple[StageView, ...]
    links: tuple[LinkView, ...]
    steps: tuple[StepView, ...]
    edit_refusal: type_reason | None
    may_log: bool

    @property
    def phase(self) -> PhaseView | None:
        """The newest phase."""
        return self.phases[0] if self.phases else None


def trial_page(ref: type_ref, *, viewer: Viewer, today: date | None = None) -> TrialPage:
    """The trial by number or public id. NotFound where there is none. The same queries for any history."""
    check_may(viewer, READ)
    row = _row(ref)
    day = today or calendar_today()
    held = list(with_everything(Phase.objects.filter(trial=row)).order_by("-number"))
    return TrialPage(
        id=row.pk,
        public_id=row.public_id,
        title=row.title,
        question=row.question,
        description=parse_body(row.description),
        theme_key=row.theme.key if row.theme else "",
        theme=row.theme.name if row.theme else "",
        lead=Holder(row.lead.name, row.lead.pk) if row.lead else None,
        lead_public_id=row.lead.public_id if row.lead else "",
        unit=row.owner_unit.name if row.owner_unit else "",
        unit_public_id=row.owner_unit.public_id if row.owner_unit else "",
        legal=_legal(row, held[0].start if held else day),
        exemption=row.exemption,
        exemption_note=row.exemption_note,
        state=row.state,
        state_text=str(states.TRIAL.states[row.state]),
        ideas=tuple((idea.public_id, idea.title) for idea in row.ideas.all()),
        source_note=row.source_note,
        constructed=row.constructed,
        version=row.version,
        phases=tuple(phase_view(phase, day) for phase in held),
        prediction=prediction_view(held[0]) if held else None,
        stages=_stages(row),
        links=_links(row),
        steps=_steps(row),
        edit_refusal=refusal(check_can_edit, row, viewer),
        may_log=bool(held) and can_log(held[0], viewer),
    )


def _row(ref: type_ref) -> Trial:
    trial = trial_by(ref)
    fetched = Trial.objects.select_related("theme", "lead", "owner_unit").prefetch_related(
        "ideas", "stages", "legal_bases__successor", "transitions", "phases__transitions"
    )
    return fetched.get(pk=trial.pk)


def _legal(row: Trial, on: date) -> tuple[LegalView, ...]:
    return tuple(
        LegalView(
            key=basis.key,
            text=basis.marked,
            subject=basis.subject,
            valid_from=basis.valid_from,
            valid_to=basis.valid_to,
            successor=str(basis.successor) if basis.successor and _ended(basis.valid_to, on) else "",
        )
        for basis in sorted(row.legal_bases.all(), key=lambda basis: basis.pk)
    )


def _ended(valid_to: date | None, on: date) -> bool:
    return valid_to is not None and valid_to < on


def _stages(row: Trial) -> tuple[StageView, ...]:
    return tuple(
        StageView(s.public_id, s.number, s.title, s.status_text, s.state, s.blocker, s.expected_on)
        for s in row.stages.all()
    )


def _links(row: Trial) -> tuple[LinkView, ...]:
    links = TrialLink.objects.filter(Q(trial=row) | Q(other=row)).select_related("trial", "other")
    found = []
    for link in links.order_by("pk"):
        outgoing = link.trial_id == row.pk
        other = link.other if outgoing else link.trial
        text = str(LINKS[link.kind])
        found.append(LinkView(other.public_id, other.title, link.kind, text, link.note, outgoing))
    return tuple(found)


def _steps(row: Trial) -> tuple[StepView, ...]:
    steps = [
        StepView(
            "trial", _word(states.TRIAL, t.from_state), _word(states.TRIAL, t.to_state), t.reason, t.by, t.at
        )
        for t in row.transitions.all()
    ]
    for phase in row.phases.all():
        steps += [
            StepView(
                "phase",
                _word(states.PHASE, t.from_state),
                _word(states.PHASE, t.to_state),
                t.reason,
                t.by,
                t.at,
            )
            for t in phase.transitions.all()
        ]
    return tuple(sorted(steps, key=lambda step: step.at))


def _word(table: StateTable, state: str) -> str:
    return str(table.states[state]) if state else ""
