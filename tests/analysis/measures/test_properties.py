"""What holds for any registrations: order, batches, scale and taking back change nothing that they should not."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st
from tests.harness.measuring import (
    END,
    FIRST,
    buckets,
    day,
    given,
    measure,
    site,
    timeline,
    type_registration,
)

from stillads.analysis.measures import (
    DayBucket,
    Figures,
    Given,
    MeasureResult,
    Point,
    broken_down,
    by_weekday_and,
    compute,
    observe,
)
from stillads.playbooks.format.measures import Measure

FEW = settings(max_examples=40, deadline=None)
SITES = (
    site("a", employees=4),
    site("b", open=((day(10), END),), stays=((day(10), None), (day(20), day(40)))),
)

numbers = st.one_of(st.none(), st.integers(0, 50), st.decimals(0, 50, places=2))
facts = st.fixed_dictionaries(
    {
        "minutes": numbers,
        "avoidable": st.sampled_from(["yes", "no", None]),
        "hour": st.integers(0, 23),
        "participant": st.sampled_from(["p1", "p2", None]),
        "actor": st.sampled_from(["e1", "e2", "e3"]),
        "a_on": st.sampled_from([None, "2026-04-13", "2026-05-02"]),
        "b_on": st.sampled_from([None, "2026-04-20", "2026-05-01"]),
        "balance": st.integers(0, 90).map(str),
    }
)
registrations = st.lists(
    st.tuples(
        st.integers(-5, 135).map(lambda number: FIRST + timedelta(days=number)),
        st.sampled_from(["a", "b"]),
        facts,
    ),
    max_size=25,
)
ANSWERED = {"question": "avoidable", "is": "yes"}
SUMMED = [
    measure("count"),
    measure("count", field="minutes", period="month"),
    measure("share", where=ANSWERED, by=("hour",)),
    measure("mean", field="minutes", by=("hour",), period="day"),
    measure("score", field="minutes", period="phase"),
    measure("rate", per={"kind": "days"}),
    measure("rate", per={"kind": "citizens", "times": 100}, period="phase"),
    measure("rate", per={"kind": "employees"}, field="minutes"),
]
READ = [
    measure("median", field="minutes"),
    measure("lead_time", start="a_on", stop="b_on", working_days=True, period="month"),
    measure("distinct", field="actor", distinct_per="participant", distinct_days=14),
    measure("distinct", field="actor"),
    measure("balance"),
]


def _points(found: MeasureResult) -> list[Point]:
    ofsites = [point for each in found.sites for point in (*each.points, each.whole)]
    return [*found.whole.points, found.whole.whole, *ofsites, *found.baseline.points]


def _read(made: Measure, rows: list[type_registration]) -> Given:
    observations = [
        each
        for order, (when, where, said) in enumerate(rows)
        for each in observe(made, said, day=when, site=where, subject=f"s{said['hour'] % 5}", order=order)
    ]
    return Given(Figures(made, observations=observations), timeline(), SITES)


@pytest.mark.parametrize("made", SUMMED, ids=lambda made: f"{made.how}-{made.period}")
@FEW
@any_of(rows=registrations, mixed=st.randoms(use_true_random=False), cut=st.integers(0, 25))
def test_order_and_batches_change_nothing(
    made: Measure, rows: list[type_registration], mixed: Any, cut: int
) -> None:
    found = compute(given(made, rows, *SITES))
    shuffled = list(rows)
    mixed.shuffle(shuffled)
    assert compute(given(made, shuffled, *SITES)) == found
    one, other = buckets(made, rows[:cut]), buckets(made, rows[cut:])
    assert compute(replace(given(made, (), *SITES), figures=Figures(made, other + one))) == found
    assert compute(replace(given(made, (), *SITES), figures=Figures(made, _summed(one + other)))) == found


def _summed(made: list[DayBucket]) -> list[DayBucket]:
    """One bucket for each site, day and slice, as the database keeps them."""
    sums: dict[tuple[Any, ...], DayBucket] = {}
    for each in made:
        key = (each.day, each.site, each.slice)
        kept = sums.get(key, DayBucket(each.day, each.site, slice=each.slice))
        sums[key] = kept._replace(
            n=kept.n + each.n,
            total=kept.total + each.total,
            total_of_squares=kept.total_of_squares + each.total_of_squares,
            numerator=kept.numerator + each.numerator,
            denominator=kept.denominator + each.denominator,
        )
    return list(sums.values())


@pytest.mark.parametrize("made", SUMMED, ids=lambda made: f"{made.how}-{made.period}")
@FEW
@any_of(rows=registrations, wrong=registrations)
def test_what_is_taken_back_was_never_there(
    made: Measure, rows: list[type_registration], wrong: list[type_registration]
) -> None:
    taken = [
        each._replace(
            n=-each.n,
            total=-each.total,
            total_of_squares=-each.total_of_squares,
            numerator=-each.numerator,
            denominator=-each.denominator,
        )
        for each in buckets(made, wrong)
    ]
    both = [*buckets(made, rows), *buckets(made, wrong), *taken]
    assert compute(replace(given(made, (), *SITES), figures=Figures(made, both))) == compute(
        given(made, rows, *SITES)
    )


@pytest.mark.parametrize("made", SUMMED + READ, ids=lambda made: f"{made.how}-{made.period}")
@FEW
@any_of(rows=registrations)
def test_a_point_has_a_finite_value_or_says_why_not(made: Measure, rows: list[type_registration]) -> None:
    found = compute(_read(made, rows) if made in READ else given(made, rows, *SITES))
    for point in _points(found):
        assert (point.value is None) is (point.why is not None)
        numbers = (point.value, point.numerator, point.denominator, point.total, point.total_of_squares)
        assert all(number is None or number.is_finite() for number in numbers)
        assert point.used >= 0 and 0 <= point.missing <= point.n
        if made.how == "share" and point.value is not None:
            assert 0 <= point.value <= 100


@pytest.mark.parametrize("made", READ, ids=lambda made: f"{made.how}-{made.period}")
@FEW
@any_of(rows=registrations, mixed=st.randoms(use_true_random=False))
def test_observations_may_come_in_any_order(made: Measure, rows: list[type_registration], mixed: Any) -> None:
    ordered = _read(made, rows)
    shuffled = list(ordered.figures.observations)
    mixed.shuffle(shuffled)
    assert compute(replace(ordered, figures=Figures(made, observations=shuffled))) == compute(ordered)


@pytest.mark.parametrize("how", ["count", "mean", "median"])
@FEW
@any_of(rows=registrations, times=st.integers(2, 9))
def test_ten_times_the_minutes_are_ten_times_the_value(
    how: str, rows: list[type_registration], times: int
) -> None:
    made = measure(how, field="minutes")

    def scaled(said: Any) -> Any:
        minutes = said["minutes"]
        return said | {"minutes": None if minutes is None else minutes * times}

    more: list[type_registration] = [(when, where, scaled(said)) for when, where, said in rows]
    make = _read if how == "median" else (lambda made, rows: given(made, rows, *SITES))
    before, after = (_points(compute(make(made, each))) for each in (rows, more))
    for one, other in zip(before, after, strict=True):
        assert (one.why, one.n, one.used) == (other.why, other.n, other.used)
        if one.value is not None and other.value is not None:
            assert abs(one.value * times - other.value) < Decimal("1e-20")


@FEW
@any_of(rows=registrations)
def test_the_parts_of_a_breakdown_make_the_whole(rows: list[type_registration]) -> None:
    made = measure("count", by=("hour",))
    taken = given(made, rows, *SITES)
    whole = compute(taken).whole
    for by in ("site", "weekday", "hour"):
        parts = broken_down(taken, by)
        assert sum(part.whole.value or 0 for part in parts) == (whole.whole.value or 0)
        assert sum(part.whole.n for part in parts) == whole.whole.n
    cells = by_weekday_and(taken, "hour")
    assert sum(point.n for point in cells.values()) == whole.whole.n


@FEW
@any_of(rows=registrations, until=st.integers(0, 127))
def test_what_comes_later_changes_nothing_before(rows: list[type_registration], until: int) -> None:
    made, last = measure("count"), FIRST + timedelta(days=until)
    taken = given(made, rows, *SITES)
    stopped = replace(taken, timeline=replace(taken.timeline, until=last))
    known = [row for row in rows if row[0] <= last]
    again = replace(given(made, known, *SITES), timeline=stopped.timeline)
    assert compute(stopped) == compute(again)
