"""The words in a run chart: the names of its lines, and what stands above it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded
from .lanes import Placed
from .run_data import RunPoint
from .run_frame import Frame, edge_words
from .space import Space, apart

type_spot = tuple[float, float]


def edge(here: Frame) -> str:
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


def phases(here: Frame) -> str:
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


def above(here: Frame) -> str:
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
