"""The scale under horizontal pictures: fine lines up through them, round figures below."""

from . import svg
from .figures import said
from .pen import Pen
from .scale import Scale
from .wrapping import cut


def value_axis(across: Scale, pen: Pen, bottom: float, unit: str) -> str:
    """The axis at `bottom`, with the unit at its last figure; figures that would touch are left out."""
    drawn = svg.element(
        "line", x1=across.start, y1=bottom, x2=across.end, y2=bottom, stroke=svg.LINE, stroke_width=1.4
    )
    free = pen.size.width
    for tick in reversed(across.ticks):
        x = across.at(tick)
        drawn += svg.element("line", x1=x, y1=4, x2=x, y2=bottom, stroke="#e4e4e4")
        word = said(tick, unit if unit == "%" or tick == across.ticks[-1] else "")
        word = cut(word, pen.size.width / 2, pen.size.text)
        half = svg.text_width(word, pen.size.text) / 2
        middle = max(half + 2, min(x, pen.size.width - half - 2))
        if middle + half <= free:
            y = bottom + pen.size.text + 3
            drawn += svg.text(word, middle, y, size=pen.size.text, anchor="middle", fill=svg.QUIET)
            free = middle - half - 6
    return drawn
