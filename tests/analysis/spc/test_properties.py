"""What holds for any figures: no NaN, and that neither unit, order within a place nor missing points change a word."""

import math
from dataclasses import astuple, fields
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stillads.analysis.spc import (
    CannotChart,
    Chart,
    Direction,
    Kind,
    Meaning,
    Method,
    Options,
    chart,
    grouped,
    making_data_count,
    subgroups,
)

SMALL = st.integers(0, 60).map(float)
MAYBE = st.one_of(st.none(), SMALL)
ANY = st.one_of(st.none(), st.floats())  # NaN, endless and enormous ones among them
FEW = settings(max_examples=60, deadline=None)
OF_VALUES = [Kind.RUN, Kind.INDIVIDUALS, Kind.MOVING_RANGE, Kind.COUNT, Kind.OPPORTUNITIES]

options = st.builds(
    Options,
    freeze=st.one_of(st.none(), st.integers(0, 20)),
    parts=st.lists(st.integers(0, 20), max_size=3).map(tuple),
    exclude=st.frozensets(st.integers(1, 20), max_size=3),
    centre=st.one_of(st.none(), st.floats(0, 50)),
    multiply=st.sampled_from([1, 100, 1000]),
    screened=st.booleans(),
    method=st.sampled_from(Method),
    ordered=st.booleans(),
)


def _numbers(of: Any) -> list[float]:
    return [value for value in astuple(of) if isinstance(value, float)]


@FEW
@given(st.sampled_from(Kind), st.lists(st.tuples(st.integers(1, 6), ANY, ANY), max_size=20), options)
def test_every_number_of_a_chart_is_finite(
    kind: Kind, rows: list[tuple[int, float | None, float | None]], asked: Options
) -> None:
    places, above, below = ([row[part] for row in rows] for part in range(3))
    gathered = grouped(
        [float(place or 0) for place in places], above, below if kind.needs_denominator else None
    )
    try:
        found = chart(kind, [group for _, group in gathered], asked)
    except CannotChart:
        assert kind is Kind.TIME_BETWEEN
        return
    assert len(found.points) == len(gathered)
    assert all(math.isfinite(number) for point in found.points for number in _numbers(point))
    assert {point.part for point in found.points} == set(range(1, len(found.runs) + 1))


@FEW
@given(st.lists(ANY, max_size=30), st.sets(st.integers(-2, 32), max_size=3), st.booleans(), ANY)
def test_every_number_of_an_nhs_chart_is_finite(
    values: list[float | None], rebase: set[int], screened: bool, target: float | None
) -> None:
    found = making_data_count(values, rebase_at=rebase, screened=screened, target=target, fix_after=12)
    assert len(found.points) == len(values)
    assert all(math.isfinite(number) for point in found.points for number in _numbers(point))


@FEW
@given(
    st.sampled_from([Kind.RUN, Kind.INDIVIDUALS, Kind.MOVING_RANGE]), st.lists(MAYBE, max_size=30), options
)
def test_another_unit_gives_the_same_picture(kind: Kind, values: list[float | None], asked: Options) -> None:
    assume(asked.centre is None)
    times = 8.0  # a power of two, so that nothing is rounded another way
    before = chart(kind, subgroups(values), asked)
    after = chart(kind, subgroups([None if each is None else each * times for each in values]), asked)
    assert after.runs == before.runs
    for ours, theirs in zip(before.points, after.points, strict=True):
        assert theirs.outside is ours.outside
        for name in ("value", "centre", "lower", "near_lower", "near_upper", "upper"):
            number = getattr(ours, name)
            assert getattr(theirs, name) == (None if number is None else number * times)


@FEW
@given(
    st.lists(st.tuples(st.integers(1, 5).map(float), MAYBE), max_size=20), st.randoms(use_true_random=False)
)
def test_the_order_of_rows_does_not_matter(rows: list[tuple[float, float | None]], chance: Any) -> None:
    mixed = rows[:]
    chance.shuffle(mixed)
    both = [grouped([place for place, _ in each], [value for _, value in each]) for each in (rows, mixed)]
    for kind in (Kind.MEANS, Kind.SPREADS, Kind.RUN):
        first, second = (chart(kind, [group for _, group in each]) for each in both)
        assert _rounded(first) == _rounded(second)
        assert first.runs == second.runs


@FEW
@given(st.sampled_from(OF_VALUES), st.lists(MAYBE, max_size=25), st.integers(0, 4))
def test_missing_points_at_the_end_change_nothing(kind: Kind, values: list[float | None], more: int) -> None:
    before = chart(kind, subgroups(values))
    after = chart(kind, subgroups([*values, *[None] * more]))
    assert after.points[: len(values)] == before.points
    if values:
        counted = [name.name for name in fields(before.runs[0]) if name.name != "observed"]
        assert [getattr(after.runs[0], name) for name in counted] == [
            getattr(before.runs[0], name) for name in counted
        ]


@FEW
@given(st.sampled_from(OF_VALUES), st.lists(MAYBE, min_size=2, max_size=25), st.data())
def test_each_part_is_a_chart_of_its_own(kind: Kind, values: list[float | None], data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(values) - 1))
    whole = chart(kind, subgroups(values), Options(parts=(end,)))
    first, second = (chart(kind, subgroups(part)) for part in (values[:end], values[end:]))
    assert whole.runs == first.runs + second.runs
    assert _rounded(whole) == _rounded(first) + _rounded(second)


@FEW
@given(st.sampled_from(OF_VALUES), st.lists(MAYBE, min_size=3, max_size=25), st.lists(MAYBE, max_size=9))
def test_frozen_lines_do_not_see_what_comes_after(
    kind: Kind, values: list[float | None], later: list[float | None]
) -> None:
    asked = Options(freeze=len(values))
    before, after = (chart(kind, subgroups(each), asked) for each in (values, values + later))
    assert _rounded(after)[: len(values)] == _rounded(before)


@FEW
@given(st.lists(MAYBE, max_size=30), st.booleans())
def test_backwards_the_runs_are_the_same(values: list[float | None], screened: bool) -> None:
    for kind in (Kind.RUN, Kind.INDIVIDUALS):
        there, back = (
            chart(kind, subgroups(each), Options(screened=screened)) for each in (values, values[::-1])
        )
        assert there.runs == back.runs
        assert _rounded(there) == _rounded(back)[::-1]


@FEW
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=20))
def test_shares_and_what_they_leave_mirror_each_other(rows: list[tuple[int, int]]) -> None:
    below: list[float | None] = [float(yes + no) for yes, no in rows]
    for kind in (Kind.SHARE, Kind.SHARE_LANEY):
        yes = chart(kind, subgroups([float(each) for each, _ in rows], below)).points
        no = chart(kind, subgroups([float(each) for _, each in rows], below)).points
        for ours, theirs in zip(yes, no, strict=True):
            for one, other in ((ours.value, theirs.value), (ours.lower, theirs.upper)):
                assert one is other is None or one == pytest.approx(1 - (other or 0.0), abs=1e-9)


@FEW
@given(st.lists(MAYBE, max_size=30), st.sets(st.integers(1, 30), max_size=2))
def test_an_nhs_chart_turned_upside_down(values: list[float | None], rebase: set[int]) -> None:
    turned = [None if value is None else -value for value in values]
    up, down = (making_data_count(each, rebase_at=rebase) for each in (values, turned))
    assert [point.cause.side for point in up.points] == [-point.cause.side for point in down.points]
    less = making_data_count(turned, rebase_at=rebase, direction=Direction.DECREASE)
    assert [point.meaning for point in up.points] == [point.meaning for point in less.points]
    flags = {point.cause.side: point.meaning for point in up.points}
    assert flags.get(1, Meaning.IMPROVEMENT) is Meaning.IMPROVEMENT


def _rounded(found: Chart) -> list[list[object]]:
    """The lines and values of a chart, without the last digits and the part's number."""
    names = ("value", "centre", "lower", "near_lower", "near_upper", "upper")
    rows = [[getattr(point, name) for name in names] for point in found.points]
    return [[None if number is None else round(number, 8) + 0.0 for number in row] for row in rows]
