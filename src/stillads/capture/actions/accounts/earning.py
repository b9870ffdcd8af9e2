"""What is earned by itself: every participant has an account, and the calendar fills it. May run twice."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer, system_viewer
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant

from ...account_rules import account_by, account_kind, earned_through, earnings_due, room_left
from ...lookup import deployment_by
from ...models import Account, Deployment
from ...participation import check_takes_part
from ..entries import Said, write_entry


def earn_all(*, at: datetime) -> tuple[int, int]:
    """Opens accounts for those who have come and adds what is due. Returns (opened, added)."""
    today = local_day(at)
    running = Deployment.objects.filter(instrument__kind="account", valid_from__lte=today)
    running = running.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=today))
    opened = added = 0
    for pk in running.values_list("pk", flat=True):
        row = deployment_by(pk)
        opened += open_accounts(row, today)
        for ref in Account.objects.filter(deployment=row, closed_on__isnull=True).values_list(
            "public_id", flat=True
        ):
            added += _earn(ref, at)
    return opened, added


def open_accounts(row: Deployment, today: date) -> int:
    """One for each who takes part at the unit and has none. Returns how many are new."""
    people = Participant.objects.filter(site_id=row.unit_id, left_at__isnull=True).prefetch_related("states")
    people = (
        people.filter(phase_id=row.phase_site.phase_id)
        if row.phase_site
        else people.filter(phase__isnull=True)
    )
    kind = account_kind(row)
    requires = playbook_of(row.instrument.version).participation.requires
    invented = bool(row.phase_site and row.phase_site.phase.constructed)
    new = 0
    for person in people.exclude(accounts__deployment=row):
        try:
            check_takes_part(person, requires)
        except RuleError:
            continue
        first = max(_first_day(row), local_day(person.enrolled_at))
        _account, made = Account.objects.get_or_create(
            deployment=row,
            participant=person,
            defaults={"earned_until": first - timedelta(days=kind.every_days), "constructed": invented},
        )
        new += made
    return new


def _first_day(row: Deployment) -> date:
    """Cards are earned from day 1, not in the baseline."""
    return max(row.valid_from, row.phase_site.phase.start) if row.phase_site else row.valid_from


@transaction.atomic
def _earn(ref: str, at: datetime) -> int:
    account = account_by(ref, lock=True)
    kind = account_kind(account.deployment)
    times = earnings_due(kind, account.earned_until, local_day(at))
    if not times or not kind.earned:
        return 0
    viewer = system_viewer("earn")
    made = 0
    for number in range(1, times + 1):
        day = earned_through(kind, account.earned_until, number)
        amount = room_left(kind, account.balance, kind.earned)
        if amount > 0:
            try:
                with transaction.atomic():
                    _write(account, amount, day, viewer, at)
            except RuleError:  # not open on that day, or the citizen has left: nothing is earned
                continue
            account.balance += amount
            made += 1
    account.earned_until = earned_through(kind, account.earned_until, times)
    account.version += 1
    account.save(update_fields=["balance", "earned_until", "version"])
    return made


def _write(account: Account, amount: Decimal, day: date, viewer: Viewer, at: datetime) -> None:
    late = local_day(at) - day
    said = Said(
        form="earn",
        raw={"amount": [f"{amount:f}"]},
        key=f"earn:{account.public_id}:{day.isoformat()}",
        participant=account.participant.public_id,
        occurred_at=at - late,
        source="import",  # by the calendar: however late the job runs
        subject=account.public_id,
        more={"balance": f"{account.balance + amount:f}"},
        constructed=account.constructed,
    )
    write_entry(account.deployment, said, viewer=viewer, at=at)
