"""What holds for balances: what is earned by a day, the ceiling, never below nought."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from stillads.kernel.numbers import format_number
from stillads.kernel.rules import NotFound, RuleError
from stillads.playbooks.kinds.account import Account as AccountKind

from .lookup import definition_of, deployment_by
from .models import Account, Deployment


def account_kind(deployment: Deployment) -> AccountKind:
    """What the playbook says of it; NotFound where the deployment is no account."""
    definition = definition_of(deployment)
    if not isinstance(definition, AccountKind):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def account_by(ref: str, *, lock: bool = False) -> Account:
    """The account named `ref` with its deployment loaded; NotFound where there is none."""
    rows = Account.objects.select_for_update() if lock else Account.objects.select_related("participant")
    account = rows.filter(public_id=ref).first()
    if account is None:
        raise NotFound(_("There is nothing here by that name."))
    account.deployment = deployment_by(account.deployment_id)
    return account


def earnings_due(kind: AccountKind, earned_until: date, day: date) -> int:
    """How many times something is earned after `earned_until`, up to and with `day`."""
    return max((day - earned_until).days // kind.every_days, 0)


def earned_through(kind: AccountKind, earned_until: date, times: int) -> date:
    """The day up to which it has been added, after so many times."""
    return earned_until + timedelta(days=kind.every_days * times)


def room_left(kind: AccountKind, balance: Decimal, amount: Decimal) -> Decimal:
    """How much of `amount` there is room for below the ceiling."""
    return amount if kind.ceiling is None else max(min(amount, kind.ceiling - balance), Decimal(0))


def check_can_spend(kind: AccountKind, balance: Decimal, amount: Decimal) -> None:
    """Raises RuleError where there is not enough."""
    if amount > balance:
        words = {"n": format_number(balance), "unit": kind.unit}
        raise RuleError(_("There are only %(n)s %(unit)s on the card.") % words, field="amount")
