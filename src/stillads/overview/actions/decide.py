"""A decision and what follows from it, in one transaction across the rooms."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.decisions.actions.decide import Ruling, decide
from stillads.decisions.models import CommitteeItem, Decision
from stillads.decisions.queries.items import phases_to_decide
from stillads.decisions.words import OUTCOMES
from stillads.evaluation.actions import save_learning_note
from stillads.evaluation.models import RecommendationPart
from stillads.ideas.actions.tell import tell_givers
from stillads.kernel.viewer import Viewer
from stillads.trials.actions.next_phase import draft_next_phase
from stillads.trials.actions.phases import step_phase
from stillads.trials.actions.trial_ends import decide_trial
from stillads.trials.models import Phase, Trial

__all__ = ["Ruling", "decide_and_follow"]

_FINISHED = {Phase.State.DECIDED, Phase.State.STOPPED}


@transaction.atomic
def decide_and_follow(
    *,
    phase: Phase,
    part: RecommendationPart | None,
    ruling: Ruling,
    decided_on: date,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
    replaces: Decision | None = None,
    constructed: bool = False,
) -> Decision:
    """Keeps the decision; when the last part is decided, the phase is. Returns the decision."""
    known = Decision.objects.filter(idempotency_key=idempotency_key).first()
    if known:
        return known
    decision = decide(
        phase=phase,
        part=part,
        item=_item(phase),
        ruling=ruling,
        decided_on=decided_on,
        idempotency_key=idempotency_key,
        viewer=viewer,
        at=at,
        replaces=replaces,
        constructed=constructed,
    )
    _follow(decision, ruling, viewer, at)
    _tell(decision, viewer, at)
    _close_phase(phase, viewer, at)
    return decision


def _follow(decision: Decision, ruling: Ruling, viewer: Viewer, at: datetime) -> None:
    if ruling.outcome == Decision.Outcome.EXTEND and ruling.next_round:
        decision.next_phase = draft_next_phase(
            phase=decision.phase.public_id, round_=ruling.next_round, viewer=viewer, at=at
        )
        decision.save(update_fields=["next_phase"])
    if ruling.outcome == Decision.Outcome.DROP and ruling.reason.strip():
        save_learning_note(phase=decision.phase.public_id, text=ruling.reason, viewer=viewer, at=at)


def _tell(decision: Decision, viewer: Viewer, at: datetime) -> None:
    """Those who gave an idea hear of every decision on the trial it became."""
    trial = decision.phase.trial
    tell_givers(
        ideas=list(trial.ideas.all()),
        headline=_("A decision has been made: %(trial)s") % {"trial": trial.title[:120]},
        text=_("It was decided that the trial is %(outcome)s. In the words of the decision:")
        % {"outcome": OUTCOMES[decision.outcome]}
        + f"\n\n{decision.wording}",
        dedup_key=f"decision:{decision.public_id}",
        viewer=viewer,
        at=at,
    )


def _item(phase: Phase) -> CommitteeItem | None:
    return CommitteeItem.objects.filter(round_id=phase.round_id).order_by("-pk").first()


def _close_phase(phase: Phase, viewer: Viewer, at: datetime) -> None:
    """With its last part the phase is decided, and the trial with it where no other phase is alive."""
    rows = phases_to_decide(phase.round_id)
    open_parts = next(row.open_parts for row in rows if row.phase_public_id == phase.public_id)
    current = Phase.objects.get(pk=phase.pk)
    if open_parts or current.state != Phase.State.EVALUATED:
        return
    step_phase(phase=phase.public_id, target=Phase.State.DECIDED, viewer=viewer, at=at)
    alive = Phase.objects.filter(trial_id=phase.trial_id).exclude(state__in=_FINISHED).exists()
    if not alive and phase.trial.state == Trial.State.ACTIVE:
        decide_trial(trial=phase.trial.public_id, viewer=viewer, at=at)
