"""How the 100-day line is drawn; `hundred_day_line.draw` is the way in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stillads.kernel.dates import MONTHS, day_number, format_date, format_week
from stillads.kernel.language import gettext as _

from . import svg
from .lanes import Label, Placed, lanes_used, place
from .line_data import HundredDayLine, Window
from .line_sentence import sentence


@dataclass(frozen=True, slots=True)
class Measures:
    width: float
    bar: float
    size: float
    lane: float
    labels: bool
    marks: bool = True


SIZES = {
    "row": Measures(width=320, bar=10, size=12, lane=15, labels=False),
    "narrow": Measures(width=340, bar=14, size=13, lane=18, labels=True, marks=False),
    "page": Measures(width=960, bar=18, size=15, lane=22, labels=True),
    "chapter": Measures(width=960, bar=26, size=17, lane=26, labels=True),
}
_PAD = 8.0


class Drawing:
    """One drawing; `x` turns a day into a place."""

    def __init__(self, line: HundredDayLine, size: str, standalone: bool, colour: str) -> None:
        measures = SIZES[size]
        self.size, self.line, self.m, self.standalone, self.colour = size, line, measures, standalone, colour
        self.first = min(line.start, line.baseline_start or line.start)
        shown = [line.end, line.evaluation or line.end, *(mark.day for mark in line.marks)]
        self.last = max(shown) + timedelta(days=1)
        self.right = measures.width - _PAD

    def x(self, day: date) -> float:
        """Where the morning of `day` is; days outside are drawn at the edge."""
        share = (day - self.first).days / (self.last - self.first).days
        return _PAD + max(0.0, min(1.0, share)) * (self.right - _PAD)

    def middle(self, day: date) -> float:
        """Noon of `day`."""
        return (self.x(day) + self.x(day + timedelta(days=1))) / 2

    def picture(self) -> str:
        """Everything, from top to bottom."""
        above = self._place(self._labels_above())
        below = self._place(self._labels_below())
        top = 6 + self.m.lane * lanes_used(above) + (8 if self.m.labels else 9)
        axis = top + self.m.bar + self.m.size + 5
        height = axis + 6 + (8 + self.m.lane * lanes_used(below) if below else 0)
        body = (
            self._baseline(top)
            + self._bar(top)
            + self._windows(top)
            + self._months(top, axis)
            + self._evaluation(top)
            + self._marks(top)
            + self._today(top, above)
            + self._texts(above, top - 10, -self.m.lane, top - 4)
            + self._texts(below, axis + 8 + 0.75 * self.m.lane, self.m.lane, top + self.m.bar)
        )
        box = svg.Box(self.m.width, height)
        title, description = sentence(self.line)
        return svg.picture(
            box,
            body,
            title=title,
            description=description,
            kind=f"hundred-day-line line-{self.size}",
            standalone=self.standalone,
        )

    def _place(self, labels: Sequence[Label]) -> list[Placed]:
        return place(labels, size=self.m.size, left=_PAD, right=self.right)

    def _labels_above(self) -> list[Label]:
        labels = []
        if self._today_shown is not None:
            day = day_number(self.line.start, self._today_shown)
            said = _("today: day %(day)d") if self.m.labels else _("day %(day)d")
            x = self.x(self._today_shown + timedelta(days=1))
            labels.append(Label(x, said % {"day": day}, kind="today"))
        if self.m.labels:
            for window in self.line.windows:
                middle = (self.x(window.first) + self.x(window.last + timedelta(days=1))) / 2
                labels.append(Label(middle, f"{window.label}, {_weeks(window)}", kind="window"))
        return labels

    def _labels_below(self) -> list[Label]:
        if not self.m.labels:
            return []
        line = self.line
        first = _("day 1: %(date)s") % {"date": format_date(line.start, year=False)}
        last = _("day %(day)d: %(date)s") % {"day": line.days, "date": format_date(line.end, year=False)}
        labels = [
            Label(self.x(line.start), first, "start"),
            Label(self.x(line.end + timedelta(days=1)), last, "end"),
        ]
        if line.evaluation:
            said = _("evaluation: %(date)s") % {"date": format_date(line.evaluation, year=False)}
            labels.append(Label(self.middle(line.evaluation), said, "end", kind="evaluation"))
        if line.baseline_start and line.baseline_start < line.start:
            labels.append(Label(self.x(line.baseline_start), _("before"), "start", kind="quiet"))
        if self.m.marks:
            labels.extend(Label(self.middle(mark.day), mark.label, kind="mark") for mark in line.marks)
        return labels

    @property
    def _today_shown(self) -> date | None:
        today = self.line.today
        return today if today and self.line.start <= today <= self.line.end else None

    def _own(self, part: str) -> dict[str, str | float | None]:
        """Attributes for what shows in the municipality's colour: as fill or as stroke."""
        css = {"fill": "c-own", "stroke": "s-own"}[part]
        return {part: self.colour, "class_": None if self.standalone else css}

    def _baseline(self, top: float) -> str:
        begin = self.line.baseline_start
        if begin is None or begin >= self.line.start:
            return ""
        y = top + self.m.bar / 2
        return svg.element(
            "line",
            x1=self.x(begin),
            y1=y,
            x2=self.x(self.line.start),
            y2=y,
            stroke=svg.LINE,
            stroke_width=2,
            stroke_dasharray="3 4",
        )

    def _bar(self, top: float) -> str:
        left, right = self.x(self.line.start), self.x(self.line.end + timedelta(days=1))
        frame: dict[str, str | float | None] = {"y": top, "height": self.m.bar, "rx": self.m.bar / 4}
        empty = svg.element(
            "rect", x=left, width=right - left, fill=svg.PAPER, stroke=svg.INK, stroke_width=1.2, **frame
        )
        until = min(self.line.today or self.line.end, self.line.end) + timedelta(days=1)
        if until <= self.line.start:
            return empty
        own = self._own("fill")
        return empty + svg.element("rect", x=left, width=self.x(until) - left, **frame, **own)

    def _windows(self, top: float) -> str:
        y = top - 4
        drawn = ""
        for window in self.line.windows:
            left, right = self.x(window.first), self.x(window.last + timedelta(days=1))
            path = f"M{_at(left, y + 3)}L{_at(left, y)}L{_at(right, y)}L{_at(right, y + 3)}"
            drawn += svg.element("path", d=path, fill="none", stroke=svg.INK, stroke_width=1.6)
        return drawn

    def _months(self, top: float, axis: float) -> str:
        bottom = top + self.m.bar
        drawn = self._weeks(bottom) if self.m.labels else ""
        for day in _month_starts(self.first, self.last):
            x = self.x(day)
            drawn += svg.element(
                "line", x1=x, y1=bottom, x2=x, y2=bottom + 5, stroke=svg.LINE, stroke_width=1
            )
            name = MONTHS[day.month - 1]
            name = name if self.m.width > 400 else name[:3]
            if x + svg.text_width(name, self.m.size) < self.right:
                drawn += svg.text(name, x + 3, axis, size=self.m.size - 1, fill=svg.QUIET)
        return drawn

    def _weeks(self, bottom: float) -> str:
        """A short tick every Monday."""
        monday = self.first + timedelta(days=-self.first.weekday() % 7)
        count = max(0, (self.last - monday).days // 7 + 1)
        places = (self.x(monday + timedelta(weeks=at)) for at in range(count))
        path = "".join(f"M{_at(x, bottom)}V{svg.number(bottom + 2.5)}" for x in places)
        return svg.element("path", d=path, stroke=svg.LINE, stroke_width=0.6) if path else ""

    def _evaluation(self, top: float) -> str:
        day = self.line.evaluation
        if day is None:
            return ""
        x, y, r = self.middle(day), top + self.m.bar / 2, self.m.bar / 2.4
        path = f"M{_at(x, y - r)}L{_at(x + r, y)}L{_at(x, y + r)}L{_at(x - r, y)}Z"
        return svg.element("path", d=path, fill=svg.PAPER, stroke=svg.INK, stroke_width=1.6)

    def _marks(self, top: float) -> str:
        y = top + self.m.bar / 2
        return "".join(
            _shape(mark.kind, self.middle(mark.day), y, self.m.bar / 4) for mark in self.line.marks
        )

    def _today(self, top: float, above: Sequence[Placed]) -> str:
        if self._today_shown is None:
            return ""
        x = self.x(self._today_shown + timedelta(days=1))
        return svg.element(
            "line",
            x1=x,
            y1=top - 5,
            x2=x,
            y2=top + self.m.bar + 4,
            stroke=svg.INK,
            stroke_width=2.4,
        )

    def _texts(self, placed: Sequence[Placed], start: float, step: float, near: float) -> str:
        """Texts in lanes that begin at `start`; thin lines lead from `near` to what lies further out."""
        leaders = texts = ""
        for item in placed:
            y = start + step * item.lane
            label = item.label
            if label.kind in {"mark", "evaluation"} or (label.kind == "window" and item.lane):
                end = y + 4 if step < 0 else y - self.m.size
                leaders += svg.element(
                    "line", x1=label.x, y1=near, x2=label.x, y2=end, stroke=svg.LINE, stroke_width=0.8
                )
            texts += svg.text(
                label.text,
                item.x,
                y,
                size=self.m.size,
                anchor=label.anchor,
                fill=svg.QUIET if label.kind in {"quiet", "window"} else svg.INK,
                font_weight="600" if label.kind == "today" else None,
                stroke=svg.PAPER,
                stroke_width="3",
                paint_order="stroke",
            )
        return leaders + texts


def _weeks(window: Window) -> str:
    first, last = format_week(window.first), window.last.isocalendar().week
    return first if window.first.isocalendar().week == last else f"{first}–{last}"


def _month_starts(first: date, last: date) -> list[date]:
    starts, day = [], first.replace(day=1)
    while day < last:
        if day >= first:
            starts.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return starts


def _at(x: float, y: float) -> str:
    return f"{svg.number(x)} {svg.number(y)}"


def _shape(kind: str, x: float, y: float, r: float) -> str:
    look: dict[str, str | float | None] = {"fill": svg.PAPER, "stroke": svg.INK, "stroke_width": 1.4}
    if kind == "amendment":
        return svg.element("path", d=f"M{_at(x, y - r)}L{_at(x + r, y + r)}L{_at(x - r, y + r)}Z", **look)
    if kind in {"blocker", "stage"}:
        return svg.element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, **look)
    return svg.element("circle", cx=x, cy=y, r=r, **look)
