"""The rules of charts on figures small enough to work by hand."""

import math
import subprocess
import sys
from collections.abc import Sequence

import pytest

from stillads.analysis.spc import (
    Assurance,
    CannotChart,
    Chart,
    Direction,
    Kind,
    Meaning,
    Method,
    Options,
    SpecialCause,
    chart,
    grouped,
    making_data_count,
    subgroups,
)
from stillads.analysis.spc.bounds import crossings_needed, longest_allowed
from stillads.analysis.spc.boxes import outside_box


def _of(kind: Kind, values: Sequence[float | None], **asked: object) -> Chart:
    return chart(kind, subgroups(values), Options(**asked))  # type: ignore[arg-type]


def test_points_on_the_line_and_missing_ones_are_passed_over() -> None:
    found = _of(Kind.RUN, [5, 7, None, 8, 6, 6, 4, 9]).runs[0]  # median 6: the sides are - + + - +
    assert (found.observed, found.useful, found.longest, found.crossings) == (8, 5, 2, 3)


def test_ranges_do_not_bridge_a_gap_but_do_bridge_an_excluded_point() -> None:
    gap = _of(Kind.INDIVIDUALS, [1, 2, None, 8, 9])
    assert gap.points[0].upper == pytest.approx(5 + 3 / 1.128)
    excluded = _of(Kind.INDIVIDUALS, [1, 2, 500, 3, 4], exclude=frozenset({3}))
    assert excluded.points[0].upper == pytest.approx(2.5 + 3 / 1.128)
    assert (excluded.points[2].included, excluded.points[2].outside) == (False, True)
    assert excluded.runs[0].observed == 4


def test_one_pass_of_screening() -> None:
    values = [*[1.0, 2.0] * 5, 40.0, *[1.0, 2.0] * 5]  # ranges of 1, and 38 and 39 that are screened out
    centre = sum(values) / len(values)
    assert _of(Kind.INDIVIDUALS, values).points[0].upper == pytest.approx(centre + 3 / 1.128)
    wide = (18 * 1 + 38 + 39) / 20
    unscreened = _of(Kind.INDIVIDUALS, values, screened=False).points[0].upper
    assert unscreened == pytest.approx(centre + 3 * wide / 1.128)


def test_frozen_lines_and_runs_of_all() -> None:
    frozen = _of(Kind.RUN, [1, 2, 3, 9, 9, 9, 9, 9, 9], freeze=3)
    assert {point.centre for point in frozen.points} == {2}
    assert [point.baseline for point in frozen.points] == [True] * 3 + [False] * 6
    assert (frozen.runs[0].useful, frozen.runs[0].longest) == (8, 7)
    assert frozen.runs[0].signal  # longer than 6


def test_parts_make_the_freeze_say_nothing() -> None:
    parted = _of(Kind.RUN, [1, 2, 3, 7, 8, 9], parts=(3,), freeze=1)
    assert [point.centre for point in parted.points] == [2, 2, 2, 8, 8, 8]
    assert [point.part for point in parted.points] == [1, 1, 1, 2, 2, 2]
    assert _of(Kind.RUN, [1, 2, 3], parts=(0, 3, 9)).points[2].part == 1


def test_a_limit_is_outside_only_beyond_it() -> None:
    on_it = chart(Kind.COUNT, subgroups([4, 4, 4, 10, 4]), Options(centre=4))
    assert [(point.upper, point.outside) for point in on_it.points][3] == (10, False)
    assert chart(Kind.COUNT, subgroups([11]), Options(centre=4)).points[0].outside


def test_shares_stay_within_nought_and_one_before_they_are_multiplied() -> None:
    found = chart(Kind.SHARE, subgroups([2, 3, 0], [3, 3, 0]), Options(multiply=100))
    first, _, empty = found.points
    assert (first.value, first.lower, first.upper) == pytest.approx(
        (200 / 3, 100 * (5 / 6 - 3 * math.sqrt(5 / 36 / 3)), 100)
    )
    assert (empty.value, empty.lower, empty.upper, empty.outside) == (None, None, None, False)
    assert empty.centre == pytest.approx(500 / 6)


def test_a_value_without_its_denominator_is_missing() -> None:
    found = chart(Kind.RATE, subgroups([2, 5, None], [10, None, 10])).points
    assert [(point.value, point.denominator) for point in found] == [(0.2, 10), (None, 0), (None, 0)]


def test_ranges_and_names_have_no_runs_to_judge() -> None:
    rising = [float(value) for value in range(20)]
    assert _of(Kind.RUN, rising).runs[0].signal
    assert not _of(Kind.RUN, rising, ordered=False).runs[0].signal
    assert not _of(Kind.MOVING_RANGE, [float(value * value) for value in range(20)]).runs[0].signal


def test_a_given_centre_of_times_is_a_time() -> None:
    assert _of(Kind.TIME_BETWEEN, [1, 3, 2], centre=4).points[0].centre == pytest.approx(4)


def test_what_cannot_be_charted_is_refused() -> None:
    with pytest.raises(CannotChart, match="denominators"):
        chart(Kind.SHARE, subgroups([1, 2]))
    with pytest.raises(CannotChart, match="above nought"):
        chart(Kind.TIME_BETWEEN, subgroups([1, 0]))
    with pytest.raises(CannotChart, match="differ in number"):
        subgroups([1, 2], [3])


def test_figures_of_one_place_are_gathered() -> None:
    places = [2.0, 1.0, None, 2.0, math.nan]
    (first, alone), (second, pair) = grouped(places, [4, 7, 99, 8, 99])
    assert (first, alone.value, alone.size) == (1, 7, 1)
    assert (second, pair.value, pair.sum, pair.spread) == pytest.approx((2, 6, 12, math.sqrt(8)))


@pytest.mark.parametrize(
    ("useful", "longest", "crossings"),
    [(1, 3, 0), (5, 5, 0), (10, 6, 2), (12, 7, 3), (24, 8, 8), (100, 10, 41)],
)
def test_bounds(useful: int, longest: int, crossings: int) -> None:
    assert (longest_allowed(useful), crossings_needed(useful)) == (longest, crossings)


def test_boxes_and_their_corners() -> None:
    """Ten useful points: the best box is at most 6 long and at least 2 crossings; its corner (6, 2) is cut off."""
    assert [outside_box(Method.BEST_BOX, 10, longest=6, crossings=c) for c in (1, 2, 3)] == [
        True,
        False,
        False,
    ]
    assert [outside_box(Method.CUT_BOX, 10, longest=6, crossings=c) for c in (1, 2, 3)] == [True, True, False]
    assert [outside_box(Method.CUT_BOX, 10, longest=x, crossings=2) for x in (5, 6, 7)] == [False, True, True]
    assert outside_box(Method.CUT_BOX, 12, longest=6, crossings=3) is False  # nothing is cut off at twelve
    assert outside_box(Method.CUT_BOX, 9, longest=9, crossings=0) is None
    assert outside_box(Method.BEST_BOX, 101, longest=9, crossings=0) is None
    assert outside_box(Method.ANHOEJ, 50, longest=50, crossings=0) is None


def test_the_method_that_was_asked_for_judges() -> None:
    """Ten points, a run of six and two crossings: enough for Anhøj and the best box, in the cut box's corner."""
    values = [1.0] * 6 + [-1.0] * 3 + [1.0]
    found = {method: _of(Kind.RUN, [*values], centre=0, method=method).runs[0] for method in Method}
    assert {(each.useful, each.longest, each.crossings) for each in found.values()} == {(10, 6, 2)}
    assert {method for method, each in found.items() if each.signal} == {Method.CUT_BOX}


@pytest.mark.parametrize("kind", list(Kind))
def test_no_data_one_point_and_nothing_but_missing(kind: Kind) -> None:
    below: list[float | None] | None = [4] if kind.needs_denominator else None
    assert chart(kind, []).points == ()
    (one,) = chart(kind, subgroups([3], below)).points
    assert not one.outside
    (missing,) = chart(kind, subgroups([None], below)).points
    assert (missing.value, missing.centre, missing.outside) == (None, None, False)


@pytest.mark.parametrize("kind", [Kind.RUN, Kind.INDIVIDUALS, Kind.TIME_BETWEEN, Kind.OPPORTUNITIES])
def test_all_equal_is_no_signal(kind: Kind) -> None:
    found = _of(kind, [0.1] * 7)
    assert not found.signal
    assert found.runs[0].useful == 0
    assert found.points[0].centre == pytest.approx(0.1)


def test_nhs_shift_of_seven_is_broken_by_a_point_on_the_mean() -> None:
    low, high = [8.0, 2.0, 8.0, 2.0, 8.0, 2.0, 8.0], [12.0, 18.0, 12.0, 18.0, 12.0, 18.0, 12.0]  # mean 10
    seven = making_data_count(low + high)
    assert [point.cause for point in seven.points] == [SpecialCause.SHIFT_DOWN] * 7 + [
        SpecialCause.SHIFT_UP
    ] * 7
    broken = making_data_count([*low[:4], 10.0, *low[4:], *high[:4], 10.0, *high[4:]])
    assert {point.cause for point in broken.points} == {SpecialCause.NONE}


def test_nhs_trend_goes_before_shift_and_after_outside() -> None:
    values = [*[10.0, 12.0] * 4, *[11.0, 11.2, 11.4, 11.6, 11.8, 12.0, 30.0]]
    causes = [point.cause for point in making_data_count(values).points]
    assert causes[-7:] == [SpecialCause.RISING] * 6 + [SpecialCause.ABOVE_LIMIT]


def test_nhs_meaning_follows_the_better_way() -> None:
    values = [*[10.0, 12.0] * 6, 40.0]
    meanings = {each: making_data_count(values, direction=each).points[-1].meaning for each in Direction}
    assert meanings == {
        Direction.INCREASE: Meaning.IMPROVEMENT,
        Direction.DECREASE: Meaning.CONCERN,
        Direction.NEUTRAL: Meaning.HIGH,
    }


def test_nhs_two_in_three_marks_the_near_ones_alone() -> None:
    # fixed on the first twelve: mean 10, mean range 2, limits ± 5.32, near limits ± 3.547
    values = [*[9.0, 11.0] * 6, 14.0, 12.0, 14.0, 9.0]
    found = making_data_count(values, fix_after=12)
    assert found.points[0].upper == pytest.approx(15.32)
    causes = [point.cause for point in found.points[12:]]
    assert causes == [SpecialCause.NEAR_UPPER, SpecialCause.NONE, SpecialCause.NEAR_UPPER, SpecialCause.NONE]


@pytest.mark.parametrize(
    ("target", "direction", "said"),
    [
        (20, Direction.INCREASE, Assurance.FAIL),
        (20, Direction.DECREASE, Assurance.PASS),
        (1, Direction.INCREASE, Assurance.PASS),
        (1, Direction.DECREASE, Assurance.FAIL),
        (10, Direction.INCREASE, Assurance.HIT_OR_MISS),
        (20, Direction.NEUTRAL, None),
        (None, Direction.INCREASE, None),
    ],
)
def test_nhs_assurance(target: float | None, direction: Direction, said: Assurance | None) -> None:
    assert making_data_count([9.0, 11.0] * 6, target=target, direction=direction).assurance is said


def test_nhs_rebase_at_the_first_point_and_beyond_the_last() -> None:
    found = making_data_count([1.0, 2.0, 3.0, 8.0, 9.0], rebase_at={1, 4, 6})
    assert [point.group for point in found.points] == [1, 1, 1, 2, 2]
    assert [point.mean for point in found.points] == [2, 2, 2, 8.5, 8.5]
    assert making_data_count([], target=3).points == ()


def test_a_missing_point_is_part_of_nothing() -> None:
    found = making_data_count([1.0, 2.0, 3.0, None, 4.0, 5.0, 6.0, 7.0])
    point = found.points[3]
    assert (point.value, point.side, point.outside, point.near) == (None, None, None, None)
    assert point.cause is SpecialCause.NONE
    assert SpecialCause.RISING not in {each.cause for each in found.points}


def test_the_room_loads_neither_django_nor_scipy() -> None:
    code = (
        "import sys; import stillads.analysis.spc, stillads.analysis.smallsample as s;"
        "print([n for n in ('django', 'scipy', 'numpy') if n in sys.modules]);"
        "s.wilson(1, 2); s.fisher(1, 2, 3, 4); print('scipy' in sys.modules);"
        "s.clopper_pearson(1, 2); s.welch_t([1, 2], [3, 5]); print('scipy.stats' in sys.modules)"
    )
    path = [each for each in sys.path if each]
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}\n{code}"], capture_output=True
    )
    assert ran.stdout.decode().split("\n")[:3] == ["[]", "False", "False"], ran.stderr
