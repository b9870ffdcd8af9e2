"""Days on which the desk is closed though its hours say otherwise."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ...desk_rules import desk_of
from ...lookup import deployment_by
from ...models import ClosedDay, Deployment
from ...permissions import REGISTER


@transaction.atomic
def close_day(*, deployment: str, day: date, why: str = "", viewer: Viewer, at: datetime) -> ClosedDay:
    """Nobody can book on `day`. Closed again it is closed for the newer reason; who has booked is told by staff."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    desk_of(row)
    if day < local_day(at):
        raise RuleError(_("That day has passed. Choose today or later."), field="day")
    check_no_cpr(why, field="why")
    made, _new = ClosedDay.objects.update_or_create(
        deployment=row, day=day, defaults={"why": why.strip()[:120]}
    )
    _log(row, day, viewer, at, open_=False)
    return made


@transaction.atomic
def open_day(*, deployment: str, day: date, viewer: Viewer, at: datetime) -> None:
    """The day is open again, as its hours say."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    if ClosedDay.objects.filter(deployment=row, day=day).delete()[0]:
        _log(row, day, viewer, at, open_=True)


def _log(row: Deployment, day: date, viewer: Viewer, at: datetime, *, open_: bool) -> None:
    record(
        viewer=viewer, verb="capture.desk.day", target=f"deployment:{row.public_id}",
        target_name=desk_of(row).title, unit=row.unit.key, data={"day": day.isoformat(), "open": open_}, at=at,
    )  # fmt: skip
