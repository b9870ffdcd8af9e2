"""What becomes of an expectation, given the figure."""

from decimal import Decimal

import pytest

from stillads.analysis.comparison import Expected, Measured, compare
from stillads.analysis.verdicts import Ruling, rule


def number(value: float, before: float | None = None, unit: str = "opkald", n: int | None = 14) -> Measured:
    return Measured(Decimal(str(value)), unit, None if before is None else Decimal(str(before)), n)


FEWER = Expected("down", Decimal(20), "%")
HALF = Expected("up", Decimal(50), "%")
COMPLAINTS = Expected("not_worse", None, "klager")


@pytest.mark.parametrize(
    ("expected", "measured", "ruling"),
    [
        (FEWER, number(7.5, 10), Ruling("met")),
        (FEWER, number(9, 10), Ruling("not_met")),
        (FEWER, number(10, 10), Ruling("not_met")),
        (FEWER, number(11, 10), Ruling("wrong_way")),
        (FEWER, number(8, 10), Ruling("met")),
        (FEWER, number(8, 10, n=None), Ruling("met", "without_n")),
        (FEWER, number(8), Ruling("cannot_tell", "no_before")),
        (FEWER, number(8, 0), Ruling("cannot_tell", "units")),
        (FEWER, None, Ruling("cannot_tell", "no_figure")),
        (
            FEWER,
            Measured(Decimal(7), "opkald", Decimal(10), 1, estimate=True),
            Ruling("cannot_tell", "estimate"),
        ),
        (HALF, number(64, unit="%", n=25), Ruling("met")),
        (HALF, number(36, unit="%", n=25), Ruling("not_met")),
        (HALF, number(64, unit="%", n=None), Ruling("cannot_tell", "share_without_n")),
        (Expected("down", Decimal(5), "opkald"), number(3, 10, "klager"), Ruling("cannot_tell", "units")),
        (Expected("up", None, ""), number(11, 10), Ruling("met")),
        (Expected("up", None, ""), number(9, 10), Ruling("wrong_way")),
        (COMPLAINTS, number(3, 3, "klager"), Ruling("met")),
        (COMPLAINTS, number(2, 3, "klager"), Ruling("met")),
        (COMPLAINTS, number(4, 3, "klager"), Ruling("wrong_way")),
        (Expected("not_worse", Decimal(2), "klager"), number(4, 3, "klager"), Ruling("met")),
        (Expected("not_worse", None, "%", "down"), number(70, 80, "%"), Ruling("wrong_way")),
        (Expected("not_worse", None, "%", "down"), number(90, 80, "%"), Ruling("met")),
        (Expected("unchanged", Decimal(1), "fald"), number(4, 5, "fald"), Ruling("met")),
        (Expected("unchanged", Decimal(1), "fald"), number(2, 5, "fald"), Ruling("not_met")),
        (Expected("unchanged", None, "fald"), number(2, 5, "fald"), Ruling("cannot_tell", "no_margin")),
        (Expected("unchanged", None, "fald"), number(5, 5, "fald"), Ruling("met")),
    ],
)
def test_the_verdict(expected: Expected, measured: Measured | None, ruling: Ruling) -> None:
    assert rule(expected, measured) == ruling


def test_a_relative_change_is_told_in_per_cent_of_before() -> None:
    found = compare(FEWER, number(7.5, 10))
    assert (found.change, found.unit, found.relative, found.beyond) == (Decimal(-25), "%", True, Decimal(5))


def test_a_share_is_told_in_percentage_points() -> None:
    found = compare(HALF, number(36, unit="%", n=25))
    assert (found.level, found.beyond, found.relative) == (Decimal(36), Decimal(-14), False)
