"""What holds at a desk: who goes before whom, what can become of a visit, which copy can be lent."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict, NotFound, RuleError, allowed
from stillads.kernel.working_days import next_working_day
from stillads.playbooks.kinds.desk import CatalogueLine, Desk
from stillads.trials.models import Window

from .lookup import definition_of, deployment_by
from .models import Deployment, DeskItem, Loan, Visit
from .openness import calendar_of, check_open

V = Visit.State
WAYS: Final[Mapping[str, frozenset[str]]] = {
    V.BOOKED: frozenset({V.WAITING, V.STAYED_AWAY, V.CANCELLED}),
    V.WAITING: frozenset({V.SERVED, V.STAYED_AWAY, V.CANCELLED}),
    V.SERVED: frozenset({V.DONE, V.WAITING}),
}
"""From a visit's state to those that can follow it."""


def desk_of(deployment: Deployment) -> Desk:
    """What the playbook says of it; NotFound where the deployment is another kind of instrument."""
    definition = definition_of(deployment)
    if not isinstance(definition, Desk):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def line_of(desk: Desk, key: str) -> CatalogueLine:
    """A line of the catalogue. Raises RuleError where there is none of that key."""
    for line in desk.catalogue:
        if line.key == key:
            return line
    raise RuleError(_("Choose from the list."), field="line")


def check_at_work(deployment: Deployment, day: date) -> None:
    """Raises RuleError where nothing is registered at the desk on a day: before or after the trial, between windows."""
    opening = desk_of(deployment).open
    site = deployment.phase_site
    windows = (
        list(Window.objects.filter(phase_id=site.phase_id, key__in=opening.windows))
        if site and opening.windows
        else []
    )
    check_open(calendar_of(deployment, opening, windows), day)


def item_by(ref: str, *, lock: bool = False) -> DeskItem:
    """A copy with its deployment as actions want it; NotFound where there is none."""
    rows = DeskItem.objects.select_for_update() if lock else DeskItem.objects.all()
    row = rows.filter(public_id=ref).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    row.deployment = deployment_by(row.deployment_id)
    return row


def visit_by(ref: str, *, lock: bool = False) -> Visit:
    """A visit with its deployment as actions want it; NotFound where there is none."""
    rows = Visit.objects.select_for_update() if lock else Visit.objects.all()
    row = rows.filter(public_id=ref).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    row.deployment = deployment_by(row.deployment_id)
    return row


def check_can_become(visit: Visit, state: str) -> None:
    """Raises Conflict where the visit has gone another way meanwhile."""
    if state not in WAYS.get(visit.state, frozenset()):
        raise Conflict(_("The visit has moved on meanwhile. Look at the queue again."))


def can_become(visit: Visit, state: str) -> bool:
    """The question form."""
    return allowed(check_can_become, visit, state)


def check_can_lend(item: DeskItem) -> None:
    """Only what stands on the shelf; a copy is lent to one at a time."""
    if item.state == DeskItem.State.LENT:
        raise Conflict(_("“%(label)s” is lent already. Take another one.") % {"label": item.label})
    if item.state != DeskItem.State.IN:
        raise RuleError(_("“%(label)s” does not stand on the shelf.") % {"label": item.label})


def can_lend(item: DeskItem) -> bool:
    """The question form."""
    return allowed(check_can_lend, item)


def due_day(line: CatalogueLine, day: date) -> date | None:
    """When what is lent on a day is to be back: a day when people are at work; None where it is given for good."""
    return None if line.loan_days is None else next_working_day(day + timedelta(days=line.loan_days))


def overdue_days(loan: Loan, day: date) -> int:
    """How many days too late it is on a day."""
    return max(0, (day - loan.due_on).days) if loan.due_on else 0


def place_in_queue(visit: Visit) -> tuple[datetime, int]:
    """Who goes first: a booked time counts as booked, however early one comes; all others from when they came."""
    moment = visit.starts_at or visit.came_at
    assert moment is not None  # noqa: S101  (a visit is booked or has come)
    return moment, visit.pk
