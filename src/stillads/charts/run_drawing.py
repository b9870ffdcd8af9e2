"""How a run chart is drawn; `run_chart.draw` is the way in."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded
from .lanes import Placed
from .pen import Pen, type_look
from .run_data import RunChart, RunPoint
from .run_frame import Frame, axes, edge_words, frame
from .run_words import described, reading, signal_word
from .space import Space, apart
from .wrapping import lines

type_spot = tuple[float, float]


def body(chart: RunChart, pen: Pen) -> tuple[str, float]:
    """Everything in the picture, and how tall it is."""
    here = frame(chart, pen)
    notes, height = _notes(here, here.bottom + pen.size.text + 6 + pen.size.lane + 10)
    drawn = _windows(here) + axes(here) + _verticals(here)
    if not chart.dots_only:
        drawn += _lines(here) + _promised(here) + _joined(here)
    drawn += "".join(_point(point, here) for point in chart.points)
    drawn += _edge(here) + _phases(here) + _above(here) + notes
    return drawn, height


def _windows(here: Frame) -> str:
    drawn = ""
    for window in here.chart.windows:
        x = here.x_of(window.first)
        width = max(2.0, here.x_of(window.last + timedelta(days=1)) - x)
        drawn += svg.element(
            "rect", x=x, y=here.top, width=width, height=here.bottom - here.top, fill="#efefef"
        )
    return drawn


def _verticals(here: Frame) -> str:
    """Day 1 as a strong line, notes as fine ones with a mark at the axis."""
    drawn = ""
    for mark in here.chart.marks:
        x = here.x_of(mark.day)
        drawn += svg.element(
            "line", x1=x, y1=here.top, x2=x, y2=here.bottom, stroke=svg.LINE, stroke_dasharray="1 3"
        )
        drawn += svg.element(
            "circle", cx=x, cy=here.bottom, r=3.5, fill=svg.PAPER, stroke=svg.INK, stroke_width=1.2
        )
    if here.chart.start is not None:
        x = here.x_of(here.chart.start)
        drawn += svg.element(
            "line", x1=x, y1=here.top - 4, x2=x, y2=here.bottom, stroke=svg.INK, stroke_width=1.6
        )
    return drawn


def _lines(here: Frame) -> str:
    """The lines of each phase: the centre drawn through, limits dashed in steps."""
    drawn = ""
    for _part, members in groupby(here.chart.points, key=lambda point: point.part):
        points = list(members)
        for name in ("upper", "lower"):
            d = _stairs(points, name, here)
            if d:
                drawn += svg.element(
                    "path", d=d, fill="none", stroke=svg.QUIET, stroke_width=1.2, stroke_dasharray="6 4"
                )
        d = _stairs(points, "reference", here)
        if d:
            drawn += svg.element(
                "path", d=d, fill="none", stroke=svg.INK, stroke_width=1.2, stroke_dasharray="12 4"
            )
        d = _stairs(points, "centre", here)
        if d:
            drawn += svg.element("path", d=d, fill="none", stroke=svg.INK, stroke_width=1.8)
    return drawn


def _stairs(points: Sequence[RunPoint], name: str, here: Frame) -> str:
    """A path that is level over each period and steps where the line does."""
    d, broken = "", True
    for point in points:
        value = drawable(getattr(point, name))
        if value is None:
            broken = True
            continue
        y, left = svg.number(here.y.at(value)), svg.number(here.x_of(point.first))
        right = svg.number(here.x_of(point.last + timedelta(days=1)))
        d += f"M{left} {y}H{right}" if broken else f"V{y}H{right}"
        broken = False
    return d


def _promised(here: Frame) -> str:
    value = drawable(here.chart.promised)
    if value is None:
        return ""
    y = here.y.at(value)
    return svg.element(
        "line", x1=here.left, y1=y, x2=here.right, y2=y, stroke=svg.INK, stroke_width=1.6, stroke_dasharray="1 5",
        stroke_linecap="round",
    )  # fmt: skip


def _joined(here: Frame) -> str:
    """Neighbouring points are joined; a gap and the beginning of a phase are not bridged."""
    d, before = "", 0
    for point in here.chart.points:
        value = drawable(point.value)
        if value is None or point.excluded:
            before = 0
            continue
        spot = f"{svg.number(here.middle(point))} {svg.number(here.y.at(value))}"
        d += f"{'L' if before == point.part else 'M'}{spot}"
        before = point.part
    return svg.element("path", d=d, fill="none", stroke=svg.LINE, stroke_width=1.6, stroke_linejoin="round")


def _point(point: RunPoint, here: Frame) -> str:
    x, value = here.middle(point), drawable(point.value)
    if value is None:
        return here.pen.reading(reading(point, here.chart, year=here.years), _cross(x, here.bottom - 7))
    kind = "excluded" if point.excluded else point.signal
    if here.chart.dots_only and not point.excluded:
        kind = ""
    return here.pen.reading(
        reading(point, here.chart, year=here.years), shape(kind, x, here.y.at(value), here.pen, here.radius)
    )


def _cross(x: float, y: float) -> str:
    d = f"M{svg.number(x - 4)} {svg.number(y - 4)}l8 8m0 -8l-8 8"
    return svg.element("path", d=d, fill="none", stroke=svg.QUIET, stroke_width=1.6)


def shape(kind: str, x: float, y: float, pen: Pen, radius: float = 4.5) -> str:
    """A point's mark: a dot, a diamond outside the limits, a square in a long run, a ring where it is not counted."""
    edge: type_look = {"stroke": svg.PAPER, "stroke_width": min(1.5, radius / 3)}
    if kind == "outside":
        tip = svg.number(radius * 1.8)
        d = f"M{svg.number(x)} {svg.number(y - radius * 1.8)}l{tip} {tip}l-{tip} {tip}l-{tip} -{tip}Z"
        return svg.element("path", d=d, **pen.fill(), **edge)
    if kind == "run":
        r = radius * 1.15
        return svg.element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, **pen.fill(), **edge)
    if kind == "excluded":
        return svg.element("circle", cx=x, cy=y, r=radius, fill=svg.PAPER, stroke=svg.QUIET, stroke_width=1.5)
    return svg.element("circle", cx=x, cy=y, r=radius, fill=svg.INK, **edge)


def _edge(here: Frame) -> str:
    """The lines' names at the right edge, pushed apart where they lie close."""
    words, size = edge_words(here.chart, here.pen), here.pen.size.text
    wanted = [here.y.at(value) for _word, value in words]
    placed = apart(wanted, size + 2, here.top + 4, here.bottom - 4)
    return "".join(
        svg.text(
            word, here.right + 6, y + size * 0.35, size=size,
            font_weight="600" if word.startswith(_("middle %(value)s").partition(" ")[0]) else None,
        )
        for (word, _value), y in zip(words, placed, strict=True)
    )  # fmt: skip


def _phases(here: Frame) -> str:
    """The centre of every phase but the last, at its line, where there is room between the points."""
    if here.chart.dots_only:
        return ""
    size = here.pen.size.text
    space = Space(here.left, here.top, here.right, here.bottom)
    space.taken.extend(_taken(here))
    drawn = ""
    last = max(point.part for point in here.chart.points)
    for part, members in groupby(here.chart.points, key=lambda point: point.part):
        points = [point for point in members if drawable(point.centre) is not None]
        if part == last or not points:
            continue
        centre = points[0].centre or 0.0
        unit = here.chart.unit if here.chart.unit == "%" else ""
        word = _("middle %(value)s") % {"value": rounded(centre, unit)}
        spot = space.put(word, size, _spots(word, points, here))
        if spot:
            drawn += here.pen.text(word, *spot, font_weight="600")
    return drawn


def _taken(here: Frame) -> Iterator[tuple[float, float, float, float]]:
    for point in here.chart.points:
        value = drawable(point.value)
        if value is not None:
            x, y = here.middle(point), here.y.at(value)
            yield x - 5, y - 5, x + 5, y + 5


def _spots(word: str, points: Sequence[RunPoint], here: Frame) -> Iterator[type_spot]:
    """Above and below the line, from its beginning to its end; last of all over the points at its beginning."""
    size = here.pen.size.text
    y = here.y.at(points[0].centre or 0.0)
    begin = max(here.left + 4, here.x_of(points[0].first))
    end = here.x_of(points[-1].last) - svg.text_width(word, size)
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = begin + max(0.0, end - begin) * share
        for drop in (-6.0, size + 4, -6.0 - size, 2 * size + 4):
            yield x, y + drop


def _above(here: Frame) -> str:
    """Labels in their lanes, each with a fine line down to the plot."""
    leaders = texts = ""
    for item in here.above:
        y = here.top - 12 - here.pen.size.lane * item.lane
        x = item.label.x
        leaders += svg.element("line", x1=x, y1=y + 4, x2=x, y2=here.top, stroke=svg.LINE, stroke_width=0.8)
        texts += _label(item, y, here)
    return leaders + texts


def _label(item: Placed, y: float, here: Frame) -> str:
    strong = item.label.kind == "day-1"
    return here.pen.text(
        item.label.text, item.x, y, anchor=item.label.anchor, font_weight="600" if strong else None,
        fill=svg.INK if strong else svg.QUIET,
    )  # fmt: skip


def _notes(here: Frame, top: float) -> tuple[str, float]:
    """Under the axis, in words: which periods are missing, which are signals."""
    chart, pen, size = here.chart, here.pen, here.pen.size.text
    drawn, y = "", top
    for kind, word in _kinds(chart):
        names = described(chart, word)
        if not names:
            continue
        said_of = _("%(word)s: %(periods)s") % {"word": word, "periods": names}
        y += size + 2
        drawn += _cross(9, y - 5) if kind == "missing" else shape(kind, 9, y - 5, pen)
        for at, line in enumerate(lines(said_of, pen.size.width - 26, size)):
            y += pen.size.lane if at else 0
            drawn += svg.text(line, 22, y, size=size)
        y += 5
    return drawn, y + 4


def _kinds(chart: RunChart) -> list[tuple[str, str]]:
    """Each shape that needs a word, with the word."""
    kinds = [("missing", _("missing"))]
    for point in chart.points:
        kind = "excluded" if point.excluded else point.signal
        if not kind or any(kind == known for known, _word in kinds) or drawable(point.value) is None:
            continue
        word = signal_word(point, chart)
        kinds += [(kind, word)] if word else []
    return kinds
