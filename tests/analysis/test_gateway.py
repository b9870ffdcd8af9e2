"""Small counts of people do not leave the house."""

from decimal import Decimal

import pytest
from django.conf import LazySettings

from stillads.analysis.gateway import Count, release


@pytest.mark.parametrize(
    ("count", "withheld"),
    [
        (Count(Decimal(2), "borgere"), True),
        (Count(Decimal(3), "borgere"), False),
        (Count(Decimal(0), "borgere"), False),
        (Count(Decimal(4), "medarbejdere"), True),
        (Count(Decimal(5), "medarbejdere"), False),
        (Count(Decimal(8), "%", "citizen", 2, 25), True),
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
