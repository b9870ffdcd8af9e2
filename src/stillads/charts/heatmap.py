"""When it happens: hours and weekdays, in five tones with the number in each field."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from stillads.kernel.dates import WEEKDAYS
from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, said
from .pen import Pen, hatch, size_of
from .table import Column, Table

TONES = (0.12, 0.28, 0.45, 1.0)  # none of them hides the number: dark text on the pale, white on the full
HOURS = 24


@dataclass(frozen=True, slots=True)
class Heatmap:
    """`counts[weekday][hour]`, Monday first; None where nobody counted (closed). Hours outside `first` … `last`
    are left out where they are empty."""

    title: str
    counts: tuple[tuple[float | None, ...], ...]
    unit: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        if len(self.counts) != len(WEEKDAYS) or any(len(day) != HOURS for day in self.counts):
            raise ValueError("a heatmap has seven weekdays of 24 hours")

    @property
    def greatest(self) -> float:
        """The greatest count; nought where there is none."""
        return max((known for _day, _hour, count in self.cells() if (known := drawable(count))), default=0.0)

    def cells(self) -> Iterator[tuple[int, int, float | None]]:
        """Weekday, hour, count."""
        for day, hours in enumerate(self.counts):
            for hour, count in enumerate(hours):
                yield day, hour, count

    @property
    def hours(self) -> range:
        """From the first to the last hour in which anything was counted."""
        used = [hour for _day, hour, count in self.cells() if drawable(count)]
        return range(min(used), max(used) + 1) if used else range(0)


def draw(chart: Heatmap, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The fields as SVG: weekdays as rows, on a phone as columns. Nothing counted gives a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if not chart.hours:
        return pen.empty(title=chart.title, description=chart.description, kind="heatmap")
    hours, greatest = chart.hours, chart.greatest
    left = 38.0 if pen.size.narrow else 74.0
    top = pen.size.text + 10
    columns, rows = (len(WEEKDAYS), len(hours)) if pen.size.narrow else (len(hours), len(WEEKDAYS))
    wide, high = (pen.size.width - left - 2) / columns, 26.0
    body = _heads(hours, pen, left, top, wide, high)
    names = {hour: clock(hour) for hour in hours}
    xs, ys = _edges(left, wide, columns, wide / 2), _edges(top, high, rows, high / 2 + 5)
    for day, hour, count in chart.cells():
        if hour not in hours:
            continue
        along, down = (day, hour - hours.start) if pen.size.narrow else (hour - hours.start, day)
        spot = _Spot(*xs[along], *ys[down], left + along * wide, top + down * high, wide, high)
        body += _cell(f"{WEEKDAYS[day]} {names[hour]}", count, chart.unit, greatest, spot, pen)
    described = chart.description or _("Most: %(number)s.") % {"number": said(chart.greatest, chart.unit)}
    height = top + rows * high + 4
    return pen.picture(height, body, title=chart.title, description=described, kind="heatmap")


def table(chart: Heatmap) -> Table:
    """One row per hour, one column per weekday."""
    columns = (Column(_("Hour")), *(Column(day, number=True) for day in WEEKDAYS))
    rows = tuple((clock(hour), *(day[hour] for day in chart.counts)) for hour in chart.hours)
    return Table(chart.title, columns, rows)


def clock(hour: int) -> str:
    """`kl. 8–9`."""
    return _("%(from)d–%(to)d o’clock") % {"from": hour, "to": hour + 1}


def _heads(hours: range, pen: Pen, left: float, top: float, wide: float, high: float) -> str:
    size, drawn = pen.size.text, ""
    days = [day[:3] if pen.size.narrow else day for day in WEEKDAYS]
    times = [str(hour) for hour in hours]
    across, down = (days, times) if pen.size.narrow else (times, days)
    every = 1 if wide >= 20 else 2
    for at, word in enumerate(across):
        if at % every == 0:
            x = left + (at + 0.5) * wide
            drawn += svg.text(word, x, top - 6, size=size, anchor="middle", fill=svg.QUIET)
    for at, word in enumerate(down):
        y = top + (at + 0.5) * high + size * 0.35
        drawn += svg.text(word, left - 6, y, size=size, anchor="end", fill=svg.QUIET)
    corner = _("hour")
    return drawn + svg.text(corner, 2, top - 6, size=size, fill=svg.QUIET)


def _edges(start: float, step: float, count: int, middle: float) -> list[tuple[str, str]]:
    """Where each column or row begins, and where its text stands; written once for all fields in it."""
    places = [start + at * step for at in range(count)]
    return [(svg.number(place + 1), svg.number(place + middle)) for place in places]


class _Spot(NamedTuple):
    """A field's place: its edges and its text as written, and as numbers."""

    left: str
    middle: str
    top: str
    line: str
    x: float
    y: float
    wide: float
    high: float


def _cell(when: str, count: float | None, unit: str, greatest: float, spot: _Spot, pen: Pen) -> str:
    known = drawable(count)
    if known is None:
        x, y, wide, high = spot.x + 1, spot.y + 1, spot.wide - 2, spot.high - 2
        closed = _("%(when)s: not counted") % {"when": when}
        return pen.reading(closed, _field(pen, spot, 0) + hatch(x, y, wide, high, step=8, colour="#c4c4c4"))
    tone = _tone(known, greatest)
    drawn = _field(pen, spot, tone)
    word = said(known) if known else ""
    if word and svg.text_width(word, pen.size.text) <= spot.wide - 2:
        fill = svg.PAPER if tone == TONES[-1] else svg.INK
        drawn += (
            f'<text x="{spot.middle}" y="{spot.line}" font-size="{pen.size.text}"'
            f' text-anchor="middle" fill="{fill}">{word}</text>'
        )
    return pen.reading(f"{when}: {word or 0} {unit}".rstrip(), drawn)


def _field(pen: Pen, spot: _Spot, tone: float) -> str:
    """A field with a fine edge; written out because there are up to 168 of them."""
    place = f'x="{spot.left}" y="{spot.top}" width="{svg.number(spot.wide - 2)}" height="{svg.number(spot.high - 2)}"'
    if not tone:
        return f'<rect {place} fill="{svg.PAPER}" stroke="#e4e4e4"/>'
    own = "" if pen.standalone else ' class="c-own"'
    return f'<rect {place} fill="{escape(pen.colour)}" fill-opacity="{tone}"{own}/>'


def _tone(count: float, greatest: float) -> float:
    """Nought has no tone; the others are quarters of the greatest."""
    if count <= 0 or greatest <= 0:
        return 0.0
    return TONES[min(len(TONES) - 1, max(0, int(4 * count / greatest - 1e-9)))]
