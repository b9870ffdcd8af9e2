"""The interpreter alone: places, days, ways."""

from datetime import date

import pytest
from tests.harness.playbooks import playbook

from stillads.capture.cases.flow import begin, choose, go, offered, reasons, ways_from
from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.case import Case

TUESDAY = date(2026, 5, 12)


def _flow() -> Case:
    flow = playbook(["flow"]).instrument("flow")
    assert isinstance(flow, Case)
    return flow


def test_it_begins_at_the_first_step_with_a_deadline_in_working_days() -> None:
    place = begin(_flow(), TUESDAY)  # Thursday 14 May is Kristi himmelfartsdag
    assert (place.step, place.role, place.due_on) == ("first_meeting", "Terapeut", date(2026, 5, 20))


def test_calendar_days_count_all_days() -> None:
    flow = _flow()
    step = flow.step("first_meeting")
    place = go(flow, step, choose(step, {"starts": "yes"}), TUESDAY)
    assert (place.step, place.due_on, place.handed_over) == ("training", date(2026, 6, 11), True)


def test_from_an_agreed_day_on_the_next_steps_time_runs_from_that_day() -> None:
    flow = _flow()
    step = flow.step("training")
    place = go(flow, step, choose(step, {}), TUESDAY, date(2026, 6, 1))
    assert (place.step, place.due_on) == ("follow_up", date(2026, 6, 16))  # 5 June: Grundlovsdag


def test_a_condition_that_holds_decides_whatever_was_chosen() -> None:
    step = _flow().step("first_meeting")
    assert [way.to for way in ways_from(step, {"starts": "yes"})] == ["training"]
    assert [way.to for way in ways_from(step, {"starts": "no"})] == ["authority"]
    assert choose(step, {"starts": "yes"}, "authority").to == "training"
    assert offered(step, {}) == ()  # the answer decides


def test_where_there_is_a_choice_somebody_makes_it() -> None:
    flow = _flow()
    step = flow.step("follow_up")
    assert [way.to for way in offered(step, {})] == ["independent", "partly"]
    for wrong in ("", "training"):
        with pytest.raises(RuleError) as refused:
            choose(step, {}, wrong)
        assert (str(refused.value), refused.value.field) == ("Vælg, hvordan det går videre.", "to")
    end = go(flow, step, choose(step, {}, "partly"), TUESDAY)
    assert (end.outcome, end.due_on, end.handed_over) == ("partly", None, False)


def test_what_can_always_happen_can_always_be_said() -> None:
    assert [reason.key for reason in reasons(_flow())] == ["moved", "dead", "withdrawn", "mistake"]
