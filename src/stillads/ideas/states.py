"""The life of an idea: every step it can take, as one table."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError, type_reason
from stillads.kernel.states import StateTable, Step

from .models import Idea

S = Idea.State

LABELS: Final[dict[str, type_reason]] = {
    S.NEW: _("New"),
    S.CONSIDERED: _("Being considered"),
    S.CHOSEN: _("Chosen"),
    S.PARKED: _("Parked"),
    S.DECLINED: _("Declined"),
    S.MERGED: _("Merged"),
    S.SPLIT: _("Split"),
}
OPEN = (S.NEW, S.CONSIDERED, S.PARKED)  # still wait for an answer

# the labels are the verbs of the log: `ideas.consider`
IDEA: Final = StateTable(
    "idea",
    S.NEW,
    LABELS,
    (
        Step(S.NEW, S.CONSIDERED, "consider"),
        Step(S.NEW, S.CHOSEN, "choose"),
        Step(S.NEW, S.PARKED, "park", needs_reason=True),
        Step(S.NEW, S.DECLINED, "decline", needs_reason=True),
        Step(S.NEW, S.MERGED, "merge"),
        Step(S.NEW, S.SPLIT, "split"),
        Step(S.CONSIDERED, S.CHOSEN, "choose"),
        Step(S.CONSIDERED, S.PARKED, "park", needs_reason=True),
        Step(S.CONSIDERED, S.DECLINED, "decline", needs_reason=True),
        Step(S.CONSIDERED, S.MERGED, "merge"),
        Step(S.CONSIDERED, S.SPLIT, "split"),
        Step(S.PARKED, S.CONSIDERED, "consider"),
        Step(S.PARKED, S.CHOSEN, "choose"),
        Step(S.PARKED, S.DECLINED, "decline", needs_reason=True),
        Step(S.PARKED, S.MERGED, "merge"),
        Step(S.PARKED, S.SPLIT, "split"),
        Step(S.DECLINED, S.CONSIDERED, "consider"),
        Step(S.CHOSEN, S.CONSIDERED, "release", needs_reason=True),
    ),
)

_WHY_NOT: dict[str, type_reason] = {
    S.MERGED: _("The idea has been merged into another one. Go on with that one."),
    S.SPLIT: _("The idea has been split. Go on with its parts."),
    S.CHOSEN: _("The idea has been chosen for a trial."),
    S.DECLINED: _("The idea was declined. Consider it again first."),
}


def check_step(state: str, to: str) -> Step:
    """The step from `state` to `to`. Raises RuleError with the reason where there is none."""
    step = IDEA.step(state, to)
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
