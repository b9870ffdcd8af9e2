"""The cards of the units that a viewer works at, and one of them with its movements."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from stillads.audit.actions.record import record_read
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, permission
from stillads.playbooks.kinds.account import Account as AccountKind

from ...account_rules import account_by, account_kind
from ...models import Account, Deployment, Entry
from ...permissions import REGISTER


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """One citizen's card."""

    account: str
    pseudonym: str
    balance: Decimal


@dataclass(frozen=True, slots=True)
class BalanceList:
    """The cards of one unit."""

    title: str
    what: str
    unit_name: str
    trial_title: str
    kind: AccountKind
    constructed: bool
    lines: tuple[BalanceLine, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """Something earned or spent; `taken_back` says why, where it was."""

    entry: str
    day: date
    earned: bool
    amount: Decimal
    use: str
    by: str
    taken_back: str | None


@dataclass(frozen=True, slots=True)
class BalancePage:
    """One citizen's card with its movements, the newest first."""

    account: str
    pseudonym: str
    unit_name: str
    kind: AccountKind
    balance: Decimal
    earned_until: date
    constructed: bool
    movements: tuple[Movement, ...]


def balance_lists(*, viewer: Viewer, day: date) -> list[BalanceList]:
    """By unit. The same number of queries however many cards there are."""
    rows = Deployment.objects.filter(instrument__kind="account", valid_from__lte=day).select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(REGISTER).roles))
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    found = list(rows.defer("instrument__version__content").order_by("unit__name_sort", "pk"))
    cards: dict[int, list[BalanceLine]] = {}
    accounts = Account.objects.filter(
        deployment__in=found, closed_on__isnull=True, participant__left_at__isnull=True
    )
    for card in accounts.select_related("participant").order_by("participant__pseudonym"):
        line = BalanceLine(card.public_id, card.participant.pseudonym, card.balance)
        cards.setdefault(card.deployment_id, []).append(line)
    record_read(viewer=viewer, verb="capture.balances.read", target="accounts")
    return [_list(row, tuple(cards.get(row.pk, ()))) for row in found]


def _list(row: Deployment, lines: tuple[BalanceLine, ...]) -> BalanceList:
    kind = account_kind(row)
    phase = row.phase_site.phase if row.phase_site else None
    return BalanceList(
        title=kind.title,
        what=kind.what,
        unit_name=row.unit.name,
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        kind=kind,
        constructed=bool(phase and phase.constructed),
        lines=lines,
    )


def balance_page(*, account: str, viewer: Viewer) -> BalancePage:
    """One card. Raises Denied, NotFound."""
    row = account_by(account)
    check_may(viewer, REGISTER, unit_id=row.deployment.unit_id)
    kind = account_kind(row.deployment)
    record_read(
        viewer=viewer, verb="capture.balance.read", target=f"account:{row.public_id}", target_name=kind.title
    )
    uses = {option.key: option.text for option in kind.uses}
    entries = Entry.objects.filter(subject=row.public_id, form__in=["earn", "spend"])
    fetched = entries.select_related("actor", "voided_by").order_by("-occurred_at", "-pk")[:100]
    return BalancePage(
        account=row.public_id,
        pseudonym=row.participant.pseudonym,
        unit_name=row.deployment.unit.name,
        kind=kind,
        balance=row.balance,
        earned_until=row.earned_until,
        constructed=row.constructed,
        movements=tuple(_movement(entry, uses) for entry in fetched),
    )


def _movement(entry: Entry, uses: dict[str, str]) -> Movement:
    taken = getattr(entry, "voided_by", None)
    return Movement(
        entry=entry.public_id,
        day=entry.local_day,
        earned=entry.form == "earn",
        amount=Decimal(entry.answers["amount"]),
        use=uses.get(entry.answers.get("use", ""), ""),
        by=entry.actor.name if entry.actor else "",
        taken_back=taken.void_reason if taken else None,
    )
