"""Before and after on one scale, each with its interval where one is justified; without, the picture says why not."""

from dataclasses import dataclass

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded, said
from .pen import Pen, size_of
from .scale import Scale, scale
from .table import Column, Table
from .value_axis import value_axis
from .wrapping import lines

_PAD = 12.0


@dataclass(frozen=True, slots=True)
class Level:
    """One measurement: its figure, its interval, and so many of so many."""

    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    counted: float | None = None
    out_of: float | None = None


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Levels in the order of time; the last is what the picture is about. `why`: why there is no interval.

    `beside`: they stand beside each other (sites, weekdays), and the picture is about all of them.
    """

    title: str
    levels: tuple[Level, ...]
    unit: str = ""
    description: str = ""
    why: str = ""
    beside: bool = False


def draw(chart: BeforeAfter, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The levels as SVG. No figures give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if all(drawable(level.value) is None for level in chart.levels):
        return pen.empty(title=chart.title, description=chart.description, kind="before-after")
    across = _across(chart, pen)
    body, y = "", 4.0
    for at, level in enumerate(chart.levels):
        drawn, y = _row(level, chart.unit, across, pen, y, last=chart.beside or at == len(chart.levels) - 1)
        body += pen.reading(_reading(level, chart.unit), drawn)
    grid = value_axis(across, pen, y, chart.unit)
    y += pen.size.text + 12
    for line in lines(chart.why, pen.size.width - 8, pen.size.text):
        body += svg.text(line, 2, y + pen.size.lane, size=pen.size.text, fill=svg.QUIET)
        y += pen.size.lane
    described = chart.description or ". ".join(_reading(level, chart.unit) for level in chart.levels)
    return pen.picture(y + 8, grid + body, title=chart.title, description=described, kind="before-after")


def table(chart: BeforeAfter) -> Table:
    """One row per level."""
    columns = (
        Column(_("When")),
        Column(_("Value"), number=True, unit=chart.unit),
        Column(_("At least"), number=True),
        Column(_("At most"), number=True),
        Column(_("Counted"), number=True),
        Column(_("Out of all"), number=True),
    )
    rows = tuple(
        (level.label, level.value, level.low, level.high, level.counted, level.out_of)
        for level in chart.levels
    )
    return Table(chart.title, columns, rows)


def _across(chart: BeforeAfter, pen: Pen) -> Scale:
    values = [
        known
        for level in chart.levels
        for known in map(drawable, (level.value, level.low, level.high))
        if known is not None
    ]
    return scale(values, _PAD, pen.size.width - 2 * _PAD, most=4 if pen.size.narrow else 8, unit=chart.unit)


def _reading(level: Level, unit: str) -> str:
    if drawable(level.value) is None:
        return _("%(period)s: missing") % {"period": level.label}
    text = f"{level.label}: {rounded(level.value, unit)}"
    if drawable(level.counted) is not None and drawable(level.out_of) is not None:
        text += (
            f" ({_('%(part)s out of %(all)s') % {'part': said(level.counted), 'all': said(level.out_of)}})"
        )
    if drawable(level.low) is not None and drawable(level.high) is not None:
        between = {"low": rounded(level.low, unit), "high": rounded(level.high, unit)}
        text += ", " + _("uncertain between %(low)s and %(high)s") % between
    return text


def _row(level: Level, unit: str, across: Scale, pen: Pen, top: float, *, last: bool) -> tuple[str, float]:
    """A line or two of words, and the level below them."""
    drawn, y = "", top
    for line in lines(_reading(level, unit), pen.size.width - 8, pen.size.text * 1.06):
        y += pen.size.lane
        drawn += pen.text(line, 2, y, font_weight="600" if last else None)
    y += 20
    value, low, high = drawable(level.value), drawable(level.low), drawable(level.high)
    if low is not None and high is not None:
        drawn += _interval(across.at(low), across.at(high), y, pen, last=last)
    if value is not None:
        look = {**pen.fill(), "stroke": svg.PAPER, "stroke_width": 1.5} if last else {}
        look = look or {"fill": svg.PAPER, "stroke": svg.INK, "stroke_width": 2}
        drawn += svg.element("circle", cx=across.at(value), cy=y, r=7, **look)
    return drawn, y + 16


def _interval(left: float, right: float, y: float, pen: Pen, *, last: bool) -> str:
    d = f"M{svg.number(left)} {svg.number(y - 6)}v12m0 -6H{svg.number(right)}m0 -6v12"
    look = pen.stroke(3) if last else {"stroke": svg.INK, "stroke_width": 2, "stroke_dasharray": "5 3"}
    return svg.element("path", d=d, fill="none", **look)
