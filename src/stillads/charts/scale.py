"""From figures to places: round numbers at the axis, and where a figure lies between them."""

import math
from dataclasses import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` is drawn at `start`, `high` at `end` (which may lie above or to the left of it); `ticks` between."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where the value is drawn; what lies outside is drawn at the edge."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + max(0.0, min(1.0, share)) * (self.end - self.start)


def scale(
    values: list[float], start: float, end: float, *, most: int = 5, from_zero: bool = True, unit: str = ""
) -> Scale:
    """A scale with room for all values, from nought unless said otherwise, ending on round numbers.

    Shares of at most 100 % never get an axis beyond it. No values, and values that are all nought, give 0 … 1.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= max(1e-12, 1e-9 * max(abs(low), abs(high))):  # as good as equal
        low, high = (low, low + 1.0) if from_zero else (low - 1.0, low + 1.0)
    step = _step((high - low) / most, whole=all(value == int(value) for value in values))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if unit == "%" and high <= 100 < last * step:
        ticks = [*(place * step for place in range(first, last) if place * step < 100 - step / 2), 100.0]
    else:
        ticks = [place * step for place in range(first, last + 1)]
    return Scale(ticks[0], ticks[-1], start, end, tuple(ticks))


def _step(least: float, *, whole: bool) -> float:
    """The smallest round step that is at least `least`; whole figures get no halves."""
    size = 10.0 ** math.floor(math.log10(max(least, 1e-12)))
    step = next(size * each for each in STEPS if size * each >= least * (1 - 1e-9))
    return max(1.0, math.ceil(step) if step < 10 else step) if whole else step
