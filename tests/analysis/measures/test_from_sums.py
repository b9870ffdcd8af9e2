"""What daily sums answer: values, and a reason where there is none; bad input never a crash or a NaN."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.harness.measuring import (
    END,
    FIRST,
    START,
    buckets,
    day,
    given,
    measure,
    site,
    timeline,
    told,
    type_registration,
)

from stillads.analysis.measures import (
    Change,
    DayBucket,
    Elsewhere,
    Figures,
    Given,
    MeasureResult,
    Unused,
    Why,
    Window,
    compute,
)

AVOIDABLE = {"question": "avoidable", "is": "yes"}


def _values(found: MeasureResult) -> list[Decimal | None]:
    return [point.value for point in found.whole.points]


def test_a_count_is_nought_where_nothing_happened_and_nothing_where_it_was_closed() -> None:
    late = site("b", open=((day(8), END),))
    found = compute(given(measure("count"), [(day(1), "a", {}), (day(8), "b", {})], site(), late))
    assert _values(found)[4:7] == [1, 1, 0]
    b = found.sites[1].points
    assert [(point.value, point.why) for point in b[4:6]] == [(None, Why.NOT_OPEN), (Decimal(1), None)]
    assert [point.site_days for point in found.whole.points[4:6]] == [7, 14]


def test_a_count_of_a_field_is_its_sum() -> None:
    made = measure("count", field="minutes")
    found = compute(
        given(made, [(day(1), "a", {"minutes": 5}), (day(2), "a", {"minutes": "2.5"}), (day(2), "a", {})])
    )
    point = found.whole.points[4]
    assert told(point.value, point.n, point.used, point.missing) == (Decimal("7.5"), 3, 2, 1)
    assert found.unused == Unused(missing=1)


def test_a_share_is_per_cent_of_those_who_answered() -> None:
    made = measure("share", where=AVOIDABLE)
    said = [(day(1), "a", {"avoidable": each}) for each in ("yes", "no", "no", None)]
    point = compute(given(made, said)).whole.points[4]
    assert told(point.value, point.numerator, point.denominator, point.n) == (Decimal(100) / 3, 1, 3, 4)


def test_a_share_that_nobody_answered_says_so() -> None:
    made = measure("share", where=AVOIDABLE)
    found = compute(given(made, [(day(1), "a", {})]))
    assert [(p.value, p.why) for p in found.whole.points[4:6]] == [
        (None, Why.ALL_MISSING),
        (None, Why.NO_DATA),
    ]


def test_a_part_larger_than_the_whole_has_no_value() -> None:
    wrong = DayBucket(day(1), "a", n=3, numerator=4, denominator=3)
    made = Given(Figures(measure("share", where=AVOIDABLE), [wrong]), timeline(), (site(),))
    point = compute(made).whole.points[4]
    assert told(point.value, point.why, point.numerator, point.denominator) == (None, Why.ABOVE_WHOLE, 4, 3)


def test_a_mean_carries_its_squares() -> None:
    made = measure("mean", field="minutes")
    point = compute(given(made, [(day(1), "a", {"minutes": 2}), (day(3), "a", {"minutes": 4})])).whole.points[
        4
    ]
    assert told(point.value, point.total, point.total_of_squares, point.used) == (3, 6, 20, 2)


def test_a_rate_per_days_counts_only_days_on_which_the_site_was_there() -> None:
    made = measure("rate", per={"kind": "days"})
    late = site("b", open=((day(6), END),))
    found = compute(given(made, [(day(n), "a", {}) for n in range(1, 8)], site(), late))
    point = found.whole.points[4]
    assert told(point.numerator, point.denominator, point.value) == (7, 9, Decimal(7) / 9)


def test_a_rate_per_citizens_counts_those_who_take_part_when_they_do() -> None:
    made = measure("rate", per={"kind": "citizens", "times": 1000})
    stays = ((FIRST, day(7)), (day(4), None))
    found = compute(given(made, [(day(1), "a", {})], site(citizens=80, stays=stays)))
    week_one, week_two = found.whole.points[4:6]
    assert week_one.denominator == Decimal(11) / 7
    assert week_one.value is not None and round(week_one.value, 6) == Decimal("636.363636")
    assert told(week_two.denominator, week_two.value) == (1, 0)


def test_a_rate_per_employees_leaves_out_a_site_where_nobody_wrote_how_many() -> None:
    made = measure("rate", per={"kind": "employees"})
    found = compute(given(made, [(day(1), "a", {}), (day(1), "b", {})], site(employees=4), site("b")))
    point = found.whole.points[4]
    assert told(point.value, point.numerator, point.n) == (Decimal("0.25"), 1, 2)
    assert found.sites[1].points[4].why == Why.NO_EXPOSURE
    assert found.unused == Unused(no_exposure=1)


def test_a_rate_per_employees_is_the_same_size_for_the_baseline_and_the_trial() -> None:
    made = measure("rate", per={"kind": "employees"}, period="phase")
    every_day: list[type_registration] = [(FIRST + timedelta(days=n), "a", {}) for n in range(128)]
    found = compute(given(made, every_day, site(employees=7)))
    assert found.whole.before is not None
    assert told(found.whole.before.value, found.whole.whole.value) == (1, 1)


def test_a_rate_per_another_measure_may_be_above_one() -> None:
    visits, made = (
        measure("count", key="visits"),
        measure("rate", per={"kind": "measure", "measure": "visits"}),
    )
    more = {"exposure": visits, "exposure_buckets": buckets(visits, [(day(1), "a", {})])}
    found = compute(given(made, [(day(1), "a", {}), (day(2), "a", {}), (day(9), "a", {})], figures=more))
    first, second = found.whole.points[4:6]
    assert told(first.value, first.numerator, first.denominator) == (2, 2, 1)
    assert told(second.value, second.why) == (None, Why.NO_EXPOSURE)


def test_a_denominator_of_nought_has_no_value() -> None:
    driven = measure("count", key="km", field="km")
    made = measure("rate", per={"kind": "measure", "measure": "km"})
    more = {"exposure": driven, "exposure_buckets": buckets(driven, [(day(1), "a", {"km": 0})])}
    point = compute(given(made, [(day(1), "a", {})], figures=more)).whole.points[4]
    assert told(point.value, point.why) == (None, Why.ZERO_EXPOSURE)


def test_figures_that_others_hold_are_missing_where_there_are_none() -> None:
    found = compute(given(measure("count"), [(day(1), "a", {})], figures={"quiet_is_nought": False}))
    assert [(p.value, p.why) for p in found.whole.points[4:6]] == [(Decimal(1), None), (None, Why.NO_DATA)]


def test_nothing_is_asked_of_days_to_come() -> None:
    found = compute(given(measure("count"), [(day(9), "a", {})], timeline=timeline(until=day(9))))
    assert [(p.value, p.why, p.ended) for p in found.whole.points[4:7]] == [
        (Decimal(0), None, True),
        (Decimal(1), None, False),
        (None, Why.NOT_YET, False),
    ]
    assert found.whole.whole.value == 1


def test_what_is_registered_after_until_is_not_counted() -> None:
    found = compute(
        given(measure("count"), [(day(3), "a", {}), (day(4), "a", {})], timeline=timeline(until=day(3)))
    )
    assert told(found.whole.points[4].value, found.whole.whole.value) == (1, 1)


@pytest.mark.parametrize("how", ["count", "mean", "share", "rate", "score", "answered"])
def test_no_data_at_all_is_a_result(how: str) -> None:
    more = {"field": "minutes"} if how in {"mean", "score"} else {}
    made = measure(how, **more, **({"per": {"kind": "citizens"}} if how == "rate" else {}))
    found = compute(given(made))
    assert len(found.whole.points) == 19
    for point in (*found.whole.points, found.whole.whole):
        assert (point.value is None) is (point.why is not None)


def test_the_baseline_is_the_phases_own_days() -> None:
    found = compute(given(measure("count"), [(FIRST, "a", {}), (START, "a", {})]))
    assert found.baseline.point is not None
    assert told(found.baseline.kind, found.baseline.point.value, len(found.baseline.points)) == ("own", 1, 4)
    assert [point.value for point in found.baseline.points] == [1, 0, 0, 0]


def test_a_trial_without_a_baseline_is_compared_with_nothing() -> None:
    found = compute(given(measure("count"), [], timeline=timeline(first=START)))
    assert told(found.baseline.kind, found.baseline.point, found.baseline.points) == ("own", None, ())


def test_a_window_can_be_the_baseline() -> None:
    made = measure("count", period="window", baseline={"kind": "window", "window": "before"})
    windows = (
        Window("before", "Uge 14", FIRST, FIRST + timedelta(days=6)),
        Window("during", "Uge 17", day(8), day(14)),
    )
    found = compute(given(made, [(FIRST, "a", {}), (day(8), "a", {})], timeline=timeline(windows=windows)))
    assert found.baseline.point is not None
    assert told(found.baseline.source, found.baseline.point.value) == ("before", 1)
    moved = compute(given(made, [], timeline=timeline(windows=windows[1:])))
    assert told(moved.baseline.source, moved.baseline.point) == ("before", None)


def test_comparison_sites_are_told_apart_from_the_trials_own() -> None:
    made = measure("count", baseline={"kind": "comparison_sites"})
    other = site("c", comparison=True)
    found = compute(given(made, [(day(1), "a", {}), (day(1), "c", {}), (FIRST, "c", {})], site(), other))
    assert told(found.whole.whole.value, [each.key for each in found.sites]) == (1, ["a"])
    assert found.baseline.point is not None and found.baseline.before is not None
    assert told(found.baseline.point.value, found.baseline.before.value) == (1, 1)


def test_last_year_comes_from_its_own_days() -> None:
    made = measure("count", baseline={"kind": "last_year"})
    a_year = timedelta(days=364)
    past = timeline(first=FIRST - a_year, start=START - a_year, end=END - a_year, until=END - a_year)
    there = site(open=((past.first, past.end),))
    elsewhere = Elsewhere(Figures(made, buckets(made, [(day(2) - a_year, "a", {})])), past, (there,))
    found = compute(given(made, [], elsewhere=elsewhere))
    assert found.baseline.point is not None
    assert told(found.baseline.kind, found.baseline.point.value) == ("last_year", 1)
    assert found.baseline.points[0].period.key == "2025-W16"


def test_another_source_is_read_up_to_day_1() -> None:
    made = measure("count", baseline={"kind": "series", "measure": "earlier"})
    earlier = measure("mean", key="earlier", field="calls", unit="opkald pr. uge")
    before = timeline(first=date(2026, 1, 5))
    rows = [
        (date(2026, 1, 5), "a", {"calls": 12}),
        (date(2026, 4, 6), "a", {"calls": 14}),
        (START, "a", {"calls": 3}),
    ]
    elsewhere = Elsewhere(
        Figures(earlier, buckets(earlier, rows)), before, (site(open=((before.first, END),)),)
    )
    found = compute(given(made, [], elsewhere=elsewhere))
    assert found.baseline.point is not None
    assert told(found.baseline.source, found.baseline.unit) == ("earlier", "opkald pr. uge")
    assert found.baseline.point.value == 13


def test_what_else_changed_and_what_was_not_used_comes_along() -> None:
    changes = (Change(day(3), "change", "Ny vagtplan"),)
    found = compute(given(measure("count"), [], late=2, voided=3, changes=changes))
    assert told(found.unused, found.changes) == (Unused(late=2, voided=3), changes)
    assert found.unused.any
