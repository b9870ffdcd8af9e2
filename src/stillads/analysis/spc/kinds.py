"""The charts, and what may be asked of them."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A chart by the name that the field gives it."""

    RUN = "run"
    INDIVIDUALS = "i"
    MOVING_RANGE = "mr"
    WEIGHTED = "ip"
    SHARE = "p"
    SHARE_LANEY = "pp"
    RATE = "u"
    RATE_LANEY = "up"
    COUNT = "c"
    OPPORTUNITIES = "g"
    TIME_BETWEEN = "t"
    MEANS = "xbar"
    SPREADS = "s"

    @property
    def needs_denominator(self) -> bool:
        """Whether the chart means nothing without a denominator for each point."""
        return self in {Kind.SHARE, Kind.SHARE_LANEY, Kind.RATE, Kind.RATE_LANEY}


class Method(StrEnum):
    """How a run chart tells a shift from chance; the name is kept with what is said of a chart."""

    ANHOEJ = "anhoej"
    BEST_BOX = "bestbox"
    CUT_BOX = "cutbox"


class CannotChart(ValueError):
    """The figures do not fit the chart that was asked for. The text says why, in English, for programmers."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a chart beside its kind.

    freeze    the baseline is the first so many points: lines come from them, runs use all. Where parts are given
              too, it says nothing: each part makes its own lines
    parts     the numbers of points after which a new phase begins, each phase with lines of its own
    exclude   points (from 1) that count neither for lines nor for runs, but are shown
    centre    a centre line that is given instead of computed
    multiply  what values and lines are shown in (1000 for "per 1,000"), applied last
    screened  whether moving ranges are screened once for outliers
    method    how runs are judged
    ordered   False where places on the axis are names and not time: then there are no runs
    """

    freeze: int | None = None
    parts: tuple[int, ...] = ()
    exclude: frozenset[int] = frozenset()
    centre: float | None = None
    multiply: float = 1
    screened: bool = True
    method: Method = Method.ANHOEJ
    ordered: bool = True

    def part_of(self, place: int) -> int:
        """The phase (from 1) of a place (from 1)."""
        return 1 + sum(1 for end in set(self.parts) if 0 < end < place)

    def in_baseline(self, place: int) -> bool:
        """Whether the lines are made from the point at this place (from 1), unless it is excluded."""
        return self.freeze is None or bool(self.parts) or place <= self.freeze
