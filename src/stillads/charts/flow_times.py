"""How long each step takes: the middle, the half in the middle, and the slowest tenth's beginning."""

from dataclasses import dataclass

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, said
from .pen import Pen, size_of
from .scale import Scale, scale
from .table import Column, Table
from .value_axis import value_axis
from .wrapping import cut, few_lines

FEWEST = 5  # fewer have no spread worth drawing


@dataclass(frozen=True, slots=True)
class StepTime:
    """A step's times: how many went through it, median, quartiles, and what nine in ten stay below."""

    label: str
    n: int
    median: float | None = None
    quarter: float | None = None
    three_quarters: float | None = None
    nine_tenths: float | None = None


@dataclass(frozen=True, slots=True)
class FlowTimes:
    """Steps in the order of the flow; `unit` is the plural of the time's unit (`dage`)."""

    title: str
    steps: tuple[StepTime, ...]
    unit: str = ""
    description: str = ""


def draw(chart: FlowTimes, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The steps as SVG on one scale. No times give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if all(drawable(step.median) is None for step in chart.steps):
        return pen.empty(title=chart.title, description=chart.description, kind="flow-times")
    across = scale(
        [v for step in chart.steps for v in _shown(step)],
        12,
        pen.size.width - 24,
        most=4 if pen.size.narrow else 8,
    )
    body, y = "", 2.0
    for step in chart.steps:
        drawn, y = _row(step, chart, across, pen, y)
        body += pen.reading(reading(step, chart.unit), drawn)
    described = chart.description or ". ".join(reading(step, chart.unit) for step in chart.steps)
    return pen.picture(
        y + pen.size.text + 12, value_axis(across, pen, y, chart.unit) + body, title=chart.title, description=described,
        kind="flow-times",
    )  # fmt: skip


def table(chart: FlowTimes) -> Table:
    """One row per step."""
    columns = (
        Column(_("Step")),
        Column(_("Total"), number=True),
        Column(_("Middle"), number=True, unit=chart.unit),
        Column(_("A quarter below"), number=True, unit=chart.unit),
        Column(_("Three quarters below"), number=True, unit=chart.unit),
        Column(_("Nine in ten below"), number=True, unit=chart.unit),
    )
    rows = tuple(
        (step.label, step.n, step.median, step.quarter, step.three_quarters, step.nine_tenths)
        for step in chart.steps
    )
    return Table(chart.title, columns, rows)


def reading(step: StepTime, unit: str) -> str:
    """One step read aloud."""
    if drawable(step.median) is None:
        return _("%(period)s: missing") % {"period": step.label}
    text = _("%(step)s: middle %(time)s (%(n)s times)") % {
        "step": step.label, "time": said(step.median, unit), "n": said(step.n),
    }  # fmt: skip
    if len(_shown(step)) > 1 and step.n >= FEWEST:
        half = {"low": said(step.quarter), "high": said(step.three_quarters, unit)}
        text += ", " + _("half of them between %(low)s and %(high)s") % half
    return text


def _shown(step: StepTime) -> list[float]:
    parts = [step.median]
    if step.n >= FEWEST:
        parts += [step.quarter, step.three_quarters, step.nine_tenths]
    return [known for value in parts if (known := drawable(value)) is not None and known >= 0]


def _row(step: StepTime, chart: FlowTimes, across: Scale, pen: Pen, top: float) -> tuple[str, float]:
    size = pen.size.text
    known = drawable(step.median)
    value = said(step.median, chart.unit) if known is not None else _("missing")
    value = cut(f"{value} (n = {said(step.n)})", pen.size.width * 0.6, size * 1.06)
    y, drawn = top, ""
    room = pen.size.width - 14 - svg.text_width(value, size * 1.06)
    for at, line in enumerate(few_lines(step.label, room, size, 2)):
        y += pen.size.lane
        drawn += pen.text(line, 2, y)
        if at == 0:
            drawn += pen.text(value, pen.size.width - 4, y, anchor="end", font_weight="600")
    y += 18
    return drawn + _spread(step, across, y, pen), y + 14


def _spread(step: StepTime, across: Scale, y: float, pen: Pen) -> str:
    """A box for the half in the middle, a line to where nine in ten are done, the middle as a strong stroke."""
    median = drawable(step.median)
    if median is None:
        return ""
    drawn = ""
    low, high, far = map(drawable, (step.quarter, step.three_quarters, step.nine_tenths))
    if step.n >= FEWEST and low is not None and high is not None:
        if far is not None and far > high:
            drawn += svg.element(
                "line", x1=across.at(high), y1=y, x2=across.at(far), y2=y, stroke=svg.INK, stroke_width=1.6
            )
        x, width = across.at(low), max(1.0, across.at(high) - across.at(low))
        drawn += svg.element(
            "rect", x=x, y=y - 8, width=width, height=16, stroke=svg.INK, stroke_width=1.2, **pen.fill(0.28)
        )
        x = across.at(median)
        return drawn + svg.element("line", x1=x, y1=y - 11, x2=x, y2=y + 11, **pen.stroke(4))
    return drawn + svg.element("circle", cx=across.at(median), cy=y, r=6, **pen.fill())
