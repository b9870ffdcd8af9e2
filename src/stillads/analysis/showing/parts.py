"""A measure broken down: by weekday, hour, reason, who answered."""

from collections.abc import Mapping, Sequence

from stillads.charts.before_after import BeforeAfter, Level
from stillads.charts.heatmap import HOURS, Heatmap
from stillads.charts.pareto import Pareto, Share
from stillads.charts.picture import type_chart
from stillads.kernel.dates import WEEKDAYS
from stillads.kernel.language import gettext as _
from stillads.playbooks.format.measures import Measure

from ..measures import Point, Series
from ..measures.breakdowns import WEEKDAY
from ..sentences import hours
from ..sentences.words import amount, part_of

type_part = tuple[type_chart | None, str]
"""The picture and its sentence; no picture where there is nothing to show."""


def by_value(
    measure: Measure, by: str, series: Sequence[Series], labels: Mapping[str, str], title: str
) -> type_part:
    """Counts ranked, everything else as rows in its own order."""
    rows = [(_label(by, each, labels), each.whole) for each in series]
    there = [(label, point) for label, point in rows if point.value is not None]
    if not there:
        return None, _("It cannot be told apart yet: there is too little.")
    if measure.how == "count" and by != WEEKDAY:
        shares = tuple(Share(label, float(point.value or 0)) for label, point in there)
        chart = Pareto(title, shares, measure.unit)
        if not chart.ranked:
            return None, _("Nothing has been registered yet.")
        most = {"label": chart.ranked[0].label, "share": part_of(chart.ranked[0].count, chart.total)}
        return chart, _("Most: %(label)s, %(share)s.") % most
    drawn = tuple(Level(label, None if p.value is None else float(p.value), **_parts(p)) for label, p in rows)
    return BeforeAfter(title, drawn, measure.unit, beside=True), _between(there, measure.unit)


def by_hours(points: Mapping[tuple[int, str], Point], measure: Measure, title: str) -> type_part:
    """A count by weekday and hour."""
    counts = [[0.0] * HOURS for _day in WEEKDAYS]
    for (day, hour), point in points.items():
        if hour.isdecimal() and int(hour) < HOURS:
            counts[day - 1][int(hour)] = float(point.value or 0)
    chart = Heatmap(title, tuple(tuple(day) for day in counts), measure.unit)
    return (chart if chart.hours else None), hours(chart)


def _label(by: str, series: Series, labels: Mapping[str, str]) -> str:
    if by == WEEKDAY:
        return WEEKDAYS[int(series.key) - 1]
    return series.title or labels.get(series.key, series.key)


def _parts(point: Point) -> dict[str, float]:
    if point.numerator is None or point.denominator is None:
        return {}
    return {"counted": float(point.numerator), "out_of": float(point.denominator)}


def _between(rows: list[tuple[str, Point]], unit: str) -> str:
    """The ends of it, named; how different they are is left to the reader."""
    ordered = sorted(rows, key=lambda row: row[1].value or 0)
    (low, least), (high, most) = ordered[0], ordered[-1]
    if len(rows) == 1:
        return f"{low}: {amount(float(least.value or 0), unit)}."
    if least.value == most.value:
        return _("The same everywhere: %(value)s.") % {"value": amount(float(most.value or 0), unit)}
    return _("From %(least)s (%(low)s) to %(most)s (%(high)s).") % {
        "least": amount(float(least.value or 0), unit), "low": low,
        "most": amount(float(most.value or 0), unit), "high": high,
    }  # fmt: skip
