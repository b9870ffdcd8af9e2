"""Mean and process limits of one stretch of an NHS chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from stillads.analysis.spc.arithmetic import mean, mean_range, ranges

WIDTH = 2.66  # 3/1.128
NEAR_WIDTH = 2 * (WIDTH / 3)


@dataclass(frozen=True, slots=True)
class Limits:
    """Mean, limits and near limits; missing ones are NaN."""

    mean: float
    lower: float
    near_lower: float
    near_upper: float
    upper: float

    def side(self, value: float) -> int | None:
        """1 above the mean, -1 below, 0 on it; None where either is missing."""
        if value > self.mean:
            return 1
        if value < self.mean:
            return -1
        return 0 if value == self.mean else None

    def outside(self, value: float) -> bool | None:
        """Whether a value is beyond a limit; None where value or limits are missing."""
        if value > self.upper or value < self.lower:
            return True
        return False if value <= self.upper else None

    def near(self, value: float) -> bool | None:
        """Whether a value is between a near limit and its limit; None where value or limits are missing."""
        outside = self.outside(value)
        if outside is None:
            return None
        return not outside and (value < self.near_lower or value > self.near_upper)


def limits(baseline: Sequence[float], *, screened: bool) -> Limits:
    """Mean ± 2.66·(mean moving range) of the baseline; near limits at two thirds. Ranges bridge no gap.

    Source: NHS England. Making Data Count; Nelson 1982 (screening, which the Excel tool leaves out).
    """
    centre, between = mean(baseline), mean_range(ranges(baseline), screened=screened)
    width, near = WIDTH * between, NEAR_WIDTH * between
    return Limits(centre, centre - width, centre - near, centre + near, centre + width)
