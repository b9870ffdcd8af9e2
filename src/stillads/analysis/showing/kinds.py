"""Which chart a measure gets, and the figures that go into it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from stillads.playbooks.format.measures import Measure

from ..measures import Point
from ..measures.results import ADDITIVE, SHARES
from ..sentences import What
from ..spc import Kind, Subgroup, subgroups

_DIVIDED: Final = {
    "share": {"p": Kind.SHARE, "pp": Kind.SHARE_LANEY},
    "answered": {"p": Kind.SHARE, "pp": Kind.SHARE_LANEY},
    "rate": {"u": Kind.RATE, "up": Kind.RATE_LANEY},
    "count": {"c": Kind.COUNT},
}
_WHAT: Final = {
    "count": What.NUMBER,
    "share": What.SHARE,
    "answered": What.SHARE,
    "rate": What.RATE,
    "median": What.MEDIAN,
    "lead_time": What.TIME,
}


def kind_of(measure: Measure) -> Kind:
    """The playbook's chart where the figures can carry it; a run chart always holds."""
    if measure.chart in {"i", "mr", "xbar", "s"}:
        return Kind.INDIVIDUALS
    return _DIVIDED.get(measure.how, {}).get(measure.chart, Kind.RUN)


def what_of(measure: Measure) -> What:
    """What a sentence calls the figure."""
    return _WHAT.get(measure.how, What.MEAN)


def times_of(measure: Measure) -> float:
    """What a chart of `kind_of` with denominators is shown in: per cent, or per so many."""
    if measure.how in SHARES:
        return 100.0
    return float(measure.per.times) if measure.per else 1.0


def groups_of(kind: Kind, points: Sequence[Point]) -> list[Subgroup]:
    """The points as the chart takes them."""
    if not kind.needs_denominator:
        return subgroups([_number(point.value) for point in points])
    above = [None if point.value is None else _number(point.numerator) for point in points]
    return subgroups(above, [_number(point.denominator) or 0.0 for point in points])


def is_comparable(measure: Measure, point: Point) -> bool:
    """Half a week, or one that is not over, has fewer of what is counted; a share of it is a share all the same."""
    return measure.how not in ADDITIVE or (point.ended and not point.period.cut)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
