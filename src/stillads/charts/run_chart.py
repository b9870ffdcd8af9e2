"""A run or control chart: points in the order of time, the lines of each phase, day 1, windows and notes.

A signal has a shape, a word and its period; a missing period is a gap with a cross at the axis. With too few useful
points there are only dots.
"""

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable
from .pen import Pen, size_of
from .run_data import RunChart, RunPoint
from .run_drawing import body
from .run_words import telling
from .table import Column, Table, type_cell

__all__ = ["RunChart", "RunPoint", "draw", "table"]


def draw(chart: RunChart, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The chart as SVG. No points give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if all(drawable(point.value) is None for point in chart.points):
        return pen.empty(title=chart.title, description=chart.description, kind="run")
    told = telling(chart)
    drawn, height = body(told, pen)
    described = chart.description or told.description()
    return pen.picture(height, drawn, title=chart.title, description=described, kind="run")


def table(chart: RunChart) -> Table:
    """One row per period: its figure, what it stands on, the lines, and what there is to say of it."""
    told = telling(chart)
    based = any(point.out_of is not None for point in chart.points)
    lined = not chart.dots_only and any(point.centre is not None for point in chart.points)
    limited = lined and any(point.upper is not None or point.lower is not None for point in chart.points)
    columns = [Column(_("Period")), Column(_("Value"), number=True, unit=chart.unit)]
    columns += [Column(_("Counted"), number=True), Column(_("Out of all"), number=True)] if based else []
    columns += [Column(_("Middle"), number=True)] if lined else []
    columns += (
        [Column(_("Lower limit"), number=True), Column(_("Upper limit"), number=True)] if limited else []
    )
    columns.append(Column(_("Remark")))
    rows = []
    for point in chart.points:
        row: list[type_cell] = [told.name(point), point.value]
        row += [point.counted, point.out_of] if based else []
        row += [point.centre] if lined else []
        row += [point.lower, point.upper] if limited else []
        rows.append((*row, told.note(point)))
    return Table(chart.title, tuple(columns), tuple(rows))
