"""A measure over time: its run chart, and the sentence made from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stillads.charts.run_data import RunChart, RunPoint, type_period
from stillads.kernel.language import gettext as _
from stillads.playbooks.format.measures import Measure

from ..measures import MeasureResult, Point, Series, Why
from ..measures.results import SHARES
from ..pictures import Period, run_chart
from ..sentences import Topic, Wish, change
from ..sentences.levels import level
from ..spc import Chart, Options, chart
from .around import Around
from .kinds import groups_of, is_comparable, kind_of, times_of, what_of

_LEFT_OUT = {Why.NOT_YET, Why.NOT_OPEN, Why.TOO_FEW, Why.SPAN_CUT}
_WISHES = {"down": Wish.LESS, "up": Wish.MORE, "none": Wish.NONE}


@dataclass(frozen=True, slots=True)
class OverTime:
    """The points that are shown, `before` of them from before day 1; the chart whose lines come from those.

    earlier, since  the level before day 1 and since, in the chart's unit; None where there is none
    """

    points: tuple[Point, ...]
    before: int
    frozen: Chart
    earlier: float | None
    since: float | None


def over_time(result: MeasureResult) -> OverTime:
    """The chart behind both picture and sentence."""
    measure = result.measure
    points = shown_points(result.whole, compared=result.baseline.kind != "none")
    before = sum(1 for point in points if point.period.part == "baseline")
    excluded = frozenset(at + 1 for at, point in enumerate(points) if not is_comparable(measure, point))
    options = Options(freeze=before or None, exclude=excluded, multiply=_times(measure))
    frozen = chart(kind_of(measure), groups_of(kind_of(measure), points), options)
    return OverTime(
        points, before, frozen,
        earlier=_level(measure, result.whole.before, frozen, 0, before) if before else None,
        since=_level(measure, result.whole.whole, frozen, before, len(points)),
    )  # fmt: skip


def shown_points(series: Series, *, compared: bool = True) -> tuple[Point, ...]:
    """Periods in which there was something to register, until today. A time before without figures is left out."""
    there = [p for p in series.points if not _is_left_out(p)]
    before = [point for point in there if point.period.part == "baseline"]
    if not compared or all(point.value is None for point in before):
        there = [point for point in there if point.period.part != "baseline"]
    return tuple(there)


def _is_left_out(point: Point) -> bool:
    """A part of a week in which nothing came is not a week that is missing."""
    empty_part = point.value is None and (point.period.cut or not point.ended)
    return point.why in _LEFT_OUT or point.period.part == "after" or empty_part


def picture(result: MeasureResult, found: OverTime, title: str, sentence: str, around: Around) -> RunChart:
    """The run chart with day 1, windows and what happened, as far as they lie in its days."""
    whole = replace(found.frozen.options, freeze=None)
    judged: Chart | None = None
    drawn = found.frozen
    if found.before and found.before < len(found.points):
        groups = groups_of(drawn.kind, found.points)
        drawn, judged = chart(drawn.kind, groups, replace(whole, parts=(found.before,))), found.frozen
    first, last = found.points[0].period.first, found.points[-1].period.last
    made = run_chart(
        drawn, [Period(point.period.first, point.period.last) for point in found.points], title=title,
        unit=unit_of(result.measure), description=sentence, period=period_of(result.measure),
        start=around.start if first <= around.start <= last else None,
        windows=[each for each in around.windows if each.first <= last and each.last >= first],
        marks=[each for each in around.marks if first <= each.day <= last], judged=judged,
    )  # fmt: skip
    return replace(made, points=_counted(made.points, found.points, result.measure))


def sentence(result: MeasureResult, found: OverTime, around: Around) -> str:
    """How it moved, and whether that is more than chance."""
    measure = result.measure
    topic = Topic(
        what=what_of(measure), unit=unit_of(measure), wish=_WISHES[measure.direction],
        period=period_of(measure), sampling=around.sampling,
    )  # fmt: skip
    return change(found.frozen, topic, before=found.before, levels=(found.earlier, found.since))


def unit_of(measure: Measure) -> str:
    """The unit of one period: `opkald om ugen` for a count, otherwise the measure's own."""
    if measure.how != "count":
        return measure.unit
    texts = {"day": _("%(unit)s a day"), "week": _("%(unit)s a week"), "month": _("%(unit)s a month")}
    return texts.get(measure.period, "%(unit)s") % {"unit": measure.unit}


def period_of(measure: Measure) -> Literal["day", "week", "month"]:
    """The axis; windows and spans are told by their weeks."""
    period: type_period = (
        "day" if measure.period == "day" else "month" if measure.period == "month" else "week"
    )
    return period


def _times(measure: Measure) -> float:
    return times_of(measure) if kind_of(measure).needs_denominator else 1.0


def _level(measure: Measure, whole: Point | None, frozen: Chart, first: int, last: int) -> float | None:
    """All of it as one figure; of what adds up, the mean of the whole periods."""
    if measure.how == "count" or whole is None or whole.value is None:
        return level(frozen, frozen.points[first:last])
    return float(whole.value)


def _counted(drawn: Sequence[RunPoint], points: Sequence[Point], measure: Measure) -> tuple[RunPoint, ...]:
    """With n of N, where the figure is a share."""
    if measure.how not in SHARES:
        return tuple(drawn)
    return tuple(
        one if point.numerator is None or point.denominator is None else
        replace(one, counted=float(point.numerator), out_of=float(point.denominator))
        for one, point in zip(drawn, points, strict=True)
    )  # fmt: skip
