"""The units that share a citizen: the plan is open to them from one day to another."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit

from ...models import Plan, PlanShare
from ...plan_rules import check_can_open, plan_by, plan_kind


@transaction.atomic
def share_plan(
    *, plan: str, unit: str, first_day: date, last_day: date | None = None, viewer: Viewer, at: datetime
) -> PlanShare:
    """Opens the plan to a unit. Days that overlap a share that is there are refused; the same again is once."""
    row = plan_by(plan, lock=True)
    check_can_open(row, viewer, local_day(at))
    place = Unit.objects.filter(public_id=unit, valid_to__isnull=True).first()
    if place is None:
        raise RuleError(_("Choose a unit from the list."), field="unit")
    if place.pk == row.deployment.unit_id:
        raise RuleError(_("The plan belongs to that unit already."), field="unit")
    if last_day is not None and last_day < first_day:
        raise RuleError(_("The last day comes before the first."), field="last_day")
    there = _overlapping(row, place, first_day, last_day)
    if there is not None and (there.valid_from, there.valid_to) == (first_day, last_day):
        return there
    if there is not None:
        raise RuleError(_("The unit shares the plan in those days already."), field="first_day")
    made = PlanShare.objects.create(plan=row, unit=place, valid_from=first_day, valid_to=last_day)
    _log(row, "capture.share_plan", viewer, at, {"unit": place.key, "from": first_day.isoformat()})
    return made


@transaction.atomic
def end_share(*, plan: str, unit: str, viewer: Viewer, at: datetime) -> None:
    """The unit shares the citizen no more: today is its last day. One that begins today is gone at once."""
    row = plan_by(plan, lock=True)
    today = local_day(at)
    check_can_open(row, viewer, today)
    open_ones = PlanShare.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=today), plan=row)
    shares = list(open_ones.filter(unit__public_id=unit).select_related("unit"))
    if not shares:
        if PlanShare.objects.filter(plan=row, unit__public_id=unit).exists():
            return
        raise NotFound(_("There is nothing here by that name."))
    for share in shares:
        if share.valid_from >= today:
            share.delete()
        else:
            share.valid_to = today
            share.save(update_fields=["valid_to"])
    _log(row, "capture.end_plan_share", viewer, at, {"unit": shares[0].unit.key, "last": today.isoformat()})


def _overlapping(plan: Plan, unit: Unit, first: date, last: date | None) -> PlanShare | None:
    rows = PlanShare.objects.filter(plan=plan, unit=unit).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=first)
    )
    return rows.filter(valid_from__lte=last or first + timedelta(days=36_500)).first()


def _log(plan: Plan, verb: str, viewer: Viewer, at: datetime, data: dict[str, str]) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"plan:{plan.public_id}",
        target_name=plan_kind(plan.deployment).title,
        unit=plan.deployment.unit.key,
        data=data,
        at=at,
    )
