"""Sites side by side, honestly: a share from few varies more than one from many, and the funnel shows how much."""

from dataclasses import dataclass

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded, said
from .pen import Pen, size_of, type_look
from .scale import Scale, scale
from .space import Space
from .table import Column, Table
from .value_axis import value_axis


@dataclass(frozen=True, slots=True)
class Site:
    """A site's figure, and how many it stands on. `outside`: beyond what chance explains."""

    label: str
    value: float | None
    out_of: float
    outside: bool = False


@dataclass(frozen=True, slots=True)
class FunnelPlot:
    """Sites, the level of all of them, and the funnel: (out of, lower limit, upper limit) in rising order."""

    title: str
    sites: tuple[Site, ...]
    level: float | None = None
    funnel: tuple[tuple[float, float, float], ...] = ()
    unit: str = "%"
    based_on: str = ""
    description: str = ""


def draw(chart: FunnelPlot, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The sites as SVG. No figures give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    there = [site for site in chart.sites if drawable(site.value) is not None and drawable(site.out_of)]
    if not there:
        return pen.empty(title=chart.title, description=chart.description, kind="funnel-plot")
    values = [site.value or 0.0 for site in there]
    values += [value for _n, low, high in chart.funnel for value in (low, high)]
    tall = scale(values, 1, 0, unit=chart.unit)
    left = max(svg.text_width(said(tick, _short(chart)), pen.size.text) for tick in tall.ticks) + 8
    bottom = 240.0 if pen.size.narrow else 290.0
    y = Scale(tall.low, tall.high, bottom, 8, tall.ticks)
    most = 4 if pen.size.narrow else 6
    x = scale([site.out_of for site in there], left, pen.size.width - 12, most=most)
    body = _levels(chart, y, x, pen) + _funnel(chart, x, y)
    body += "".join(pen.reading(_reading(site, chart), _mark(site, x, y, pen)) for site in there)
    body += _names(there, x, y, pen) + value_axis(x, pen, bottom, chart.based_on)
    described = chart.description or ". ".join(_reading(site, chart) for site in chart.sites)
    height = bottom + pen.size.text + 12
    return pen.picture(height, body, title=chart.title, description=described, kind="funnel-plot")


def table(chart: FunnelPlot) -> Table:
    """One row per site."""
    columns = (
        Column(_("Site")),
        Column(_("Value"), number=True, unit=chart.unit),
        Column(_("Out of all"), number=True),
        Column(_("Remark")),
    )
    rows = tuple(
        (site.label, site.value, site.out_of, _("outside the limits") if site.outside else "")
        for site in chart.sites
    )
    return Table(chart.title, columns, rows)


def _short(chart: FunnelPlot) -> str:
    return "%" if chart.unit == "%" else ""


def _reading(site: Site, chart: FunnelPlot) -> str:
    if drawable(site.value) is None:
        return _("%(period)s: missing") % {"period": site.label}
    text = f"{site.label}: {rounded(site.value, chart.unit)} (n = {said(site.out_of)})"
    return f"{text}, {_('outside the limits')}" if site.outside else text


def _levels(chart: FunnelPlot, y: Scale, x: Scale, pen: Pen) -> str:
    drawn = ""
    for tick in y.ticks:
        at = y.at(tick)
        drawn += svg.element("line", x1=x.start, y1=at, x2=x.end, y2=at, stroke="#e4e4e4")
        drawn += svg.text(
            said(tick, _short(chart)), x.start - 6, at + pen.size.text * 0.35, size=pen.size.text, anchor="end",
            fill=svg.QUIET,
        )  # fmt: skip
    if drawable(chart.level) is not None and chart.level is not None:
        at = y.at(chart.level)
        drawn += svg.element("line", x1=x.start, y1=at, x2=x.end, y2=at, stroke=svg.INK, stroke_width=1.6)
    return drawn


def _funnel(chart: FunnelPlot, x: Scale, y: Scale) -> str:
    d = ""
    for side in (1, 2):
        inside = [step for step in chart.funnel if x.low <= step[0] <= x.high]
        for at, step in enumerate(inside):
            d += f"{'L' if at else 'M'}{svg.number(x.at(step[0]))} {svg.number(y.at(step[side]))}"
    return svg.element(
        "path", d=d, fill="none", stroke=svg.QUIET, stroke_width=1.3, stroke_dasharray="6 4"
    ) if d else ""  # fmt: skip


def _mark(site: Site, x: Scale, y: Scale, pen: Pen) -> str:
    at, up = x.at(site.out_of), y.at(site.value or 0.0)
    edge: type_look = {"stroke": svg.PAPER, "stroke_width": 1.5}
    if site.outside:
        d = f"M{svg.number(at)} {svg.number(up - 8)}l8 8l-8 8l-8 -8Z"
        return svg.element("path", d=d, **pen.fill(), **edge)
    return svg.element("circle", cx=at, cy=up, r=5, fill=svg.INK, **edge)


def _names(sites: list[Site], x: Scale, y: Scale, pen: Pen) -> str:
    """Each site's name beside its mark where there is room; those outside the limits come first."""
    size = pen.size.text
    space = Space(x.start, 0, pen.size.width, y.start)
    for site in sites:
        at, up = x.at(site.out_of), y.at(site.value or 0.0)
        space.taken.append((at - 6, up - 6, at + 6, up + 6))
    drawn = ""
    for site in sorted(sites, key=lambda each: not each.outside):
        at, up, wide = x.at(site.out_of), y.at(site.value or 0.0), svg.text_width(site.label, size)
        spots = [
            (at + 10, up + 5),
            (at - 10 - wide, up + 5),
            (at - wide / 2, up - 11),
            (at - wide / 2, up + 22),
        ]
        spot = space.put(site.label, size, spots)
        if spot:
            drawn += pen.text(site.label, *spot, font_weight="600" if site.outside else None)
    return drawn
