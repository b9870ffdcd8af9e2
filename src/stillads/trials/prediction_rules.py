"""What a prediction must say before it can be locked, and when the lock closes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict, RuleError

from .models import PERSPECTIVES, Criterion, Phase, Prediction
from .rules import check_given, check_texts


@dataclass(frozen=True, slots=True)
class CriterionInput:
    """One expectation as it is written down.

    perspective  citizen, employee or economy
    direction    up, down, unchanged, not_worse
    size         how much, in `unit` (percent, calls a week …); None where only the direction is said
    measure      key of a playbook's measure; empty where figures are typed by hand
    worse        for not_worse: which way is worse, up (complaints) or down (satisfaction)
    how_known    how we shall know: who counts what, when
    """

    perspective: str
    what: str
    direction: str
    how_known: str = ""
    size: Decimal | None = None
    unit: str = ""
    measure: str = ""
    primary: bool = False
    guardrail: bool = False
    evaluation_date: date | None = None
    worse: str = "up"


def check_criterion(said: CriterionInput) -> None:
    """The words and numbers of one expectation hold together."""
    check_given(what=said.what, direction=said.direction)
    check_texts(what=said.what, how_known=said.how_known, unit=said.unit)
    if said.perspective not in dict(PERSPECTIVES):
        raise RuleError(_("Choose citizen, employee or economy."), field="perspective")
    if said.direction not in Criterion.Direction.values:
        raise RuleError(_("Choose which way it is expected to go."), field="direction")
    if said.worse not in {"up", "down"}:
        raise RuleError(_("Choose which way would be worse."), field="worse")
    if said.size is not None and said.size < 0:
        raise RuleError(_("Write the size without a minus; the direction says which way."), field="size")
    if said.size is not None and not said.unit.strip():
        raise RuleError(_("Write what the size is counted in, for example % or calls a week."), field="unit")
    if said.guardrail and said.primary:
        raise RuleError(_("A guardrail cannot also be the most important expectation."), field="primary")


def check_can_write_prediction(phase: Phase, prediction: Prediction) -> None:
    """The prediction is still open: not locked, and day 1 has not come with the phase running."""
    if prediction.locked_at is not None:
        raise Conflict(_("The prediction is locked. Amend it instead: then both can be seen."))
    if phase.state not in {Phase.State.DRAFT, Phase.State.READY}:
        raise RuleError(_("The trial has begun. What was expected had to be written before day 1."))


def missing_in(prediction: Prediction, criteria: Sequence[Criterion]) -> list[str]:
    """What the prediction lacks before it can be locked, as whole sentences; empty where it is complete."""
    found: list[str] = []
    aims = [c for c in criteria if not c.guardrail]
    if not aims:
        found.append(str(_("Write at least one thing you expect to see.")))
    found += [
        str(_("Write how you will know: “%(what)s”.") % {"what": c.what})
        for c in criteria
        if not c.how_known.strip()
    ]
    if not prediction.decision_rule.strip():
        found.append(str(_("Write the decision rule: what shall it take to go on, and what to stop?")))
    if prediction.evaluation_date is None:
        found.append(str(_("Choose the day on which it is settled whether it held.")))
    return found


def check_can_lock(phase: Phase, prediction: Prediction, criteria: Sequence[Criterion], today: date) -> None:
    """Complete, and before day 1. The refusal says everything that is missing."""
    check_can_write_prediction(phase, prediction)
    if today >= phase.start:
        raise RuleError(
            _("Day 1 has come. A prediction must be locked before; write instead why there is none.")
        )
    if lacking := missing_in(prediction, criteria):
        raise RuleError(" ".join(lacking))


def check_can_amend(phase: Phase, prediction: Prediction, reason: str) -> None:
    """Only a locked prediction is amended, with a reason, and only until it has been judged."""
    if prediction.locked_at is None:
        raise RuleError(_("The prediction is not locked yet. Just change it."))
    if phase.state in {Phase.State.EVALUATED, Phase.State.DECIDED}:
        raise RuleError(_("The evaluation is approved. The prediction stays as it was."))
    check_given(reason=reason)
    check_texts(reason=reason)
