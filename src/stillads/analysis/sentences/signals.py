"""Whether a change since day 1 is more than chance, by a chart whose lines come from the time before."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stillads.analysis.spc import Chart, Kind, Point
from stillads.analysis.spc.runs import runs

from .levels import present

FEWEST_USEFUL = 10  # with fewer points there is no statement from a chart
FEWEST_BEFORE = 6  # from fewer there is no "before" to measure chance by
MODELLED = frozenset({Kind.SHARE, Kind.RATE, Kind.COUNT, Kind.OPPORTUNITIES})  # limits from a distribution
ENOUGH_OUTSIDE = 2  # one point outside is a point, not a new level


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may be said of the points since day 1.

    useful   points that the rules could use
    shifted  they lie together on the side of the change, longer or further out than chance explains
    outside  how many of them lie outside the limits on that side
    other    there is a signal, and it is not such a shift
    drifting the figures from before day 1 had moved by themselves
    """

    useful: int
    shifted: bool = False
    outside: int = 0
    other: bool = False
    drifting: bool = False


def judge(frozen: Chart, before: int, side: int, *, independent: bool = True) -> Judgement:
    """Reads a chart of one phase with its lines from the first `before` points. `side`: 1 for a rise, -1 for a fall.

    Where what is counted is not `independent` (the same few people again and again), limits that assume it say
    nothing: then only the order of the points counts. A chart with Laney's limits has them from the points.
    """
    useful = sum(each.useful for each in frozen.runs)
    if useful < FEWEST_USEFUL:
        return Judgement(useful)
    since = present(frozen.points[before:])
    trusted = independent or frozen.kind not in MODELLED
    outside = sum(1 for point in since if trusted and point.outside and _side(point) == side)
    allowed = frozen.runs[0].longest_allowed
    together = _longest(since, side)
    shifted = outside >= ENOUGH_OUTSIDE or (
        frozen.options.ordered and allowed is not None and together > allowed
    )
    earlier = [point.value for point in present(frozen.points[:before]) if point.value is not None]
    centre = frozen.points[0].centre
    drifting = frozen.options.ordered and centre is not None and runs(earlier, centre).signal
    return Judgement(
        useful, shifted, outside, other=_other(frozen, trusted=trusted) and not shifted, drifting=drifting
    )


def _other(frozen: Chart, *, trusted: bool) -> bool:
    return frozen.signal if trusted else any(each.signal for each in frozen.runs)


def _side(point: Point) -> int:
    if point.value is None or point.centre is None:
        return 0
    return (point.value > point.centre) - (point.value < point.centre)


def _longest(points: Sequence[Point], side: int) -> int:
    """The longest run on a side; points exactly on the line are passed over, as the rules do."""
    sides = [found for point in points if (found := _side(point))]
    return max((len(list(run)) for found, run in groupby(sides) if found == side), default=0)
