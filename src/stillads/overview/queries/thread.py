"""The unbroken thread: from the workshop through trial and booklet to the units where it is in use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.booklet.models import Edition
from stillads.decisions.models import Meeting
from stillads.decisions.queries.decisions import DecisionLine, decisions_of_phases
from stillads.decisions.words import OUTCOMES
from stillads.evaluation.models import EvaluationTransition
from stillads.ideas.models import Idea
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.rollout.queries.spreads import SpreadPage, spreads
from stillads.trials.models import Phase, Trial
from stillads.trials.permissions import READ
from stillads.trials.queries.loading import with_everything
from stillads.trials.queries.phases import PhaseView, phase_view


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One knot. `place` and `names` say which page shows it; `done` is False for what is planned."""

    day: date
    kind: str
    text: str
    note: str
    place: str
    names: tuple[str, ...]
    done: bool
    constructed: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """A trial's thread, oldest knot first, with its newest phase's line."""

    trial_public_id: str
    title: str
    question: str
    steps: list[ThreadStep]
    newest: PhaseView | None
    constructed: bool


def thread_of_trial(public_id: str, *, viewer: Viewer, today: date) -> Thread:
    """The thread of a trial. NotFound where there is none. The same queries for any number of knots."""
    check_may(viewer, READ)
    trial = Trial.objects.filter(public_id=public_id).prefetch_related("ideas__workshop").first()
    if trial is None:
        raise NotFound("no such trial")
    rows = with_everything(Phase.objects.filter(trial=trial)).order_by("number")
    phases = [phase_view(row, today) for row in rows]
    steps = [
        *_ideas(trial),
        *_begun(trial),
        *_phases(phases, today),
        *_evaluations(phases),
        *_published(phases),
    ]
    steps += [*_meetings(phases, today), *_decided(phases), *_spread(spreads(trial_id=trial.pk))]
    steps.sort(key=lambda step: step.day)
    return Thread(
        trial.public_id, trial.title, trial.question, steps, phases[-1] if phases else None, trial.constructed
    )


def trials_of_idea(public_id: str, *, viewer: Viewer) -> list[tuple[str, str]]:
    """(public id, title) of the trials an idea became part of. NotFound where there is no such idea."""
    check_may(viewer, READ)
    idea = Idea.objects.filter(public_id=public_id).first()
    if idea is None:
        raise NotFound("no such idea")
    return list(idea.trials.order_by("pk").values_list("public_id", "title"))


def _ideas(trial: Trial) -> Iterator[ThreadStep]:
    for idea in trial.ideas.all():
        where = idea.workshop.title if idea.workshop else ""
        text = _("The idea was given: %(title)s") % {"title": idea.title}
        yield ThreadStep(
            local_day(idea.received_at),
            "idea",
            text,
            where,
            "idea",
            (idea.public_id,),
            True,
            idea.constructed,
        )


def _begun(trial: Trial) -> Iterator[ThreadStep]:
    text = _("It became a trial.")
    yield ThreadStep(
        local_day(trial.created_at), "trial", text, trial.source_note, "trial", (trial.public_id,), True
    )


def _phases(phases: list[PhaseView], today: date) -> Iterator[ThreadStep]:
    for phase in phases:
        names = (phase.trial_public_id,)
        begun, made_up = phase.start <= today, phase.constructed
        words = {"n": phase.number, "key": phase.round_key}
        text = _("Phase %(n)d begins in round %(key)s.") % words
        if begun:
            text = _("Phase %(n)d began in round %(key)s.") % words
        yield ThreadStep(phase.start, "phase", text, phase.sites_text, "trial", names, begun, made_up)
        text = _("Phase %(n)d ended after %(days)d days.") % {"n": phase.number, "days": phase.days}
        if phase.end > today:
            text = _("Phase %(n)d ends.") % {"n": phase.number}
        yield ThreadStep(phase.end, "phase", text, "", "trial", names, phase.end <= today, phase.constructed)


def _evaluations(phases: list[PhaseView]) -> Iterator[ThreadStep]:
    rows = EvaluationTransition.objects.filter(
        evaluation__phase_id__in=[phase.id for phase in phases], to_state="approved"
    ).select_related("evaluation__phase")
    for row in rows:
        text = _("The evaluation was approved.")
        names = (row.evaluation.phase.public_id,)
        yield ThreadStep(local_day(row.at), "evaluation", text, row.by, "evaluation", names, True)


def _published(phases: list[PhaseView]) -> Iterator[ThreadStep]:
    keys = {phase.round_key for phase in phases}
    rows = Edition.objects.filter(booklet__round__key__in=keys).select_related("booklet__round")
    for row in rows:
        text = _("The booklet came out, edition %(n)d.") % {"n": row.number}
        names = (row.booklet.round.key,)
        yield ThreadStep(local_day(row.published_at), "booklet", text, row.note, "booklet", names, True)


def _meetings(phases: list[PhaseView], today: date) -> Iterator[ThreadStep]:
    keys = {phase.round_key for phase in phases}
    for row in Meeting.objects.filter(round__key__in=keys).select_related("round"):
        held = row.held_on <= today
        text = _("It was presented at the welfare meeting.") if held else _("Welfare meeting.")
        yield ThreadStep(row.held_on, "meeting", text, row.place, "meeting", (row.round.key,), held)


def _decided(phases: list[PhaseView]) -> Iterator[ThreadStep]:
    rounds = {phase.id: phase.round_key for phase in phases}
    for phase_id, lines in decisions_of_phases(list(rounds)).items():
        yield from (_decision(line, rounds[phase_id]) for line in lines)


def _decision(line: DecisionLine, round_key: str) -> ThreadStep:
    text = _("It was decided: %(outcome)s.") % {"outcome": OUTCOMES[line.outcome]}
    return ThreadStep(
        line.decided_on, "decision", text, line.wording, "decision", (round_key,), True, line.constructed
    )


def _spread(pages: list[SpreadPage]) -> Iterator[ThreadStep]:
    for page in pages:
        text = ngettext(
            "Taken into use in %(n)d of %(all)d unit.",
            "Taken into use in %(n)d of %(all)d units.",
            page.relevant,
        ) % {"n": page.in_use, "all": page.relevant}
        yield ThreadStep(page.started_on, "spread", text, page.stopped_why, "spread", (page.public_id,), True)
