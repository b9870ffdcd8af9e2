"""Figures as text, scales, tables and their CSV."""

import itertools
import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stillads.charts.figures import drawable, said
from stillads.charts.scale import scale
from stillads.charts.space import apart
from stillads.charts.table import Column, Table


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (62.0, "%", "62\u202f%"), (62.04, "%", "62\u202f%"), (7.5, "dage", "7,5 dage"), (1234.5, "", "1.235"),
        (0.1, "", "0,1"), (0.0421, "", "0,042"), (0.0, "", "0"), (-0.0, "", "0"), (1e-9, "", "0"), (-3.0, "", "−3"),
        (None, "%", "–"), (math.nan, "", "–"), (math.inf, "", "–"), (1e300, "", "–"),
    ],
)  # fmt: skip
def test_a_figure_has_the_decimals_that_its_size_needs(value: float | None, unit: str, text: str) -> None:
    assert said(value, unit) == text


def test_what_cannot_be_meant_is_missing() -> None:
    assert drawable(1e13) is None
    assert drawable(3) == 3.0


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([3.0, 17.0], (0, 5, 10, 15, 20)),
        ([0.0, 1.0], (0, 1)),
        ([0.0], (0, 1)),
        ([], (0, 1)),
        ([-4.0, 4.0], (-4, -2, 0, 2, 4)),
        ([0.2, 0.9], (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_a_scale_is_round_and_holds_everything(values: list[float], ticks: tuple[float, ...]) -> None:
    found = scale(values, 0, 100)
    assert found.ticks == pytest.approx(ticks)


def test_shares_have_no_axis_beyond_a_hundred() -> None:
    assert scale([41, 97], 0, 1, unit="%").ticks[-1] == 100
    assert scale([100], 0, 1, unit="%").ticks[-1] == 100
    assert scale([120], 0, 1, unit="%").ticks[-1] >= 120


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.floats(-1e12, 1e12), max_size=8), st.booleans())
def test_every_value_has_its_place(values: list[float], from_zero: bool) -> None:
    found = scale(values, 10, 200, from_zero=from_zero)
    assert 2 <= len(found.ticks) <= 9
    near = 1e-9 + 1e-6 * max(map(abs, values), default=0)
    for value in values:
        assert 10 <= found.at(value) <= 200
        assert found.low - near <= value <= found.high + near


@given(st.lists(st.floats(0, 300), max_size=6))
def test_labels_are_pushed_apart_within_their_room(wanted: list[float]) -> None:
    placed = apart(sorted(wanted), 17, 0, 300)
    assert all(0 <= y <= 300 for y in placed)
    assert all(later - earlier >= 16.999 for earlier, later in itertools.pairwise(placed))


def test_the_csv_is_what_a_danish_spreadsheet_opens() -> None:
    rows = (("uge 23", 1234.5, "=1+1"), ("uge 24", None, 'a; "b"'), ("-x", -3.0, "-"))
    table = Table(
        "Opkald", (Column("Periode"), Column("Opkald", number=True, unit="%"), Column("Note")), rows
    )
    raw = table.csv()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").split("\r\n") == [
        "Periode;Opkald (%);Note", "uge 23;1234,5;'=1+1", 'uge 24;;"a; ""b"""', "'-x;-3;'-", "",
    ]  # fmt: skip
    assert table.texts()[1] == ["uge 24", "–", 'a; "b"']
