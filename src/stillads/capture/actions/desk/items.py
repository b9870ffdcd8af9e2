"""The copies of the catalogue: put on the shelf at first use, more added, their state changed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.desk import CatalogueLine

from ...desk_rules import desk_of, item_by, line_of
from ...lookup import deployment_by
from ...models import Deployment, DeskItem
from ...permissions import REGISTER
from ...versions import check_version, save_next
from .waiting import offer_next

S = DeskItem.State
_MOST = 200


@transaction.atomic
def stock_desk(*, deployment: str, viewer: Viewer, at: datetime) -> int:
    """Puts the playbook's copies on the shelf, at first use. Done again, or by two at once, it does nothing more."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    desk = desk_of(row)
    if DeskItem.objects.filter(deployment=row).exists():
        return 0
    rows = [
        DeskItem(deployment=row, line=line.key, label=_label(line, number))
        for line in desk.catalogue
        for number in range(1, line.copies + 1)
    ]
    DeskItem.objects.bulk_create(rows, ignore_conflicts=True)
    _log("capture.desk.stock", row, viewer, at, items=len(rows))
    return len(rows)


@transaction.atomic
def add_items(*, deployment: str, line: str, count: int, viewer: Viewer, at: datetime) -> list[DeskItem]:
    """More copies of a line, with the next numbers. Who waits is offered one."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    found = line_of(desk_of(row), line)
    if not 1 <= count <= _MOST:
        raise RuleError(_("Choose between 1 and %(n)d.") % {"n": _MOST}, field="count")
    Deployment.objects.select_for_update().get(pk=row.pk)  # two at once take turns at the numbers
    there = DeskItem.objects.filter(deployment=row, line=line).count()
    made = [
        DeskItem.objects.create(deployment=row, line=line, label=_label(found, there + number))
        for number in range(1, count + 1)
    ]
    _log("capture.desk.stock", row, viewer, at, items=count)
    offer_next(row, line, at=at)
    return made


@transaction.atomic
def set_item_state(
    *, item: str, state: str, version: int | None = None, viewer: Viewer, at: datetime
) -> DeskItem:
    """It has been cleaned or repaired, or cannot be used any more. What is lent comes back by `give_back`."""
    row = item_by(item, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    if row.state == state:
        return row
    check_version(row, version)
    if row.state == S.LENT or state not in {S.IN, S.CLEANING, S.REPAIR, S.GONE}:
        raise RuleError(_("It is lent. Take it back first."))
    if row.loans.filter(returned_on__isnull=True).exists():
        raise RuleError(_("It was handed out for good. Take it back if it has come in again."))
    row.state = state
    save_next(row, "state")
    _log("capture.desk.item", row.deployment, viewer, at, item=row.public_id, state=state)
    offer_next(row.deployment, row.line, at=at)
    return row


def _label(line: CatalogueLine, number: int) -> str:
    return f"{line.title[:34]} {number}"


def _log(verb: str, row: Deployment, viewer: Viewer, at: datetime, **data: object) -> None:
    record(
        viewer=viewer, verb=verb, target=f"deployment:{row.public_id}", target_name=desk_of(row).title,
        unit=row.unit.key, data=data, at=at,
    )  # fmt: skip
