"""The start page in sentences."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.charts import hundred_day_line
from stillads.kernel.dates import format_date, format_weekday, relative_day
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import STAFF
from stillads.overview.queries.reading import RoundReading
from stillads.overview.queries.task import Task
from stillads.overview.queries.today import Coming, Today
from stillads.trials.queries.phases import PhaseView

_FIRST = 12  # so many tasks stand open; more at once is no list but a wall

PLACES = {
    "evaluation": "evaluation:page",
    "ideas": "ideas:list",
    "actions": "decisions:round",
    "spread": "rollout:spread",
    "outbox": "ideas:outbox",
    "round": "rounds:round",
    "booklet": "booklet:overview",
    "meeting": "meeting:agenda",
    "plan": "rounds:plan",
    "item": "decisions:item",
    "wishes": "wishes:list",
    "asked": "asking:people",
    "med": "asking:med",
    "case": "cases:case",
    "cases": "cases:list",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One trial that runs here: title, address, where it stands, its line."""

    title: str
    url: str
    said: str
    line: SafeString
    constructed: bool


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the template places. `folded` are the tasks behind the first; `fold` says how many."""

    heading: str
    answer: str
    then: str
    tasks: list[tuple[str, str, str, str]]
    folded: list[tuple[str, str, str, str]]
    fold: str
    here: list[Row]
    reading: list[tuple[str, list[tuple[str, str]]]]
    runs_nothing: bool


def start_page(today: Today, viewer: Viewer, on: date) -> StartPage:
    """The answer first: how much needs me; then what runs here."""
    tasks = [_task(task, on) for task in today.tasks]
    first = _FIRST if len(tasks) > _FIRST + 1 else len(tasks)  # one alone is not worth unfolding
    return StartPage(
        heading=_("Today, %(day)s") % {"day": format_weekday(on)},
        answer=_answer(today.tasks, on),
        then=_then(today.coming),
        tasks=tasks[:first],
        folded=tasks[first:],
        fold=_("Show %(n)d more that need you") % {"n": len(tasks) - first},
        here=[_row(phase, on) for phase in today.here],
        reading=[(found.title, _to_read(found)) for found in today.reading],
        runs_nothing=not viewer.has_role(*STAFF) and not viewer.superuser,
    )


def _to_read(found: RoundReading) -> list[tuple[str, str]]:
    """Sentence and address of each thing that there is to read of a round."""
    lines = []
    if found.has_booklet:
        lines.append((_("Read the booklet"), reverse("booklet:newest", args=[found.key])))
    if found.meeting_on:
        said = _("See the welfare meeting of %(day)s") % {"day": format_date(found.meeting_on)}
        lines.append((said, reverse("meeting:agenda", args=[found.key])))
    for public_id, title, day in found.items:
        said = _("Read the item of %(day)s: %(title)s") % {"day": format_date(day), "title": title}
        lines.append((said, reverse("decisions:item", args=[public_id])))
    if found.decisions:
        said = ngettext("See the decision", "See the %(n)d decisions", found.decisions)
        lines.append((said % {"n": found.decisions}, reverse("decisions:round", args=[found.key])))
    return lines


def _answer(tasks: list[Task], on: date) -> str:
    if not tasks:
        return _("Nobody is waiting for anything from you.")
    late = sum(task.due is not None and task.due < on for task in tasks)
    said = ngettext("%(n)d thing needs you.", "%(n)d things need you.", len(tasks)) % {"n": len(tasks)}
    if not late:
        return said
    return f"{said} " + ngettext("%(n)d is late.", "%(n)d are late.", late) % {"n": late}


def _then(coming: Coming | None) -> str:
    if coming is None:
        return ""
    what = {
        "start": _("day 1 of round %(key)s"),
        "end": _("the last day of round %(key)s"),
        "evaluation_deadline": _("the evaluations of round %(key)s are due"),
        "welfare_meeting": _("welfare meeting, round %(key)s"),
        "committee_meeting": _("the committee meets, round %(key)s"),
    }[coming.what] % {"key": coming.round_key}
    return _("Next: %(what)s, %(day)s.") % {"what": what, "day": format_date(coming.day)}


def _task(task: Task, on: date) -> tuple[str, str, str, str]:
    """Sentence, address, when, and a word where it is late."""
    text = f"{task.text} ({task.about})" if task.about else task.text
    when = f"{format_date(task.due)}, {relative_day(task.due, on)}" if task.due else ""
    late = _("late") if task.due and task.due < on else ""
    return text, address(task), when, late


def address(task: Task) -> str:
    """Where the task is done."""
    if task.place.startswith("trial:"):
        return reverse("trials:trial", args=task.names)
    return reverse(PLACES[task.place], args=task.names)


def _row(phase: PhaseView, on: date) -> Row:
    drawn = hundred_day_line.draw(phase.line, size="row")
    return Row(
        phase.trial_title,
        reverse("trials:trial", args=[phase.trial_public_id]),
        f"{phase.day_text(on)}. {phase.sites_text}",
        mark_safe(drawn),  # noqa: S308  (our own drawing; texts in it are escaped there)
        phase.constructed,
    )
