"""How many are left at each step: 63 were asked, 5 said yes, 1 is still there."""

from dataclasses import dataclass

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, said
from .pen import Pen, size_of
from .rows import Bar, row
from .table import Column, Table


@dataclass(frozen=True, slots=True)
class Step:
    """A step and how many reached it; None where nobody counted."""

    label: str
    count: float | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """Steps in their order; bars are measured by the greatest of them."""

    title: str
    steps: tuple[Step, ...]
    unit: str = ""
    description: str = ""

    @property
    def first(self) -> float | None:
        """What the steps are part of: the first count."""
        return drawable(self.steps[0].count) if self.steps else None


def draw(chart: Funnel, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The steps as SVG. No counts give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    counts = [known for step in chart.steps if (known := drawable(step.count)) is not None]
    if not counts:
        return pen.empty(title=chart.title, description=chart.description, kind="funnel")
    top = max(counts) if max(counts) > 0 else 1.0
    body, y = "", 2.0
    for step in chart.steps:
        count = drawable(step.count)
        share = 0.0 if count is None else max(0.0, count / top)
        drawn, y = row(Bar(step.label, share, _value(step, chart)), pen, y)
        body += pen.reading(f"{step.label}: {_value(step, chart)}", drawn)
    described = chart.description or ". ".join(f"{s.label}: {_value(s, chart)}" for s in chart.steps)
    return pen.picture(y + 4, body, title=chart.title, description=described, kind="funnel")


def table(chart: Funnel) -> Table:
    """One row per step."""
    columns = (
        Column(_("Step")),
        Column(_("Total"), number=True, unit=chart.unit),
        Column(_("Of the first"), number=True, unit="%"),
    )
    rows = tuple((step.label, step.count, _part(step, chart)) for step in chart.steps)
    return Table(chart.title, columns, rows)


def _part(step: Step, chart: Funnel) -> float | None:
    """In per cent of the first; None where it makes no sense."""
    count, first = drawable(step.count), chart.first
    if count is None or first is None or first <= 0 or not 0 <= count <= first:
        return None
    return round(100 * count / first, 1)


def _value(step: Step, chart: Funnel) -> str:
    if drawable(step.count) is None:
        return _("not counted here")
    first = chart.first
    if step == chart.steps[0] or _part(step, chart) is None or first is None:
        return said(step.count)
    return _("%(part)s out of %(all)s") % {"part": said(step.count), "all": said(first)}
