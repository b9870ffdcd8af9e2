"""Cards in words."""

from django.utils.translation import gettext as _

from stillads.capture.queries.accounts.balances import BalanceLine, BalanceList, BalancePage, Movement
from stillads.kernel.dates import format_date
from stillads.kernel.numbers import format_number
from stillads.playbooks.kinds.account import Account


def rule_said(kind: Account) -> str:
    """`30 minutter hver 7. dag, højst 180 på kortet`."""
    words = {"n": format_number(kind.earned), "unit": kind.unit, "days": kind.every_days}
    said = _("%(n)s %(unit)s every %(days)s days") % words
    if kind.ceiling is None:
        return f"{said}."
    return f"{said}, " + _("at most %(n)s on the card.") % {"n": format_number(kind.ceiling)}


def lines_of(made: BalanceList) -> list[tuple[BalanceLine, str]]:
    """Each card with what is on it."""
    return [(line, f"{format_number(line.balance)} {made.kind.unit}") for line in made.lines]


def balance_said(page: BalancePage) -> str:
    """What is on the card now."""
    return _("%(n)s %(unit)s on the card.") % {"n": format_number(page.balance), "unit": page.kind.unit}


def movement_said(move: Movement, unit: str) -> tuple[str, str, str]:
    """(day, what happened, by whom)."""
    amount = f"{format_number(move.amount)} {unit}"
    if move.earned:
        what = _("+ %(amount)s earned") % {"amount": amount}
    else:
        what = _("− %(amount)s: %(use)s") % {"amount": amount, "use": move.use}
    if move.taken_back is not None:
        what += " · " + _("taken back: %(why)s") % {"why": move.taken_back}
    return format_date(move.day), what, move.by
