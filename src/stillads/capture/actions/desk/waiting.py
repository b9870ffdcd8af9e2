"""The waiting list of a line: whoever has waited longest is offered what comes back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ...desk_rules import desk_of, line_of
from ...lookup import deployment_by
from ...models import Deployment, DeskItem, Waiting
from ...permissions import REGISTER


@transaction.atomic
def wait_for(
    *,
    deployment: str,
    line: str,
    called: str,
    key: str,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Waiting:
    """Somebody waits for the next free copy of a line. Sent again it is the same place in the list."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    line_of(desk_of(row), line)
    if there := Waiting.objects.filter(idempotency_key=key).first():
        return there
    check_no_cpr(called, field="called")
    if not called.strip():
        raise RuleError(_("Write what we call out: a first name or a number."), field="called")
    made = Waiting.objects.create(
        deployment=row, line=line, called=called.strip()[:60], since=at, idempotency_key=key
    )
    _log(row, made, viewer, at)
    offer_next(row, line, at=at)
    made.refresh_from_db()
    return made


@transaction.atomic
def end_waiting(*, waiting: str, viewer: Viewer, at: datetime) -> Waiting:
    """Got one, or does not need it any more; the next is offered it. Ended twice is ended."""
    made = Waiting.objects.select_for_update().filter(public_id=waiting).first()
    if made is None:
        raise NotFound(_("There is nothing here by that name."))
    row = deployment_by(made.deployment_id)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    if made.ended_at is None:
        made.ended_at = at
        made.save(update_fields=["ended_at"])
        _log(row, made, viewer, at)
        offer_next(row, made.line, at=at)
    return made


def offer_next(row: Deployment, line: str, *, at: datetime) -> list[Waiting]:
    """Offers what stands on the shelf to those who have waited longest, one copy to each.

    Inside the transaction that put it there. Returns those who have now been offered one.
    """
    living = Waiting.objects.filter(deployment=row, line=line, ended_at__isnull=True)
    free = DeskItem.objects.filter(deployment=row, line=line, state=DeskItem.State.IN).count()
    free -= living.filter(offered_at__isnull=False).count()
    found = list(living.filter(offered_at__isnull=True).order_by("since", "pk")[: max(0, free)])
    for one in found:
        one.offered_at = at
        one.save(update_fields=["offered_at"])
    return found


def _log(row: Deployment, made: Waiting, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer, verb="capture.desk.wait", target=f"deployment:{row.public_id}",
        target_name=desk_of(row).title, unit=row.unit.key, data={"waiting": made.public_id, "line": made.line},
        at=at,
    )  # fmt: skip
