"""Where things lie in a run chart: the axes, and what stands at them."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from stillads.kernel.dates import format_date, format_week
from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded, said
from .lanes import Label, Placed, lanes_used, place
from .line_data import Window
from .pen import Pen
from .periods import stretches, tick_name
from .run_data import RunChart, RunPoint
from .run_words import Telling
from .scale import Scale, scale
from .wrapping import cut

_PAD = 12.0


def edge_words(chart: RunChart, pen: Pen) -> list[tuple[str, float]]:
    """The names of the last phase's lines, with the figure where each lies; from the top of the picture."""
    if chart.dots_only:
        return []
    last = next((point for point in reversed(chart.points) if drawable(point.centre) is not None), None)
    found: list[tuple[str, float]] = []
    if last is not None:
        limit = _("limit") if pen.size.narrow else _("limit %(value)s")
        words = ((last.upper, limit), (last.centre, _("middle %(value)s")), (last.lower, limit))
        for value, word in words:
            if drawable(value) is not None and value is not None:
                found.append((word.replace("%(value)s", rounded(value, _short(chart.unit))), value))
        if last.reference is not None and drawable(last.reference) is not None:
            text = _("before %(value)s") % {"value": rounded(last.reference, _short(chart.unit))}
            found.append((text, last.reference))
    if drawable(chart.promised) is not None and chart.promised is not None:
        word = _("predicted %(value)s") % {"value": rounded(chart.promised, _short(chart.unit))}
        found.append((word, chart.promised))
    return sorted(found, key=lambda pair: -pair[1])


def _short(unit: str) -> str:
    return unit if unit == "%" else ""


@dataclass(frozen=True, slots=True)
class Days:
    """From days to places: `first` at `start`, `count` days later `end`."""

    first: date
    count: int
    start: float
    end: float

    def x(self, day: date) -> float:
        """Where the morning of a day is; days outside are drawn at the edge."""
        share = (day - self.first).days / self.count
        return self.start + max(0.0, min(1.0, share)) * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's edges, its scales, the labels above it, and the chart's words."""

    chart: RunChart
    pen: Pen
    left: float
    right: float
    top: float
    bottom: float
    y: Scale
    days: Days
    above: tuple[Placed, ...]
    told: Telling

    def x_of(self, day: date) -> float:
        """Where the morning of a day is; days outside are drawn at the edge."""
        return self.days.x(day)

    @property
    def radius(self) -> float:
        """How large a point may be, so that neighbours are told apart."""
        step = (self.right - self.left - 2 * _PAD) / len(self.chart.points)
        return max(2.0, min(4.5, 0.45 * step))

    def middle(self, point: RunPoint) -> float:
        """Where a period's point is."""
        return (self.x_of(point.first) + self.x_of(point.last + timedelta(days=1))) / 2


def frame(told: Telling, pen: Pen) -> Frame:
    """The frame with room for the labels that the chart needs."""
    chart = told.chart
    size = pen.size
    values = [value for point in chart.points for value in _shown(point, chart) if value is not None]
    if chart.promised is not None and drawable(chart.promised) is not None:
        values.append(chart.promised)
    axis = scale(values, 1, 0, most=4 if size.narrow else 5, from_zero=chart.from_zero, unit=chart.unit)
    widest = max(svg.text_width(said(tick, _short(chart.unit)), size.text) for tick in axis.ticks)
    left = max(widest, svg.text_width(_("week"), size.text) if chart.period == "week" else 0) + 10
    words = [svg.text_width(word, size.text) for word, _value in edge_words(chart, pen)]
    right = size.width - max([6.0, *(width + 10 for width in words)])
    days = _days(chart, left, right)
    above = place(_labels(chart, days, pen), size=size.text, left=2, right=size.width - 2)
    head = size.text * 1.5 if chart.unit and chart.unit != "%" else 4.0
    top = head + size.lane * lanes_used(above) + 8
    bottom = top + (190 if size.narrow else 260)
    y = Scale(axis.low, axis.high, bottom, top, axis.ticks)
    return Frame(chart, pen, left, right, top, bottom, y, days, tuple(above), told)


def _shown(point: RunPoint, chart: RunChart) -> list[float | None]:
    if chart.dots_only:
        return [drawable(point.value)]
    return [
        drawable(value) for value in (point.value, point.centre, point.lower, point.upper, point.reference)
    ]


def _days(chart: RunChart, left: float, right: float) -> Days:
    first = min(point.first for point in chart.points)
    last = max(point.last for point in chart.points) + timedelta(days=1)
    return Days(first, max(1, (last - first).days), left + _PAD, right - _PAD)


def _labels(chart: RunChart, days: Days, pen: Pen) -> list[Label]:
    room = pen.size.width - 8

    def label(day: date, text: str, kind: str) -> Label:
        return Label(days.x(day), cut(text, room, pen.size.text), kind=kind)

    labels = []
    if chart.start is not None:
        text = _("day 1: %(date)s") % {"date": format_date(chart.start, year=False)}
        labels.append(label(chart.start, text, "day-1"))
    for window in chart.windows:
        middle = window.first + (window.last + timedelta(days=1) - window.first) / 2
        labels.append(label(middle, f"{window.label}, {_weeks(window)}", "window"))
    labels.extend(label(mark.day, mark.label, mark.kind or "note") for mark in chart.marks)
    return labels


def _weeks(window: Window) -> str:
    first, last = format_week(window.first), window.last.isocalendar().week
    return first if window.first.isocalendar().week == last else f"{first}–{last}"


def axes(here: Frame) -> str:
    """Gridlines, figures at the left, periods below in two rows."""
    return _y_axis(here) + _x_axis(here)


def _y_axis(here: Frame) -> str:
    drawn, pen = "", here.pen
    for tick in here.y.ticks:
        y = here.y.at(tick)
        drawn += svg.element(
            "line",
            x1=here.left,
            y1=y,
            x2=here.right,
            y2=y,
            stroke="#e4e4e4" if tick != here.y.low else svg.LINE,
        )
        drawn += svg.text(
            said(tick, _short(here.chart.unit)), here.left - 6, y + pen.size.text * 0.35,
            size=pen.size.text, anchor="end", fill=svg.QUIET,
        )  # fmt: skip
    if here.chart.unit and here.chart.unit != "%":
        drawn += svg.text(
            cut(here.chart.unit, pen.size.width - 4, pen.size.text), 2, pen.size.text, size=pen.size.text,
            fill=svg.QUIET,
        )  # fmt: skip
    return drawn


def _x_axis(here: Frame) -> str:
    size, period = here.pen.size.text, here.chart.period
    row = here.bottom + size + 6
    lead = _("week") if period == "week" else ""
    drawn = svg.text(lead, here.left - 6, row, size=size, anchor="end", fill=svg.QUIET) if lead else ""
    points = here.chart.points
    widest = max(svg.text_width(tick_name(point, period), size) for point in points) + 6
    every = max(1, math.ceil(widest * len(points) / (here.right - here.left - 2 * _PAD)))
    for point in points[::every]:
        drawn += svg.text(
            tick_name(point, period), here.middle(point), row, size=size, anchor="middle", fill=svg.QUIET
        )
    reached = -1e9
    for name, first in stretches(here.chart.points, period):
        x = here.x_of(first)
        width = svg.text_width(name, size)
        if x < reached or x + width > here.pen.size.width:
            continue
        reached = x + width + 6
        drawn += svg.text(name, x, row + here.pen.size.lane, size=size, fill=svg.QUIET)
    return drawn
