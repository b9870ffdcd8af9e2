"""The action list: what somebody shall do after the decision."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person, Unit
from stillads.organisation.policy import check_may

from ..models import ActionItem, Decision
from ..permissions import DECIDE, FOLLOW_UP


@transaction.atomic
def add_action(
    *,
    decision: Decision,
    what: str,
    owner: Person | None,
    unit: Unit | None,
    due: date | None,
    viewer: Viewer,
    at: datetime,
    constructed: bool = False,
) -> ActionItem:
    """Adds one thing to do, with somebody to do it or a unit to find somebody.

    Sent twice it is one: the same words for the same hands by the same day, not yet done.
    """
    check_may(viewer, DECIDE)
    if not what.strip():
        raise RuleError(_("Write what shall be done."), field="what")
    if owner is None and unit is None:
        raise RuleError(_("Choose who does it, or the unit that finds somebody."), field="owner")
    check_no_cpr(what, field="what")
    Decision.objects.select_for_update().get(pk=decision.pk)
    same = ActionItem.objects.filter(
        decision=decision, what=what.strip(), owner=owner, unit=unit, due=due, done_at=None
    ).first()
    if same is not None:
        return same
    action = ActionItem.objects.create(
        decision=decision, what=what.strip(), owner=owner, unit=unit, due=due, constructed=constructed
    )
    record(viewer=viewer, verb="decisions.add_action", target=f"decision:{decision.public_id}", at=at)
    return action


@transaction.atomic
def tick_action(*, action: ActionItem, done: bool, viewer: Viewer, at: datetime) -> ActionItem:
    """Ticks an action off, or opens it again."""
    check_may(viewer, FOLLOW_UP)
    action = ActionItem.objects.select_for_update().get(pk=action.pk)
    action.done_at = at if done else None
    action.done_by = viewer.name if done else ""
    action.version += 1
    action.save()
    verb = "decisions.tick_action" if done else "decisions.untick_action"
    record(viewer=viewer, verb=verb, target=f"action:{action.public_id}", at=at)
    return action
