"""Horizontal bars under their names: the layout that pictures of ranked things share."""

from dataclasses import dataclass

from . import svg
from .pen import Pen
from .wrapping import cut, few_lines


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its name, how long its bar is (0 … 1 of the room), what stands behind the name, and whether it is grey."""

    label: str
    share: float
    value: str
    grey: bool = False


HEIGHT = 18.0


def row(bar: Bar, pen: Pen, top: float) -> tuple[str, float]:
    """The name with its figure, the bar under them, and where the next row may begin."""
    size, width = pen.size.text, pen.size.width
    value = cut(bar.value, width * 0.6, size * 1.06)
    room = width - 12 - svg.text_width(value, size * 1.06)
    y, drawn = top, ""
    for at, line in enumerate(few_lines(bar.label, room, size, 2)):
        y += pen.size.lane
        drawn += pen.text(line, 2, y)
        if at == 0:
            drawn += pen.text(value, width - 4, y, anchor="end", font_weight="600")
    y += 6
    length = max(1.5 if bar.share > 0 else 0.0, min(1.0, bar.share) * (width - 8))
    look = {"fill": "#b9b9b9"} if bar.grey else pen.fill()
    drawn += svg.element("rect", x=2, y=y, width=length, height=HEIGHT, **look)
    return drawn, y + HEIGHT + 4
