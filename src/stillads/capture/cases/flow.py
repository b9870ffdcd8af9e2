"""Where a case is, where it can go, when it is due: read from the playbook's flow and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError
from stillads.kernel.working_days import add_working_days
from stillads.playbooks.format.items import questions_in
from stillads.playbooks.kinds.case import Case, Outcome, Step, Way

ALWAYS: Final = (
    ("withdrawn", "Borgeren vil ikke længere være med"),
    ("moved", "Flyttet"),
    ("dead", "Død"),
    ("mistake", "Begyndt ved en fejl"),
)
"""What can happen to a citizen under way, whether the playbook thought of it or not (its own Danish words)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case is after a step: at `step`, or over with `outcome`.

    handed_over  another role has it now; due_on: the last day on which the step is in time
    """

    step: str
    role: str
    due_on: date | None
    outcome: str = ""
    handed_over: bool = False


def begin(flow: Case, day: date) -> Place:
    """The place of a case that begins on `day`."""
    first = flow.steps[0]
    return Place(first.key, first.role, due_of(first, day))


def go(flow: Case, step: Step, way: Way, day: date, follow_up_on: date | None = None) -> Place:
    """The place after `step` was done on `day` and `way` was taken.

    Where a day was agreed on which it is looked at again, the next step's time runs from that day.
    """
    if way.to in {end.key for end in flow.outcomes}:
        return Place(step.key, step.role, None, outcome=way.to)
    coming = flow.step(way.to)
    return Place(
        coming.key,
        coming.role,
        due_of(coming, follow_up_on or day) or follow_up_on,
        handed_over=handed_over(flow, step, way.to),
    )


def due_of(step: Step, reached: date) -> date | None:
    """The last day that is in time for a step reached on a day; None where the playbook sets none."""
    if step.deadline is None:
        return None
    if step.deadline.working:
        return add_working_days(reached, step.deadline.days)
    return reached + timedelta(days=step.deadline.days)


def ways_from(step: Step, answers: Mapping[str, Any]) -> tuple[Way, ...]:
    """The ways that are open with what was answered so far.

    The first way whose condition holds is the only one; where none holds, those without a condition.
    """
    for way in step.ways:
        if way.when is not None and way.when.holds(answers):
            return (way,)
    return tuple(way for way in step.ways if way.when is None)


def choose(step: Step, answers: Mapping[str, Any], to: str = "") -> Way:
    """The way that is taken. `to` is what was chosen, empty where there is no choice.

    A condition that holds decides, whatever was chosen. RuleError where a choice is wanted and none was made.
    """
    open_ways = ways_from(step, answers)
    if len(open_ways) == 1:
        return open_ways[0]
    for way in open_ways:
        if way.to == to:
            return way
    raise RuleError(_("Choose how it goes on."), field="to")


def offered(step: Step, answers: Mapping[str, Any]) -> tuple[Way, ...]:
    """What stands on the buttons before the step's own questions are answered.

    Empty: what is answered decides, and one button says "save and go on".
    """
    own = {question.key for question in questions_in(step.items)}
    undecided = any(
        question in own for way in step.ways if way.when for question, _values in way.when.questions()
    )
    found = ways_from(step, answers)
    if undecided:
        return found if len(found) > 1 else ()
    return found


def reasons(flow: Case) -> tuple[Outcome, ...]:
    """Why a case can be broken off: the playbook's reasons, and what can always happen."""
    named = {reason.key for reason in flow.cancel_reasons}
    more = tuple(Outcome(key=key, title=title) for key, title in ALWAYS if key not in named)
    return (*flow.cancel_reasons, *more)


def handed_over(flow: Case, step: Step, to: str) -> bool:
    """Did another role get it, when `step` led to `to` (a step, or an outcome)?"""
    if to in {end.key for end in flow.outcomes}:
        return False
    return flow.step(to).role != step.role


def asks(flow: Case, step: Step) -> bool:
    """Does the step ask for anything, or is it done with one tap?"""
    return bool(flow.forms()[step.key]) or step.follow_up
