"""Small counts of people do not leave the house."""

from decimal import Decimal

import pytest
from django.conf import LazySettings

from stillads.analysis.gateway import Count, release, release_after


@pytest.mark.parametrize(
    ("count", "withheld"),
    [
        (Count(Decimal(2), "borgere"), True),
        (Count(Decimal(3), "borgere"), False),
        (Count(Decimal(0), "borgere"), False),
        (Count(Decimal(4), "medarbejdere"), True),
        (Count(Decimal(5), "medarbejdere"), False),
        (Count(Decimal(8), "%", "citizen", 2, 25), True),
        (Count(Decimal(93), "%", "citizen", 14, 15), True),
        (Count(Decimal(80), "%", "citizen", 12, 15), False),
        (Count(Decimal(100), "%", "citizen", 15, 15), False),
        (Count(Decimal(60), "%", "employee", 6, 10), True),
        (Count(Decimal(12), "%", "citizen", 3, 25), False),
        (Count(Decimal(50), "%", "employee", 2, 4), True),
        (Count(Decimal(50), "%", "", 4, 8), True),
        (Count(Decimal(1), "klager"), False),
        (Count(Decimal(3), "timer", "economy", 1, 2), False),
        (Count(Decimal(1), "borgere", exemption="Hæftet 2022, s. 8"), False),
    ],
)
def test_what_is_withheld(count: Count, withheld: bool) -> None:
    assert release(count).withheld is withheld


def test_the_thresholds_are_settings(settings: LazySettings) -> None:
    settings.STILLADS_FEWEST_CITIZENS = 6
    assert release(Count(Decimal(5), "borgere")).withheld


@pytest.mark.parametrize(
    ("before", "withheld"),
    [
        ((12, 25, None), False),  # the same once more
        ((11, 25, None), True),  # one citizen more
        ((12, 24, None), True),
        ((9, 25, None), False),
        ((None, None, Decimal(48)), False),
    ],
)
def test_two_editions_that_differ_by_few_point_at_them(
    before: tuple[int | None, int | None, Decimal | None], withheld: bool
) -> None:
    count = Count(Decimal(48), "%", "citizen", 12, 25)
    assert release_after(count, [(12, 25, None), before]).withheld is withheld
    assert not release_after(Count(Decimal(48), "%", "citizen", 12, 25, "Hæftet"), [before]).withheld


def test_a_count_of_people_is_compared_with_what_was_told_of_it() -> None:
    assert release_after(Count(Decimal(8), "borgere"), [(None, None, Decimal(7))]).withheld
    assert not release_after(Count(Decimal(8), "borgere"), [(None, None, Decimal(4))]).withheld
    assert not release_after(Count(Decimal(8), "opkald"), [(None, None, Decimal(7))]).withheld
