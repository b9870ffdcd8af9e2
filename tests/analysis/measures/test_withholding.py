"""Anonymous answers: too few are withheld with their numbers, and cannot be found by subtracting."""

from decimal import Decimal

from tests.harness.measuring import FIRST, day, given, measure, site

from stillads.analysis.measures import MeasureResult, Unused, Why, broken_down, compute
from stillads.analysis.measures.given import Given

FIVE = 5


def _given(per_week: list[int], *, at: str = "a", by: tuple[str, ...] = ()) -> Given:
    made = measure("mean", field="score", by=by)
    rows = [
        (day(1 + 7 * week), at, {"score": 50, "weekday_word": "x"})
        for week, many in enumerate(per_week)
        for _each in range(many)
    ]
    return given(made, rows, site("a"), site("b"), fewest=FIVE)


def _told(found: MeasureResult) -> list[int | None]:
    return [None if point.withheld else point.n for point in found.whole.points[4:8]]


def test_enough_is_told() -> None:
    found = compute(_given([5, 6, 0, 7]))
    assert _told(found) == [5, 6, 0, 7]
    assert found.whole.whole.value == 50


def test_too_few_are_withheld_with_the_next_smallest() -> None:
    found = compute(_given([9, 2, 6, 8]))
    assert _told(found) == [9, None, None, 8]
    hidden = found.whole.points[5]
    assert (hidden.value, hidden.why, hidden.n, hidden.total) == (None, Why.TOO_FEW, 0, Decimal(0))
    assert (found.whole.whole.n, found.unused) == (25, Unused())


def test_two_that_are_enough_together_hide_each_other() -> None:
    assert _told(compute(_given([3, 4, 6, 8]))) == [None, None, 6, 8]


def test_a_whole_of_too_few_is_withheld() -> None:
    found = compute(_given([3]))
    assert (found.whole.whole.value, found.whole.whole.why, found.whole.whole.n) == (None, Why.TOO_FEW, 0)


def test_sites_are_told_apart_only_where_all_have_enough() -> None:
    made = measure("mean", field="score")
    rows = [(day(1), "a", {"score": 50})] * 8
    alone = compute(given(made, [*rows, (day(1), "b", {"score": 10})], site("a"), site("b"), fewest=FIVE))
    assert alone.sites == ()
    both = compute(
        given(made, [*rows, *[(day(1), "b", {"score": 10})] * 5], site("a"), site("b"), fewest=FIVE)
    )
    assert [each.whole.n for each in both.sites] == [8, 5]


def test_slices_likewise() -> None:
    made = measure("mean", field="score", by=("team",))
    rows = [(day(1), "a", {"score": 50, "team": "day"})] * 8 + [
        (day(1), "a", {"score": 50, "team": "night"})
    ] * 2
    assert broken_down(given(made, rows, fewest=FIVE), "team") == ()
    assert [each.key for each in broken_down(given(made, rows), "team")] == ["day", "night"]


def test_what_it_is_compared_with_is_withheld_too() -> None:
    made = measure("mean", field="score")
    rows = [(FIRST, "a", {"score": 80}) for _each in range(FIVE - 1)]
    rows += [(day(1), "a", {"score": 50}) for _each in range(FIVE)]
    found = compute(given(made, rows, site("a"), fewest=FIVE))
    assert found.baseline.point is not None
    assert (found.baseline.point.value, found.baseline.point.why) == (None, Why.TOO_FEW)
    assert all(point.value is None for point in found.baseline.points)
    assert found.whole.whole.value == 50
