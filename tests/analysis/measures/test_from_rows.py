"""What is read from registrations: medians, lead times, distinct counts and balances."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.harness.measuring import END, START, day, measure, site, timeline, told, type_registration

from stillads.analysis.measures import Figures, Given, MeasureResult, Point, Why, compute, observe
from stillads.analysis.measures.lead_times import length
from stillads.playbooks.format.measures import Measure


def _computed(made: Measure, rows: Sequence[type_registration], **more: Any) -> MeasureResult:
    observations = [
        each
        for order, (when, where, facts) in enumerate(rows)
        for each in observe(made, facts, day=when, site=where, subject=facts.get("subject", ""), order=order)
    ]
    return compute(
        Given(Figures(made, observations=observations), more.get("timeline", timeline()), (site(),))
    )


def _first_week(found: MeasureResult) -> Point:
    return next(point for point in found.whole.points if point.period.first == START)


def test_the_middle_one_or_the_mean_of_the_two_in_the_middle() -> None:
    made = measure("median", field="minutes")
    said = [(day(1), "a", {"minutes": each}) for each in (1, 9, 4)]
    assert _first_week(_computed(made, said)).value == 4
    point = _first_week(_computed(made, [*said, (day(2), "a", {"minutes": 5}), (day(2), "a", {})]))
    assert told(point.value, point.n, point.used, point.missing) == (Decimal("4.5"), 5, 4, 1)


def test_a_lead_time_is_read_once_a_case_on_the_day_it_ended() -> None:
    made = measure("lead_time", start="started_on", stop="met_on")
    first = {"started_on": "2026-04-13", "subject": "case-1"}
    rows = [
        (day(1), "a", first),
        (day(3), "a", first | {"met_on": "2026-04-15"}),
        (day(9), "a", first | {"met_on": "2026-04-15", "ended_on": "2026-04-21"}),
        (day(2), "a", {"started_on": "2026-04-14", "subject": "case-2"}),
        (day(4), "a", {"started_on": "2026-04-16", "met_on": "2026-04-10", "subject": "case-3"}),
    ]
    found = _computed(made, rows)
    point = _first_week(found)
    assert told(point.value, point.n, point.used) == (2, 1, 1)
    assert told(found.unused.unended, found.unused.impossible, found.unused.missing) == (1, 1, 0)


@pytest.mark.parametrize(
    ("start", "stop", "working", "days"),
    [
        ("2026-04-13", "2026-04-13", False, 0),
        ("2026-03-28", "2026-03-30", False, 2),  # the clock is moved between them
        ("2026-04-10", "2026-04-13", True, 1),  # from Friday to Monday
        ("2026-04-01", "2026-04-07", True, 1),  # Easter
        ("2026-12-30", "2027-01-04", True, 1),
        ("2026-04-14", "2026-04-13", False, None),
        ("07:50", "08:05", False, 15),
        ("23:50", "00:10", False, 20),
        ("12:00", "07:00", False, None),
        ("2026-04-14", "07:00", False, None),
    ],
)
def test_how_long_it_took(start: str, stop: str, working: bool, days: int | None) -> None:
    assert length(start, stop, working=working) == days


def _nordic() -> Measure:
    return measure(
        "distinct",
        field="actor",
        distinct_per="participant",
        distinct_days=14,
        distinct_each_day=2,
        where={"question": "hour", "at_least": 7, "at_most": 21},
        among={"question": "service", "is_not": "alarm"},
    )


def _visits(citizen: str, employees: list[str], **more: Any) -> list[type_registration]:
    """Two visits a day for 14 days, by one employee after another."""
    return [
        (
            START + timedelta(days=number // 2),
            "a",
            {"participant": citizen, "actor": employees[number % len(employees)], "hour": 8} | more,
        )
        for number in range(28)
    ]


def test_different_employees_per_citizen_in_14_days() -> None:
    often = _visits("anna", ["x", "y", "z"]) + _visits("bent", ["x", "y", "z", "u", "v"])
    seldom: list[type_registration] = [
        (day(n), "a", {"participant": "carl", "actor": f"e{n}", "hour": 9}) for n in range(1, 15)
    ]
    at_night: list[type_registration] = [(day(1), "a", {"participant": "anna", "actor": "night", "hour": 22})]
    alarms: list[type_registration] = [
        (day(1), "a", {"participant": "anna", "actor": "alarm", "hour": 9, "service": "alarm"})
    ]
    found = _computed(_nordic(), often + seldom + at_night + alarms)
    point = _first_week(found)
    assert told(point.value, point.numerator, point.denominator, point.used) == (4, 8, 2, 2)
    assert point.period.key == "2026-04-13/14"


def test_a_span_that_is_not_whole_has_no_value() -> None:
    found = _computed(_nordic(), _visits("anna", ["x"]), timeline=timeline(until=day(10)))
    assert told(_first_week(found).value, _first_week(found).why) == (None, Why.SPAN_CUT)
    assert found.whole.points[-1].period.cut


def test_a_citizen_with_one_day_too_few_is_not_counted() -> None:
    found = _computed(_nordic(), _visits("anna", ["x"])[:-1])
    assert told(_first_week(found).value, _first_week(found).why, _first_week(found).n) == (
        None,
        Why.NO_DATA,
        27,
    )


def test_different_things_without_anybody_they_are_per() -> None:
    made = measure("distinct", field="use")
    said: list[type_registration] = [
        (day(1), "a", {"use": each}) for each in ("walk", "walk", ["coffee", "walk"], None)
    ]
    point = _first_week(_computed(made, said))
    assert told(point.value, point.missing) == (2, 1)


def test_what_is_left_on_the_accounts() -> None:
    made = measure("balance")
    rows = [
        (day(-3), "a", {"balance": "30", "subject": "one"}),
        (day(2), "a", {"balance": "60", "subject": "one"}),
        (day(2), "a", {"balance": "45", "subject": "one"}),
        (day(3), "a", {"balance": "15", "subject": "two"}),
    ]
    found = _computed(made, rows)
    weeks = [point.value for point in found.whole.points[2:6]]
    assert weeks == [None, 30, 30, 30]
    assert found.whole.points[3].used == 1 and found.whole.points[4].used == 2


@pytest.mark.parametrize("how", ["median", "lead_time", "distinct", "balance"])
def test_no_rows_are_a_result(how: str) -> None:
    made = measure(how, field="minutes", start="a_on", stop="b_on") if how != "balance" else measure(how)
    found = _computed(made, [])
    assert {point.why for point in found.whole.points} == {Why.NO_DATA}
    assert found.whole.whole.value is None


def test_a_day_that_is_no_number_is_missing() -> None:
    point = _first_week(_computed(measure("median", field="minutes"), [(day(1), "a", {"minutes": "mange"})]))
    assert told(point.value, point.why) == (None, Why.ALL_MISSING)


def test_the_last_day_counts() -> None:
    found = _computed(measure("median", field="minutes", period="phase"), [(END, "a", {"minutes": 3})])
    assert found.whole.whole.value == 3
    assert date(2026, 7, 21) == END
