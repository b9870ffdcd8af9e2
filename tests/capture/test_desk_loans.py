"""Copies and loans: put on the shelf once, lent to one at a time, reminded, returned; the next one is offered it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.harness.capturing import Ward

from stillads.capture.actions.desk.items import add_items, set_item_state, stock_desk
from stillads.capture.actions.desk.loans import Returned, give_back, lend, remind
from stillads.capture.actions.desk.waiting import end_waiting, wait_for
from stillads.capture.desk_rules import can_lend, desk_of, due_day, line_of
from stillads.capture.facts import facts_of_entry
from stillads.capture.models import DeskItem, Entry, Loan, Waiting
from stillads.capture.queries.desk.shelf import item_page, loans_page, shelf_page, waiting_page
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.organisation.policy import EMPLOYEE
from stillads.trials.models import Phase


@pytest.fixture
def desk(ward: Ward) -> Ward:
    """The ward, with two walkers and five tongs on the shelf."""
    stock_desk(deployment=_ref(ward), viewer=ward.employee, at=ward.at)
    return ward


def _ref(ward: Ward) -> str:
    return ward.deployment("desk").public_id


def _item(label: str) -> DeskItem:
    return DeskItem.objects.get(label=label)


def _lend(ward: Ward, label: str = "Rollator 1", key: str = "l1", **more: Any) -> Loan:
    return lend(item=_item(label).public_id, key=key, viewer=ward.employee, at=ward.at, **more)


def _back(ward: Ward, label: str = "Rollator 1", condition: str = "fine") -> Returned:
    return give_back(item=_item(label).public_id, condition=condition, viewer=ward.employee, at=ward.at)


def _wait(ward: Ward, called: str, line: str = "walker") -> Waiting:
    return wait_for(
        deployment=_ref(ward),
        line=line,
        called=called,
        key=f"wait-{called}",
        viewer=ward.employee,
        at=ward.at,
    )


def test_the_playbooks_copies_come_on_the_shelf_once_and_more_get_the_next_numbers(desk: Ward) -> None:
    assert stock_desk(deployment=_ref(desk), viewer=desk.manager, at=desk.at) == 0
    assert DeskItem.objects.count() == 7
    made = add_items(deployment=_ref(desk), line="walker", count=2, viewer=desk.employee, at=desk.at)
    assert [item.label for item in made] == ["Rollator 3", "Rollator 4"]
    with pytest.raises(RuleError) as refused:
        add_items(deployment=_ref(desk), line="walker", count=0, viewer=desk.employee, at=desk.at)
    assert str(refused.value) == "Vælg mellem 1 og 200."
    with pytest.raises(RuleError):
        add_items(deployment=_ref(desk), line="bed", count=1, viewer=desk.employee, at=desk.at)


def test_a_loan_is_one_tap_and_one_entry(desk: Ward) -> None:
    first, again = _lend(desk), _lend(desk)
    assert first == again
    assert (first.lent_on, first.due_on) == (desk.at.date(), date(2026, 6, 8))  # 5 June is Grundlovsdag
    entry = Entry.objects.get(form="loan")
    assert (entry.answers, entry.subject) == ({"item": "walker", "lent_on": "2026-05-06"}, first.public_id)
    assert _item("Rollator 1").state == "lent" and not can_lend(_item("Rollator 1"))


def test_a_copy_is_lent_to_one_at_a_time(desk: Ward) -> None:
    _lend(desk)
    with pytest.raises(Conflict) as refused:
        _lend(desk, key="l2")
    assert str(refused.value) == "„Rollator 1“ er allerede udlånt. Tag en anden."
    DeskItem.objects.update(state="in")  # even if the shelf were wrong, the database refuses
    with pytest.raises(Conflict):
        _lend(desk, key="l3")
    with pytest.raises(IntegrityError), transaction.atomic():
        Loan.objects.create(item=_item("Rollator 1"), lent_on=desk.at.date())
    assert Loan.objects.count() == 1 and Entry.objects.count() == 1


def test_who_looked_at_an_older_state_is_told(desk: Ward) -> None:
    _lend(desk)
    _back(desk)
    with pytest.raises(Conflict) as refused:
        _lend(desk, key="l2", version=1)
    assert str(refused.value) == "En anden nåede det lige før dig. Se på det igen."
    assert _lend(desk, key="l3", version=3).returned_on is None


def test_another_day_can_be_said_but_not_one_that_has_passed(desk: Ward) -> None:
    with pytest.raises(RuleError) as refused:
        _lend(desk, due_on=date(2026, 5, 5))
    assert str(refused.value) == "Den dag er gået. Vælg i dag eller senere."
    person = desk.participant()
    loan = _lend(desk, due_on=date(2026, 5, 20), participant=person.public_id, called="Poul")
    assert (loan.due_on, loan.participant, loan.called) == (date(2026, 5, 20), person, "Poul")
    _place, found = loans_page(deployment=_ref(desk), viewer=desk.employee, day=desk.at.date())
    assert found[0].who == f"Poul, {person.pseudonym}"


def test_what_is_handed_out_for_good_need_not_come_back(desk: Ward) -> None:
    loan = _lend(desk, "Gribetang 1")
    assert loan.due_on is None and _item("Gribetang 1").state == "gone"
    assert loans_page(deployment=_ref(desk), viewer=desk.employee, day=desk.at.date())[1] == []
    assert due_day(line_of(desk_of(desk.deployment("desk")), "tongs"), desk.at.date()) is None
    with pytest.raises(RuleError):
        set_item_state(item=_item("Gribetang 1").public_id, state="in", viewer=desk.employee, at=desk.at)
    _back(desk, "Gribetang 1")
    assert _item("Gribetang 1").state == "in"


def test_overdue_reminded_and_back_with_its_days(desk: Ward) -> None:
    loan = _lend(desk, due_on=date(2026, 5, 7))
    _lend(desk, "Rollator 2", "l2")
    desk.at += timedelta(days=10)
    remind(loan=loan.public_id, viewer=desk.employee, at=desk.at)
    _place, found = loans_page(deployment=_ref(desk), viewer=desk.employee, day=desk.at.date())
    assert [(one.label, one.overdue, one.reminded_on) for one in found] == [
        ("Rollator 1", 9, desk.at.date()), ("Rollator 2", 0, None),
    ]  # fmt: skip
    _back(desk, condition="cleaning")
    facts = facts_of_entry(Entry.objects.get(form="return"), desk.deployment("desk"))
    wanted = {
        "condition": "cleaning",
        "lent_on": "2026-05-06",
        "returned_on": "2026-05-16",
        "overdue_days": 9,
    }
    assert {key: facts[key] for key in wanted} == wanted
    assert _item("Rollator 1").state == "cleaning" and not can_lend(_item("Rollator 1"))
    with pytest.raises(RuleError):
        remind(loan=loan.public_id, viewer=desk.employee, at=desk.at)


def test_given_back_twice_is_once_and_never_lent_is_told(desk: Ward) -> None:
    _lend(desk)
    assert _back(desk).loan == _back(desk).loan
    assert Entry.objects.filter(form="return").count() == 1
    with pytest.raises(RuleError) as refused:
        _back(desk, "Rollator 2")
    assert str(refused.value) == "„Rollator 2“ er ikke udlånt."


def test_it_comes_back_after_the_trial_too(desk: Ward) -> None:
    _lend(desk)
    Phase.objects.update(state=Phase.State.EVALUATED)
    assert _back(desk).loan.returned_on == desk.at.date()
    with pytest.raises(RuleError):
        _lend(desk, "Rollator 2", "l2")


def test_the_next_is_offered_what_comes_back_one_copy_to_each(desk: Ward) -> None:
    _lend(desk)
    _lend(desk, "Rollator 2", "l2")
    first, second = _wait(desk, "Grethe"), _wait(desk, "Poul")
    assert first.offered_at is None and _wait(desk, "Grethe") == first
    assert [one.called for one in _back(desk).offered] == ["Grethe"]
    _place, found = waiting_page(deployment=_ref(desk), viewer=desk.employee)
    assert [(one.called, one.offered_on, bool(one.free)) for one in found] == [
        ("Grethe", desk.at.date(), True), ("Poul", None, False),
    ]  # fmt: skip
    end_waiting(waiting=first.public_id, viewer=desk.employee, at=desk.at)
    second.refresh_from_db()
    assert second.offered_at == desk.at
    _lend(desk, key="l3", waiting=second.public_id)
    assert waiting_page(deployment=_ref(desk), viewer=desk.employee)[1] == []


def test_what_has_been_cleaned_is_offered(desk: Ward) -> None:
    _lend(desk)
    _lend(desk, "Rollator 2", "l2")
    one = _wait(desk, "Grethe")
    assert _back(desk, condition="cleaning").offered == ()
    item = _item("Rollator 1")
    set_item_state(item=item.public_id, state="in", version=item.version, viewer=desk.employee, at=desk.at)
    one.refresh_from_db()
    assert one.offered_at is not None
    with pytest.raises(RuleError):
        set_item_state(item=_item("Rollator 2").public_id, state="in", viewer=desk.employee, at=desk.at)


def test_the_shelf_and_the_page_of_a_copy(desk: Ward) -> None:
    _lend(desk)
    _place, lines = shelf_page(deployment=_ref(desk), viewer=desk.employee, day=desk.at.date())
    assert [(line.title, line.free, len(line.items)) for line in lines] == [
        ("Rollator", 1, 2),
        ("Gribetang", 5, 5),
    ]
    page = item_page(item=_item("Rollator 1").public_id, viewer=desk.employee, day=desk.at.date())
    assert page.item.loan is not None and page.item.loan.due_on == date(2026, 6, 8)
    with pytest.raises(Denied):
        item_page(
            item=_item("Rollator 1").public_id, viewer=desk.house.viewer(EMPLOYEE, "toftegaarden"),
            day=desk.at.date(),
        )  # fmt: skip
    with pytest.raises(NotFound):
        item_page(item="findes-ikke", viewer=desk.employee, day=desk.at.date())
