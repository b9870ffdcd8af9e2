"""Stacked answer bars: each question one bar of 100 %, with how many answered; "ved ikke" stands apart."""

from stillads.kernel.language import gettext as _

from . import svg
from .figures import rounded, said
from .likert_data import Answers, LikertChart
from .pen import Pen, hatch, size_of, type_look
from .table import Column, Table, type_cell
from .wrapping import cut, few_lines

__all__ = ["Answers", "LikertChart", "draw", "table"]
_BAR = 30.0


def draw(chart: LikertChart, *, size: str = "page", standalone: bool = False, colour: str = svg.OWN) -> str:
    """The bars as SVG. No answers at all give a frame that says so."""
    pen = Pen(size_of(size), standalone, colour)
    if not any(row.n or row.unknown > 0 for row in chart.rows):
        return pen.empty(title=chart.title, description=chart.description, kind="likert")
    body, y = _key(chart, pen)
    for row in chart.rows:
        drawn, y = _row(row, chart, pen, y)
        body += pen.reading(reading(row, chart), drawn)
    described = chart.description or ". ".join(reading(row, chart) for row in chart.rows)
    return pen.picture(y + 2, body, title=chart.title, description=described, kind="likert")


def table(chart: LikertChart) -> Table:
    """One row per question."""
    columns = [Column(_("Question")), *(Column(step, number=True) for step in chart.steps)]
    columns.append(Column(_("Answers"), number=True))
    columns += [Column(chart.unknown, number=True)] if chart.unknown else []
    rows: list[tuple[type_cell, ...]] = []
    for row in chart.rows:
        apart = (max(0, row.unknown),) if chart.unknown else ()
        rows.append((row.label, *(max(0, count) for count in row.counts), row.n, *apart))
    return Table(chart.title, tuple(columns), tuple(rows))


def reading(row: Answers, chart: LikertChart) -> str:
    """One question read aloud."""
    parts = [f"{step} {max(0, count)}" for step, count in zip(chart.steps, row.counts, strict=True)]
    text = f"{row.label}: {', '.join(parts)}" if row.n else _("%(label)s: no answers") % {"label": row.label}
    return f"{text}, {chart.unknown} {row.unknown}" if chart.unknown and row.unknown > 0 else text


def _key(chart: LikertChart, pen: Pen) -> tuple[str, float]:
    """The steps in their order above the bars, each with its look."""
    drawn, x, y, size = "", 2.0, 4.0, pen.size.text
    for at, step in enumerate(chart.steps):
        word = cut(step, pen.size.width - 40, size)
        width = 26 + svg.text_width(word, size)
        if x > 2 and x + width > pen.size.width:
            x, y = 2.0, y + pen.size.lane + 2
        drawn += _segment(at, len(chart.steps), x, y + 1, 18, 14, pen)
        drawn += svg.text(word, x + 24, y + 13, size=size)
        x += width + 14
    return drawn, y + pen.size.lane + 8


def _row(row: Answers, chart: LikertChart, pen: Pen, top: float) -> tuple[str, float]:
    size, width = pen.size.text, pen.size.width
    y, drawn = top, ""
    for line in few_lines(row.label, width - 8, size * 1.06, 3):
        y += pen.size.lane
        drawn += svg.text(line, 2, y, size=size, font_weight="600")
    y += 7
    drawn += _bar(row, pen, y, width)
    y += _BAR + size + 3
    drawn += svg.text(_count_words(row, chart), 2, y, size=size, fill=svg.QUIET)
    return drawn, y + 10


def _count_words(row: Answers, chart: LikertChart) -> str:
    words = _("%(n)s answers") % {"n": said(row.n)} if row.n != 1 else _("1 answer")
    if chart.unknown and row.unknown > 0:
        words += " · " + _("besides these %(word)s: %(n)s") % {"word": chart.unknown, "n": said(row.unknown)}
    return words


def _bar(row: Answers, pen: Pen, y: float, width: float) -> str:
    room = width - 4
    if not row.n:
        return svg.element(
            "rect", x=2, y=y, width=room, height=_BAR, fill=svg.PAPER, stroke=svg.LINE, stroke_dasharray="4 4"
        )
    drawn, x = "", 2.0
    for at, count in enumerate(row.counts):
        if count > 0:
            wide = room * count / row.n
            drawn += _segment(at, len(row.counts), x, y, wide, _BAR, pen) + _share(
                at, row, count, x, y, wide, pen
            )
            x += wide
    return drawn


def _share(at: int, row: Answers, count: int, x: float, y: float, wide: float, pen: Pen) -> str:
    """The share inside its segment: in per cent, or the number alone where few answered; none where it is too thin."""
    text = rounded(100 * count / row.n, "%") if row.n >= 10 else said(count)
    need = svg.text_width(text, pen.size.text) + 6
    if need > wide:
        return ""
    tone = _tone(at, len(row.counts))
    chip = ""
    if tone < 0:
        chip = svg.element(
            "rect",
            x=x + (wide - need) / 2,
            y=y + 5,
            width=need,
            height=_BAR - 10,
            rx=3,
            fill=svg.PAPER if tone == -1 else svg.QUIET,
        )
    fill = svg.PAPER if tone in {-2, 2} else svg.INK
    middle = y + _BAR / 2 + pen.size.text * 0.35
    return chip + svg.text(text, x + wide / 2, middle, size=pen.size.text, anchor="middle", fill=fill)


def _tone(at: int, steps: int) -> int:
    """-2 … 2: the looks of a scale of any length; the ends are solid, the middle of an odd scale is white."""
    half = (steps - 1) / 2
    away = at - half
    if abs(away) < 0.25:
        return 0
    far = abs(away) == half or abs(away) > half / 2
    return (2 if far else 1) * (1 if away > 0 else -1)


def _segment(at: int, steps: int, x: float, y: float, width: float, height: float, pen: Pen) -> str:
    """Disagreement is hatched (dark, light), the middle white, agreement in the municipality's colour (pale, solid)."""
    edge: type_look = {"stroke": svg.INK, "stroke_width": 1}
    tone = _tone(at, steps)
    box: type_look = {"x": x, "y": y, "width": width, "height": height}
    if tone == -2:
        drawn = svg.element("rect", **box, fill=svg.QUIET, **edge)
        return drawn + hatch(x, y, width, height, step=7, colour=svg.PAPER)
    if tone == -1:
        drawn = svg.element("rect", **box, fill=svg.PAPER, **edge)
        return drawn + hatch(x, y, width, height, step=7)
    if tone == 0:
        return svg.element("rect", **box, fill=svg.PAPER, **edge)
    return svg.element("rect", **box, **pen.fill(0.35 if tone == 1 else None), **edge)
