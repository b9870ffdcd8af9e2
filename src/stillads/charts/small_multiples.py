"""The same figure at every site, each in its own small field, all on one scale."""

from dataclasses import dataclass
from datetime import date, timedelta

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded, said
from .pen import Pen, size_of
from .periods import period_name, several_years
from .run_data import RunPoint, type_period
from .scale import Scale, scale
from .table import Column, Table, type_cell
from .wrapping import cut


@dataclass(frozen=True, slots=True)
class SiteSeries:
    """One site's points; a site that joined late has fewer."""

    site: str
    points: tuple[RunPoint, ...]


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """Sites in their order, with day 1 in each field."""

    title: str
    sites: tuple[SiteSeries, ...]
    unit: str = ""
    description: str = ""
    period: type_period = "week"
    start: date | None = None


@dataclass(frozen=True, slots=True)
class _Field:
    left: float
    top: float
    width: float
    y: Scale
    days: tuple[date, date]

    def x(self, day: date) -> float:
        first, last = self.days
        share = (day - first).days / max(1, (last - first).days)
        return self.left + 4 + max(0.0, min(1.0, share)) * (self.width - 8)


def draw(
    chart: SmallMultiples, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN
) -> str:
    """The fields as SVG, three in a row, on a phone two. No figures give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    values = [v for site in chart.sites for point in site.points if (v := drawable(point.value)) is not None]
    if not values:
        return pen.empty(title=chart.title, description=chart.description, kind="small-multiples")
    days = _days(chart)
    axis = scale(values, 1, 0, most=2, unit=chart.unit)
    across = 2 if pen.size.narrow else 3
    left = max(svg.text_width(said(tick, _short(chart)), pen.size.text) for tick in axis.ticks) + 8
    wide = (pen.size.width - left) / across
    plot = 74.0 if pen.size.narrow else 96.0
    high = plot + 2 * pen.size.lane + 18
    body = ""
    for at, site in enumerate(chart.sites):
        row, column = divmod(at, across)
        top = row * high + pen.size.lane + 6
        y = Scale(axis.low, axis.high, top + plot, top, axis.ticks)
        field = _Field(left + column * wide + 4, top, wide - 14, y, days)
        body += (_axis(chart, field, pen, left) if column == 0 else "") + _site(chart, site, field, pen)
    height = ((len(chart.sites) - 1) // across + 1) * high
    described = chart.description or ". ".join(_reading(site, chart) for site in chart.sites)
    return pen.picture(height, body, title=chart.title, description=described, kind="small-multiples")


def table(chart: SmallMultiples) -> Table:
    """One row per period, one column per site."""
    every = {point.first: point for site in chart.sites for point in site.points}
    year = several_years(list(every.values()))
    at = [{point.first: point.value for point in site.points} for site in chart.sites]
    rows: list[tuple[type_cell, ...]] = [
        (period_name(every[first], chart.period, year=year), *(values.get(first) for values in at))
        for first in sorted(every)
    ]
    columns = (
        Column(_("Period")), *(Column(site.site, number=True) for site in chart.sites),
    )  # fmt: skip
    caption = f"{chart.title} ({chart.unit})" if chart.unit else chart.title
    return Table(caption, columns, tuple(rows))


def _short(chart: SmallMultiples) -> str:
    return "%" if chart.unit == "%" else ""


def _days(chart: SmallMultiples) -> tuple[date, date]:
    points = [point for site in chart.sites for point in site.points]
    first, last = min(point.first for point in points), max(point.last for point in points)
    return first, last + timedelta(days=1)


def _axis(chart: SmallMultiples, field: _Field, pen: Pen, left: float) -> str:
    return "".join(
        svg.text(
            said(tick, _short(chart)), left - 4, field.y.at(tick) + pen.size.text * 0.35, size=pen.size.text,
            anchor="end", fill=svg.QUIET,
        )
        for tick in (field.y.ticks[0], field.y.ticks[-1])
    )  # fmt: skip


def _reading(site: SiteSeries, chart: SmallMultiples) -> str:
    there = [point for point in site.points if drawable(point.value) is not None]
    if not there:
        return _("%(period)s: missing") % {"period": site.site}
    year = several_years(there)
    return _("%(site)s: from %(first)s (%(from)s) to %(last)s (%(to)s)") % {
        "site": site.site,
        "first": rounded(there[0].value, chart.unit),
        "from": period_name(there[0], chart.period, year=year),
        "last": rounded(there[-1].value, chart.unit),
        "to": period_name(there[-1], chart.period, year=year),
    }


def _site(chart: SmallMultiples, site: SiteSeries, field: _Field, pen: Pen) -> str:
    size, bottom = pen.size.text, field.y.start
    drawn = svg.text(
        cut(site.site, field.width, size * 1.06), field.left, field.top - 8, size=size, font_weight="600"
    )
    for tick in field.y.ticks:
        y = field.y.at(tick)
        drawn += svg.element(
            "line", x1=field.left, y1=y, x2=field.left + field.width, y2=y,
            stroke=svg.LINE if tick == field.y.low else "#e4e4e4",
        )  # fmt: skip
    if chart.start is not None:
        x = field.x(chart.start)
        drawn += svg.element("line", x1=x, y1=field.top, x2=x, y2=bottom, stroke=svg.INK, stroke_width=1.2)
    drawn += _series(site, field, pen)
    there = [point for point in site.points if drawable(point.value) is not None]
    last = rounded(there[-1].value, chart.unit) if there else _("missing")
    below = _("last: %(value)s") % {"value": last} if there else last
    drawn += svg.text(cut(below, field.width, size), field.left, bottom + size + 3, size=size, fill=svg.QUIET)
    return pen.reading(_reading(site, chart), drawn)


def _series(site: SiteSeries, field: _Field, pen: Pen) -> str:
    """Points joined over periods that follow each other; a gap is a gap."""
    d, drawn, joined = "", "", False
    for point in site.points:
        value = drawable(point.value)
        if value is None:
            joined = False
            continue
        x = (field.x(point.first) + field.x(point.last + timedelta(days=1))) / 2
        y = field.y.at(value)
        d += f"{'L' if joined else 'M'}{svg.number(x)} {svg.number(y)}"
        joined = True
        drawn += svg.element("circle", cx=x, cy=y, r=2.5, **pen.fill())
    line = svg.element("path", d=d, fill="none", stroke=svg.LINE, stroke_width=1.4)
    return line + drawn
