"""Spending from a card, and taking a movement back."""

from datetime import datetime, time
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw

from ...account_rules import account_by, account_kind, check_can_spend, room_left
from ...models import VOID, Account, Entry
from ...permissions import REGISTER
from ..entries import Recorded, Said, void, write_entry


@transaction.atomic
def spend(*, account: str, raw: type_raw, key: str, viewer: Viewer, at: datetime) -> Recorded:
    """Uses some of the balance. The same key again is the same use.

    Raises Denied, NotFound, Invalid (a reason per field), RuleError (not enough; closed), Conflict.
    """
    row = account_by(account, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    kind = account_kind(row.deployment)
    answers = kind.record("spend", raw)
    amount = Decimal(answers["amount"])
    again = Entry.objects.filter(idempotency_key=key).exists()
    if not again:
        check_can_spend(kind, row.balance, amount)
    there = Entry.objects.filter(idempotency_key=key).values_list("answers", flat=True).first()
    said = Said(
        form="spend",
        raw=raw,
        key=key,
        participant=row.participant.public_id,
        occurred_at=_moment(answers.get("on"), at),
        subject=row.public_id,
        more={"balance": f"{row.balance - amount:f}" if there is None else there.get("balance", "")},
        constructed=row.constructed,
    )
    made = write_entry(row.deployment, said, viewer=viewer, at=at)
    if not made.again:
        _move(row, -amount)
    return made


@transaction.atomic
def take_back(*, entry: str, reason: str, viewer: Viewer, at: datetime) -> Recorded:
    """Takes a movement back: what was spent comes back up to the ceiling; what was earned goes, never below nought.

    Twice is once. Raises Denied, NotFound, RuleError (no reason; it has been spent already).
    """
    old = Entry.objects.filter(public_id=entry).exclude(form=VOID).first()
    if old is None or old.form not in {"spend", "earn"}:
        raise NotFound(_("There is nothing here by that name."))
    row = account_by(old.subject, lock=True)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    if not reason.strip():
        raise RuleError(_("Write why it is taken back."), field="reason")
    amount = Decimal(old.answers["amount"])
    there = Entry.objects.filter(voids=old).exists()
    if not there and old.form == "earn" and amount > row.balance:
        raise RuleError(_("It has been spent already. Take back what it was spent on first."))
    made = void(entry=entry, reason=reason, moves_row=True, viewer=viewer, at=at)
    if not made.again:
        kind = account_kind(row.deployment)
        _move(row, room_left(kind, row.balance, amount) if old.form == "spend" else -amount)
    return made


def _move(row: Account, amount: Decimal) -> None:
    row.balance += amount
    row.version += 1
    row.save(update_fields=["balance", "version"])


def _moment(day: str | None, at: datetime) -> datetime | None:
    """Noon of an earlier day; nothing for today: that is now."""
    if not day or day == local_day(at).isoformat():
        return None
    return datetime.combine(datetime.fromisoformat(day).date(), time(12), COPENHAGEN)
