"""The life of an idea: every step it can take, as one table."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError, type_reason

from .models import Idea

S = Idea.State

LABELS: dict[str, Promise] = {
    S.NEW: _("New"),
    S.CONSIDERED: _("Being considered"),
    S.CHOSEN: _("Chosen"),
    S.PARKED: _("Parked"),
    S.DECLINED: _("Declined"),
    S.MERGED: _("Merged"),
    S.SPLIT: _("Split"),
}
OPEN = (S.NEW, S.CONSIDERED, S.PARKED)  # still wait for an answer
FINAL = (S.DECLINED, S.MERGED, S.SPLIT)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: what it is called, and whether the giver is owed a reason."""

    name: str
    needs_reason: bool = False


# (from, to): the step
TRANSITIONS: dict[tuple[str, str], Step] = {
    (S.NEW, S.CONSIDERED): Step("consider"),
    (S.NEW, S.CHOSEN): Step("choose"),
    (S.NEW, S.PARKED): Step("park", needs_reason=True),
    (S.NEW, S.DECLINED): Step("decline", needs_reason=True),
    (S.NEW, S.MERGED): Step("merge"),
    (S.NEW, S.SPLIT): Step("split"),
    (S.CONSIDERED, S.CHOSEN): Step("choose"),
    (S.CONSIDERED, S.PARKED): Step("park", needs_reason=True),
    (S.CONSIDERED, S.DECLINED): Step("decline", needs_reason=True),
    (S.CONSIDERED, S.MERGED): Step("merge"),
    (S.CONSIDERED, S.SPLIT): Step("split"),
    (S.PARKED, S.CONSIDERED): Step("consider"),
    (S.PARKED, S.CHOSEN): Step("choose"),
    (S.PARKED, S.DECLINED): Step("decline", needs_reason=True),
    (S.PARKED, S.MERGED): Step("merge"),
    (S.PARKED, S.SPLIT): Step("split"),
    (S.DECLINED, S.CONSIDERED): Step("consider"),
    (S.CHOSEN, S.CONSIDERED): Step("release", needs_reason=True),
}

_WHY_NOT: dict[str, type_reason] = {
    S.MERGED: _("The idea has been merged into another one. Go on with that one."),
    S.SPLIT: _("The idea has been split. Go on with its parts."),
    S.CHOSEN: _("The idea has been chosen for a trial."),
    S.DECLINED: _("The idea was declined. Consider it again first."),
}


def check_step(state: str, to: str) -> Step:
    """The step from `state` to `to`. Raises RuleError with the reason where there is none."""
    step = TRANSITIONS.get((state, to))
    if step:
        return step
    if state == to and state in {S.CONSIDERED, S.PARKED}:
        raise RuleError(
            {
                S.CONSIDERED: _("The idea is being considered already."),
                S.PARKED: _("The idea is parked already."),
            }[S(state)]
        )
    raise RuleError(_WHY_NOT.get(state, _("The idea must be considered first.")))


def check_reason(step: Step, reason: str) -> None:
    """Raises RuleError (field reason) where the answer is no and says nothing."""
    if step.needs_reason and len(reason.strip()) < 10:
        raise RuleError(
            _("Write why, in a sentence or two. It is what the giver of the idea will read."), field="reason"
        )
