"""From a measure's result to what is judged: which of its points are whole, and what chance works on."""

from collections.abc import Sequence

from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.kinds.survey import Survey

from ..measures import MeasureResult, Point
from ..measures.results import ADDITIVE, SHARES
from .seen import Estimated, People, Periods, Seen


def seen_of(result: MeasureResult, *, each_once: bool = False, estimate: bool = False) -> Seen:
    """What the measure has seen up to now.

    each_once  every registration is another person's, as when people are asked once: then people are counted where
               the measure is a share. Else the periods are, because some people make many registrations
    estimate   one person has judged all of it
    Half weeks of a count, periods that have not ended, and those without a value are left out.
    """
    if estimate:
        return Estimated()
    if each_once and result.measure.how in SHARES:
        after = _so_many(result.whole.whole)
        if after is not None:
            return People(_so_many(result.baseline.point), after)
    additive = result.measure.how in ADDITIVE
    before = result.baseline.points or ((result.baseline.point,) if result.baseline.point else ())
    trial = [point for point in result.whole.points if point.period.part == "trial"]
    return Periods(_values(before, additive), _values(trial, additive))


def asked_once(playbook: Playbook) -> frozenset[str]:
    """Keys of the questionnaires in which each person is asked once in the trial."""
    return frozenset(
        each.key for each in playbook.instruments if isinstance(each, Survey) and each.asked_once
    )


def _so_many(point: Point | None) -> tuple[int, int] | None:
    if point is None or point.withheld or point.numerator is None or not point.denominator:
        return None
    return int(point.numerator), int(point.denominator)


def _values(points: Sequence[Point], additive: bool) -> tuple[float, ...]:
    """A count is told per open day and site, so that a site that joined late does not look like a rise."""
    found = []
    for point in points:
        if point.value is None or point.withheld or not point.ended or (additive and point.period.cut):
            continue
        per_day = point.per_day if additive else point.value
        if per_day is not None:
            found.append(float(per_day) * (point.period.full_days if additive else 1))
    return tuple(found)
