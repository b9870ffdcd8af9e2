"""Recording what was decided on one part of a trial, and what follows from it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.evaluation.models import RecommendationPart
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person, Unit
from stillads.organisation.policy import check_may
from stillads.rollout.actions.spread import start_spread
from stillads.trials.models import Phase

from ..models import CommitteeItem, Decision
from ..permissions import DECIDE
from ..rules import check_can_decide, check_decision


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided: outcome, the words, who carries it on, and by when."""

    outcome: str
    wording: str
    reason: str = ""
    owner: Person | None = None
    deadline: date | None = None
    review_on: date | None = None
    spread_to: tuple[Unit, ...] = field(default=())
    next_round: str = ""  # key of the round in which an extended trial goes on


@transaction.atomic
def decide(
    *,
    phase: Phase,
    part: RecommendationPart | None,
    item: CommitteeItem | None,
    ruling: Ruling,
    decided_on: date,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
    replaces: Decision | None = None,
    constructed: bool = False,
) -> Decision:
    """Keeps one decision. A spread opens its checklist; a decision made anew replaces the old row.

    Raises Conflict where the part has a decision that `replaces` does not name.
    """
    check_may(viewer, DECIDE)
    known = Decision.objects.filter(idempotency_key=idempotency_key).first()
    if known:
        return known
    phase = Phase.objects.select_for_update().get(pk=phase.pk)
    check_can_decide(phase)
    check_decision(ruling.outcome, ruling.wording, ruling.deadline, ruling.review_on)
    check_no_cpr(ruling.wording, field="wording")
    _check_not_decided(phase, part, replaces)
    decision = Decision.objects.create(
        phase=phase, part=part, item=item, outcome=ruling.outcome, wording=ruling.wording.strip(),
        reason=ruling.reason.strip(), owner=ruling.owner, deadline=ruling.deadline,
        review_on=ruling.review_on, replaces=replaces, decided_on=decided_on, by=viewer.name, at=at,
        constructed=constructed, idempotency_key=idempotency_key,
    )  # fmt: skip
    if ruling.outcome == Decision.Outcome.PERMANENT_AND_SPREAD:
        start_spread(
            trial=phase.trial, decision_key=decision.public_id, title=phase.trial.title,
            owner=ruling.owner, due=ruling.deadline, units=ruling.spread_to, viewer=viewer, at=at,
        )  # fmt: skip
    record(
        viewer=viewer, verb="decisions.decide", target=f"phase:{phase.public_id}",
        target_name=phase.trial.title, data={"outcome": ruling.outcome}, at=at,
    )  # fmt: skip
    return decision


def _check_not_decided(phase: Phase, part: RecommendationPart | None, replaces: Decision | None) -> None:
    standing = Decision.objects.filter(phase=phase, part=part, replaced_by__isnull=True).first()
    if standing is not None and standing != replaces:
        raise Conflict(_("This part has been decided already. Open the decision to replace it."))


@transaction.atomic
def reopen_due_decisions(*, at: datetime, viewer: Viewer) -> int:
    """The daily job: a decision whose review day has come asks for attention again. Returns how many."""
    due = Decision.objects.filter(
        review_on__lte=at.date(), reopened_at__isnull=True, replaced_by__isnull=True
    ).select_related("phase__trial")
    count = 0
    for decision in due:
        decision.reopened_at = at
        decision.save(update_fields=["reopened_at"])
        record(
            viewer=viewer, verb="decisions.reopen", target=f"decision:{decision.public_id}",
            target_name=decision.phase.trial.title, at=at,
        )  # fmt: skip
        count += 1
    return count
