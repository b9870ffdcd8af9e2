"""A few cause most: ranked bars, with a line of what they come to together, both in shares of everything."""

from dataclasses import dataclass

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable, rounded, said
from .pen import Pen, size_of
from .rows import HEIGHT, Bar, row
from .table import Column, Table

SHOWN = 8  # what comes after these is one grey bar


@dataclass(frozen=True, slots=True)
class Share:
    """Somebody or something, and how many times."""

    label: str
    count: float


@dataclass(frozen=True, slots=True)
class Pareto:
    """Counts in any order; the picture ranks them. `unit`: the plural of what is counted."""

    title: str
    shares: tuple[Share, ...]
    unit: str = ""
    description: str = ""

    @property
    def ranked(self) -> tuple[Share, ...]:
        """The counts above nought from the greatest; equal ones keep their order."""
        there = [share for share in self.shares if (drawable(share.count) or 0) > 0]
        return tuple(sorted(there, key=lambda share: -share.count))

    @property
    def total(self) -> float:
        """Everything that was counted."""
        return sum(share.count for share in self.ranked)


def draw(chart: Pareto, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The bars as SVG. Nothing counted gives a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if not chart.ranked:
        return pen.empty(title=chart.title, description=chart.description, kind="pareto")
    body, dots, y = "", [], 2.0
    width, together = pen.size.width - 8, 0.0
    for share, rest in _shown(chart):
        together += share.count
        drawn, below = row(_bar(share, chart, together, grey=rest), pen, y)
        dots.append((2 + width * together / chart.total, below - 4 - HEIGHT / 2))
        body += pen.reading(_reading(share, chart, together), drawn)
        y = below
    described = chart.description or _reading(chart.ranked[0], chart, chart.ranked[0].count)
    return pen.picture(
        y + 4, _together(dots) + body + _dots(dots), title=chart.title, description=described, kind="pareto"
    )


def table(chart: Pareto) -> Table:
    """One row for each, from the greatest."""
    columns = (
        Column(_("Who or what")),
        Column(_("Total"), number=True, unit=chart.unit),
        Column(_("Share"), number=True, unit="%"),
        Column(_("Together"), number=True, unit="%"),
    )
    rows, together = [], 0.0
    for share in chart.ranked:
        together += share.count
        rows.append(
            (share.label, share.count, _part(share.count, chart), _part(together, chart)),
        )
    return Table(chart.title, columns, tuple(rows))


def _shown(chart: Pareto) -> list[tuple[Share, bool]]:
    """The greatest, and the others as one where there are more than can be told apart."""
    ranked = chart.ranked
    if len(ranked) <= SHOWN + 1:
        return [(share, False) for share in ranked]
    rest = ranked[SHOWN:]
    label = _("%(n)d others") % {"n": len(rest)}
    return [*((share, False) for share in ranked[:SHOWN]), (Share(label, sum(r.count for r in rest)), True)]


def _part(count: float, chart: Pareto) -> float:
    return round(100 * count / chart.total, 1)


def _bar(share: Share, chart: Pareto, together: float, *, grey: bool) -> Bar:
    value = _("%(count)s (together %(share)s)") % {
        "count": said(share.count),
        "share": rounded(_part(together, chart), "%"),
    }
    return Bar(share.label, share.count / chart.total, value, grey=grey)


def _reading(share: Share, chart: Pareto, together: float) -> str:
    return _("%(label)s: %(count)s, %(share)s of all; together %(together)s") % {
        "label": share.label,
        "count": said(share.count, chart.unit),
        "share": rounded(_part(share.count, chart), "%"),
        "together": rounded(_part(together, chart), "%"),
    }


def _together(dots: list[tuple[float, float]]) -> str:
    """What they come to together: a fine line on the bars' own scale, under everything else."""
    d = "".join(f"{'L' if at else 'M'}{svg.number(x)} {svg.number(y)}" for at, (x, y) in enumerate(dots))
    return svg.element("path", d=d, fill="none", stroke=svg.INK, stroke_width=1.2, stroke_dasharray="2 3")


def _dots(dots: list[tuple[float, float]]) -> str:
    return "".join(
        svg.element("circle", cx=x, cy=y, r=4.5, fill=svg.PAPER, stroke=svg.INK, stroke_width=1.5)
        for x, y in dots
    )
