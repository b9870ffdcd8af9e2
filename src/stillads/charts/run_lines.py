"""The lines of a run chart: windows, day 1, notes, each phase's lines, and the points joined."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from . import svg
from .figures import drawable
from .run_data import RunPoint
from .run_frame import Frame


def windows(here: Frame) -> str:
    """The stretches in which something was observed, in pale grey."""
    drawn = ""
    for window in here.chart.windows:
        x = here.x_of(window.first)
        width = max(2.0, here.x_of(window.last + timedelta(days=1)) - x)
        drawn += svg.element(
            "rect", x=x, y=here.top, width=width, height=here.bottom - here.top, fill="#efefef"
        )
    return drawn


def verticals(here: Frame) -> str:
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


def phase_lines(here: Frame) -> str:
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


def promised(here: Frame) -> str:
    """The predicted level, dotted."""
    value = drawable(here.chart.promised)
    if value is None:
        return ""
    y = here.y.at(value)
    return svg.element(
        "line", x1=here.left, y1=y, x2=here.right, y2=y, stroke=svg.INK, stroke_width=1.6, stroke_dasharray="1 5",
        stroke_linecap="round",
    )  # fmt: skip


def joined(here: Frame) -> str:
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
