"""A card is filled by the calendar, used, and put right; never below nought, never above the ceiling."""

from datetime import timedelta
from decimal import Decimal

import pytest
from tests.harness.capturing import Ward
from tests.harness.queries import assert_same_query_count

from stillads.capture.actions.accounts.earning import earn_all
from stillads.capture.actions.accounts.spending import spend, take_back
from stillads.capture.actions.entries import void
from stillads.capture.models import Account, Entry
from stillads.capture.queries.accounts.balances import balance_lists, balance_page
from stillads.jobs.daily import fill_accounts
from stillads.kernel.rules import Conflict, Denied, Invalid, RuleError
from stillads.organisation.policy import EMPLOYEE


@pytest.fixture
def card(ward: Ward) -> Account:
    """Of somebody who takes part since today: filled once."""
    ward.participant()
    assert earn_all(at=ward.at) == (1, 1)
    return Account.objects.get()


def _spend(ward: Ward, card: Account, amount: str, key: str = "k1", **more: str) -> Entry:
    raw = {"amount": [amount], "use": ["walk"], **{name: [text] for name, text in more.items()}}
    return spend(account=card.public_id, raw=raw, key=key, viewer=ward.employee, at=ward.at).entry


def test_the_calendar_fills_it_and_twice_is_once(ward: Ward, card: Account) -> None:
    assert fill_accounts.run(ward.at) == "0 new cards, 0 times filled"
    later = ward.at + timedelta(days=15)
    assert earn_all(at=later) == (0, 2)
    assert earn_all(at=later) == (0, 0)
    card.refresh_from_db()
    assert (card.balance, (card.earned_until - ward.at.date()).days) == (Decimal(90), 14)
    days = list(Entry.objects.filter(form="earn").order_by("local_day").values_list("local_day", flat=True))
    assert [(day - ward.at.date()).days for day in days] == [0, 7, 14]


def test_it_stops_at_the_ceiling(ward: Ward, card: Account) -> None:
    earn_all(at=ward.at + timedelta(days=70))
    card.refresh_from_db()
    assert card.balance == Decimal(180)


def test_nobody_who_said_no_gets_a_card(ward: Ward) -> None:
    ward.participant(state="declines")
    ward.participant(state="informed")
    assert earn_all(at=ward.at)[0] == Account.objects.count()
    assert not Account.objects.filter(participant__left_at__isnull=False).exists()


def test_it_is_used_once_and_never_below_nought(ward: Ward, card: Account) -> None:
    entry = _spend(ward, card, "12,5")
    assert _spend(ward, card, "12,5") == entry
    card.refresh_from_db()
    assert (card.balance, entry.answers["balance"], entry.subject) == (
        Decimal("17.5"),
        "17.50",
        card.public_id,
    )
    with pytest.raises(RuleError) as refused:
        _spend(ward, card, "18", "k2")
    assert refused.value.field == "amount"
    with pytest.raises(Conflict):
        _spend(ward, card, "5", "k1")
    with pytest.raises(Invalid) as wrong:
        spend(account=card.public_id, raw={"amount": ["0"]}, key="k3", viewer=ward.employee, at=ward.at)
    assert set(wrong.value.errors) == {"amount", "use"}
    card.refresh_from_db()
    assert card.balance == Decimal("17.5")


def test_a_use_is_taken_back_with_its_reason(ward: Ward, card: Account) -> None:
    entry = _spend(ward, card, "10")
    with pytest.raises(RuleError):
        take_back(entry=entry.public_id, reason="", viewer=ward.employee, at=ward.at)
    for _twice in range(2):
        take_back(entry=entry.public_id, reason="Turen blev aflyst.", viewer=ward.employee, at=ward.at)
    card.refresh_from_db()
    assert card.balance == Decimal(30)
    page = balance_page(account=card.public_id, viewer=ward.employee)
    assert [(move.earned, move.taken_back) for move in page.movements] == [
        (False, "Turen blev aflyst."),
        (True, None),
    ]


def test_what_was_earned_and_spent_cannot_be_taken_back(ward: Ward, card: Account) -> None:
    earned = Entry.objects.get(form="earn")
    spent = _spend(ward, card, "10")
    with pytest.raises(RuleError):
        take_back(entry=earned.public_id, reason="Fejl.", viewer=ward.employee, at=ward.at)
    take_back(entry=spent.public_id, reason="Fejl.", viewer=ward.employee, at=ward.at)
    take_back(entry=earned.public_id, reason="Fejl.", viewer=ward.employee, at=ward.at)
    card.refresh_from_db()
    assert card.balance == Decimal(0)


def test_a_movement_is_not_taken_back_without_the_card(ward: Ward, card: Account) -> None:
    entry = _spend(ward, card, "10")
    with pytest.raises(RuleError) as refused:
        void(entry=entry.public_id, reason="Forkert", viewer=ward.employee, at=ward.at)
    said = "Ét trin af flere kan ikke fortrydes for sig. Skriv det rigtige som det næste."
    assert str(refused.value) == said


def test_another_unit_sees_and_uses_nothing(ward: Ward, card: Account) -> None:
    stranger = ward.house.viewer(EMPLOYEE, "toftegaarden")
    with pytest.raises(Denied):
        balance_page(account=card.public_id, viewer=stranger)
    with pytest.raises(Denied):
        spend(account=card.public_id, raw={}, key="k", viewer=stranger, at=ward.at)


def test_the_list_costs_the_same_for_one_card_as_for_three(ward: Ward) -> None:
    def add() -> None:
        ward.participant()
        earn_all(at=ward.at)

    assert_same_query_count(show=lambda: balance_lists(viewer=ward.employee, day=ward.at.date()), add=add)
