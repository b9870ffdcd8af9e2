"""Loans without application: lent in one tap, reminded, given back in some condition."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import Conflict, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant

from ...desk_rules import check_can_lend, desk_of, due_day, item_by, line_of, overdue_days
from ...models import Deployment, DeskItem, Loan, Waiting
from ...participation import participant_for
from ...permissions import REGISTER
from ...versions import check_version, save_next
from ..entries import Said, write_entry
from .waiting import end_waiting, offer_next

S = DeskItem.State
_AFTER = {"fine": S.IN, "cleaning": S.CLEANING, "repair": S.REPAIR, "gone": S.GONE}


@dataclass(frozen=True, slots=True)
class Returned:
    """A loan that is over, and who has now been offered one of the same kind."""

    loan: Loan
    offered: tuple[Waiting, ...] = ()


@transaction.atomic
def lend(
    *,
    item: str,
    due_on: date | None = None,
    participant: str = "",
    called: str = "",
    waiting: str = "",
    key: str,
    version: int | None = None,
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Loan:
    """Lends a copy until `due_on` (the playbook's days, where nothing is said), or for good.

    called   whom to ask for when it is late: a first name, a number; not needed
    waiting  public id of who has waited for it, whose waiting ends. Sent again with the same key it is one loan.
    Raises Conflict (lent already), RuleError (not on the shelf, a day in the past), Denied, NotFound.
    """
    row = item_by(item, lock=True)
    deployment = row.deployment
    check_may(viewer, REGISTER, unit_id=deployment.unit_id)
    if there := Loan.objects.filter(idempotency_key=key).first():
        return there
    check_can_lend(row)
    check_version(row, version)
    line = line_of(desk_of(deployment), row.line)
    day = local_day(at)
    until = due_on or due_day(line, day)
    if until is not None and until < day:
        raise RuleError(_("That day has passed. Choose today or later."), field="due_on")
    check_no_cpr(called, field="called")
    who = _participant(deployment, participant)
    loan = Loan(
        item=row,
        participant=who,
        called=called.strip()[:60],
        lent_on=day,
        due_on=until,
        constructed=constructed,
        idempotency_key=key,
    )
    _save_first(loan, row)
    said = Said(
        form="loan", raw={"item": [row.line]}, key=f"loan:{loan.public_id}", subject=loan.public_id,
        participant=participant, constructed=constructed, more={"lent_on": day.isoformat()},
    )  # fmt: skip
    write_entry(deployment, said, viewer=viewer, at=at)
    row.state = S.LENT if until is not None else S.GONE
    save_next(row, "state")
    if waiting:
        end_waiting(waiting=waiting, viewer=viewer, at=at)
    return loan


def _save_first(loan: Loan, item: DeskItem) -> None:
    """The database has the last word: one open loan a copy."""
    try:
        with transaction.atomic():
            loan.save(force_insert=True)
    except IntegrityError:
        raise Conflict(_("“%(label)s” is lent already. Take another one.") % {"label": item.label}) from None


@transaction.atomic
def give_back(
    *, item: str, condition: str, version: int | None = None, viewer: Viewer, at: datetime
) -> Returned:
    """The copy is back. `condition`: fine, cleaning, repair, gone. Given back twice is once.

    It may come back after the trial has ended. Raises RuleError (it is not lent), Invalid, Conflict.
    """
    row = item_by(item, lock=True)
    deployment = row.deployment
    check_may(viewer, REGISTER, unit_id=deployment.unit_id)
    loan = Loan.objects.filter(item=row, returned_on__isnull=True).first()
    if loan is None:
        return _again(row, condition, at)
    check_version(row, version)
    day = local_day(at)
    said = Said(
        form="return", raw={"item": [row.line], "condition": [condition]}, key=f"return:{loan.public_id}",
        subject=loan.public_id, participant=loan.participant.public_id if loan.participant else "",
        constructed=loan.constructed, ongoing=True,
        more={
            "lent_on": loan.lent_on.isoformat(),
            "returned_on": day.isoformat(),
            "overdue_days": overdue_days(loan, day),
        },
    )  # fmt: skip
    write_entry(deployment, said, viewer=viewer, at=at)
    loan.returned_on, loan.condition = day, condition
    save_next(loan, "returned_on", "condition")
    row.state = _AFTER[condition]
    save_next(row, "state")
    return Returned(loan, tuple(offer_next(deployment, row.line, at=at)))


def _again(row: DeskItem, condition: str, at: datetime) -> Returned:
    last = Loan.objects.filter(item=row).order_by("-pk").first()
    if last is not None and last.returned_on == local_day(at) and last.condition == condition:
        return Returned(last)
    raise RuleError(_("“%(label)s” is not lent.") % {"label": row.label})


@transaction.atomic
def remind(*, loan: str, viewer: Viewer, at: datetime) -> Loan:
    """Whoever has it was called or written to: the day is noted."""
    row = Loan.objects.select_for_update().filter(public_id=loan).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    deployment = item_by(row.item.public_id).deployment
    check_may(viewer, REGISTER, unit_id=deployment.unit_id)
    if row.returned_on is not None:
        raise RuleError(_("It has come back."))
    row.reminded_at = at
    save_next(row, "reminded_at")
    record(
        viewer=viewer, verb="capture.desk.remind", target=f"deployment:{deployment.public_id}",
        target_name=desk_of(deployment).title, unit=deployment.unit.key, data={"loan": row.public_id}, at=at,
    )  # fmt: skip
    return row


def _participant(row: Deployment, ref: str) -> Participant | None:
    requires = playbook_of(row.instrument.version).participation.requires
    return participant_for(row, ref, requires) if ref else None
