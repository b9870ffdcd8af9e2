"""Which special cause a point shows; outside a limit goes before trend, two in three and shift, in that order."""

from collections.abc import Sequence
from enum import StrEnum

from .limits import Limits
from .patterns import part_of_shift, part_of_trend, part_of_two_in_three


class SpecialCause(StrEnum):
    """What a point is a sign of; `NONE` is common cause variation."""

    NONE = "none"
    ABOVE_LIMIT = "above_limit"
    BELOW_LIMIT = "below_limit"
    RISING = "rising"
    FALLING = "falling"
    NEAR_UPPER = "near_upper"
    NEAR_LOWER = "near_lower"
    SHIFT_UP = "shift_up"
    SHIFT_DOWN = "shift_down"

    @property
    def side(self) -> int:
        """1 for a sign of more, -1 for a sign of less, 0 for none."""
        if self is SpecialCause.NONE:
            return 0
        return 1 if self in _MORE else -1


_MORE = {SpecialCause.ABOVE_LIMIT, SpecialCause.RISING, SpecialCause.NEAR_UPPER, SpecialCause.SHIFT_UP}


def special_causes(values: Sequence[float], limits: Limits) -> list[SpecialCause]:
    """The special cause of each value of one stretch; missing values show none.

    Source: NHS England. Making Data Count.
    """
    sides = [limits.side(value) for value in values]
    near = [limits.near(value) for value in values]
    trend, shift = part_of_trend(values), part_of_shift(sides)
    close = part_of_two_in_three(near, sides)
    found = []
    for place, value in enumerate(values):
        signs = (
            (limits.outside(value), SpecialCause.ABOVE_LIMIT, SpecialCause.BELOW_LIMIT),
            (trend[place], SpecialCause.RISING, SpecialCause.FALLING),
            (close[place], SpecialCause.NEAR_UPPER, SpecialCause.NEAR_LOWER),
            (shift[place], SpecialCause.SHIFT_UP, SpecialCause.SHIFT_DOWN),
        )
        more, less = next(((up, down) for holds, up, down in signs if holds), (SpecialCause.NONE,) * 2)
        upwards = _rises(values, trend, place) if more is SpecialCause.RISING else sides[place] == 1
        found.append(more if upwards else less)
    return found


def _rises(values: Sequence[float], trend: Sequence[bool], place: int) -> bool:
    """The way a trend goes at a place: towards the next point where that one is part of a trend too."""
    after = place + 1 < len(values) and trend[place + 1]
    first = place if after else place - 1
    return values[first + 1] > values[first]
