"""The 100-day line: baseline, day 1, windows, today, evaluation date, and what happened.

The same picture everywhere, in three sizes: `row` (the board), `page` (a trial), `chapter`
(the booklet's chapter head), and `narrow`, which a phone gets instead of `page`.
"""

from functools import lru_cache

from stillads.kernel.language import get_language

from . import svg
from .line_data import HundredDayLine, Mark, Window
from .line_drawing import SIZES, Drawing
from .line_sentence import sentence

__all__ = ["HundredDayLine", "Mark", "Window", "draw", "sentence"]


def draw(line: HundredDayLine, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The line as an SVG text, with its sentence as title.

    `standalone` gives it a size and only concrete colours; otherwise classes let the page's
    stylesheet replace `colour`.
    """
    if size not in SIZES:
        raise ValueError(f"hundred_day_line: size={size!r}; known are {', '.join(SIZES)}")
    return _drawn(line, size, standalone, colour, get_language())


@lru_cache(maxsize=512)
def _drawn(line: HundredDayLine, size: str, standalone: bool, colour: str, language: str | None) -> str:
    """A board draws forty of them at every look, and they are the same all day."""
    return Drawing(line, size, standalone, colour).picture()
