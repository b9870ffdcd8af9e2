"""What needs a person today: each room's question asked once, answered as sentences with a date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.cases import waiting_cases
from stillads.capture.queries.surveys.waiting import waiting_waves
from stillads.capture.queries.wishes import count_waiting
from stillads.decisions.models import Decision
from stillads.decisions.queries.decisions import open_actions_of
from stillads.evaluation.queries import Progress, evaluation_progress, waiting_for
from stillads.ideas.models import Idea
from stillads.kernel.viewer import Viewer
from stillads.notices.models import Notice
from stillads.organisation.policy import CONSULTANT, DIRECTOR, MANAGER
from stillads.rollout.models import SpreadUnit
from stillads.trials.missing import Missing
from stillads.trials.models import Milestone, Phase
from stillads.trials.queries.loading import with_everything
from stillads.trials.queries.phases import PhaseView, phase_view

from .round_tasks import management_tasks, round_tasks
from .task import Task

_CASES = 5  # so many stand by themselves
ALIVE = (Phase.State.DRAFT, Phase.State.READY, Phase.State.RUNNING, Phase.State.EVALUATING)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the tasks of one viewer are found from."""

    viewer: Viewer
    today: date
    phases: list[PhaseView]


type_source = Callable[[Desk], Iterator[Task]]


def tasks_of(viewer: Viewer, today: date) -> tuple[list[Task], list[PhaseView]]:
    """The viewer's tasks, the most urgent first, and all living phases. The same queries for any number."""
    rows = with_everything(Phase.objects.filter(state__in=ALIVE)).order_by("round__start", "order_in_round")
    desk = Desk(viewer, today, [phase_view(row, today) for row in rows])
    found = [task for source in SOURCES for task in source(desk)]
    return sorted(found, key=lambda task: (task.due or date.max, task.text)), desk.phases


def _trials(desk: Desk) -> Iterator[Task]:
    for phase in desk.phases:
        for item in phase.missing:
            if _mine(item, desk.viewer):
                yield Task(
                    item.text, phase.trial_title, f"trial:{item.page}", (phase.trial_public_id,), item.due
                )


def _mine(item: Missing, viewer: Viewer) -> bool:
    if item.who.person_id is not None:
        return item.who.person_id == viewer.person_id
    return item.who.role in viewer.roles


def _evaluations(desk: Desk) -> Iterator[Task]:
    """The lead writes; whoever may approve what was handed in reads it: consultants, and managers at home."""
    evaluating = [p.public_id for p in desk.phases if p.state == Phase.State.EVALUATING]
    titles = {p.public_id: p.trial_title for p in desk.phases}
    to_read = waiting_for(desk.viewer, evaluating)
    for key, progress in evaluation_progress(evaluating, with_missing=False).items():
        if progress.ball == "writer" and progress.lead_id == desk.viewer.person_id is not None:
            yield Task(_write(progress), titles[key], "evaluation", (key,), progress.deadline)
        if key in to_read:
            text = _("Read the evaluation, and approve it or say what is missing.")
            yield Task(text, titles[key], "evaluation", (key,), progress.deadline)


def _write(progress: Progress) -> str:
    if progress.unsettled:
        return _("Choose between two versions of a text; two wrote at once.")
    if progress.state == "changes_asked":
        return _("Change the evaluation as its reader asks, and hand it in again.")
    return _("Write the evaluation to its end.")


def _ideas(desk: Desk) -> Iterator[Task]:
    if CONSULTANT not in desk.viewer.roles:
        return
    count = Idea.objects.filter(state=Idea.State.NEW).count()
    if count:
        text = ngettext("Look at %(n)d new idea.", "Look at %(n)d new ideas.", count) % {"n": count}
        yield Task(text, "", "ideas", (), None)


def _actions(desk: Desk) -> Iterator[Task]:
    if desk.viewer.person_id is None:
        return
    for action, title in open_actions_of(desk.viewer.person_id):
        yield Task(f"{action.what}.", title, "actions", (action.round_key,), action.due)


def _reviews(desk: Desk) -> Iterator[Task]:
    if CONSULTANT not in desk.viewer.roles:
        return
    rows = Decision.objects.filter(reopened_at__isnull=False, replaced_by__isnull=True)
    for row in rows.select_related("phase__trial", "phase__round"):
        text = _("Look at the decision again; its review date has come.")
        yield Task(text, row.phase.trial.title, "actions", (row.phase.round.key,), row.review_on)


def _spreads(desk: Desk) -> Iterator[Task]:
    reach = desk.viewer.units_for(MANAGER)
    if not reach:
        return
    rows = SpreadUnit.objects.filter(
        unit_id__in=reach, state__in=["planned", "preparing"], spread__stopped_at__isnull=True
    ).select_related("spread", "unit")
    for row in rows:
        text = _("Say how far %(unit)s is.") % {"unit": row.unit.name}
        yield Task(text, row.spread.title, "spread", (row.spread.public_id,), row.spread.due)


def _letters(desk: Desk) -> Iterator[Task]:
    if CONSULTANT not in desk.viewer.roles:
        return
    waiting = Notice.objects.filter(channel__in=["letter", "poster"], state=Notice.State.WAITING).count()
    if waiting:
        text = ngettext("Print %(n)d letter.", "Print %(n)d letters.", waiting) % {"n": waiting}
        yield Task(text, "", "outbox", (), None)


def _milestones(desk: Desk) -> Iterator[Task]:
    if CONSULTANT not in desk.viewer.roles:
        return
    rows = Milestone.objects.filter(done_at__isnull=True, round__state__in=["planned", "open", "evaluating"])
    for row in rows.select_related("round"):
        text = _("Reach the milestone “%(what)s”, and tick it off.") % {"what": row.title}
        yield Task(text, row.round.title, "plan", (row.round.key,), row.day)


def _rounds(desk: Desk) -> Iterator[Task]:
    if CONSULTANT in desk.viewer.roles:
        yield from round_tasks(desk.today)
    if DIRECTOR in desk.viewer.roles:
        yield from management_tasks()


def _wishes(desk: Desk) -> Iterator[Task]:
    count, _late, first = count_waiting(viewer=desk.viewer, day=desk.today)
    if count:
        text = ngettext(
            "Act on %(n)d wish, and tell the citizen.", "Act on %(n)d wishes, and tell the citizens.", count
        )
        yield Task(text % {"n": count}, "", "wishes", (), first)


def _cases(desk: Desk) -> Iterator[Task]:
    """The most urgent by themselves; many more are one sentence."""
    found = waiting_cases(viewer=desk.viewer)
    for line in found[:_CASES]:
        text = (
            _("Break the case off; the citizen takes part no more.")
            if line.left
            else _("Take the next step: %(step)s.") % {"step": line.step}
        )
        yield Task(text, f"{line.pseudonym}, {line.flow}", "case", (line.public_id,), line.due_on)
    more = len(found) - _CASES
    if more > 0:
        text = ngettext("Look at %(n)d case more.", "Look at %(n)d cases more.", more) % {"n": more}
        yield Task(text, "", "cases", (), found[_CASES].due_on)


def _surveys(desk: Desk) -> Iterator[Task]:
    """People to remind by word of mouth; and what MED has agreed, before anybody is asked."""
    for wave in waiting_waves(viewer=desk.viewer, day=desk.today):
        about = f"{wave.title}, {wave.unit_name}"
        if wave.missing:
            text = ngettext("Remind %(n)d who is missing.", "Remind %(n)d who are missing.", wave.missing)
            yield Task(text % {"n": wave.missing}, about, "asked", (wave.wave,), wave.due_on)
        else:
            text = _("Write down when MED agreed the guidelines.")
            yield Task(text, about, "med", (wave.wave,), wave.due_on)


SOURCES: tuple[type_source, ...] = (
    _trials, _evaluations, _ideas, _actions, _reviews, _spreads, _letters, _milestones, _rounds, _wishes,
    _cases, _surveys,
)  # fmt: skip
