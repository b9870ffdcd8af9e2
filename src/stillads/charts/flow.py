"""A flow of steps from top to bottom: who does each, by when, where it goes on, how it can end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import svg
from .wrapping import lines as lines_of

WIDTH = 340.0
_LEFT, _RIGHT, _PAD, _GAP = 30.0, 4.0, 12.0, 28.0
_TITLE, _TEXT, _LINE = 15.0, 13.0, 19.0


@dataclass(frozen=True, slots=True)
class FlowWay:
    """A way on: `to` is the place of a step (0 is the first), or None where it is an end."""

    text: str
    to: int | None = None


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One box. `under` is the line under its title (role and deadline); `mark` a word where something is now."""

    title: str
    under: str
    ways: tuple[FlowWay, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Box:
    step: FlowStep
    number: int
    top: float
    height: float
    title: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(
    steps: Sequence[FlowStep],
    *,
    title: str,
    description: str = "",
    standalone: bool = False,
    colour: str = svg.OWN,
) -> str:
    """The flow as SVG, as tall as it needs to be. `title` and `description` say it in words.

    ValueError where there are no steps.
    """
    if not steps:
        raise ValueError("a flow without steps cannot be drawn")
    boxes = list(_placed(steps))
    own = None if standalone else "s-own"
    body = "".join(_box(box, colour, own) for box in boxes)
    body += "".join(_ways(box, boxes) for box in boxes)
    height = boxes[-1].top + boxes[-1].height + 4
    return svg.picture(
        svg.Box(WIDTH, height), body, title=title, description=description, kind="flow", standalone=standalone
    )


def _placed(steps: Sequence[FlowStep]) -> Iterator[_Box]:
    top = 4.0
    room = WIDTH - _LEFT - _RIGHT - 2 * _PAD
    for at, step in enumerate(steps):
        title = tuple(lines_of(f"{at + 1}. {step.title}", room, _TITLE * 1.08))
        said = [line for text in _texts(step, at, len(steps)) for line in lines_of(text, room, _TEXT)]
        height = 2 * _PAD + _LINE * (len(title) + len(said)) - 4
        yield _Box(step, at, top, height, title, tuple(said))
        top += height + _GAP


def _texts(step: FlowStep, at: int, count: int) -> Iterator[str]:
    yield step.under
    for way in step.ways:
        if way.to is None:
            yield f"■ {way.text}"
        elif way.to != at + 1 or len(step.ways) > 1:
            yield f"→ {way.to + 1}: {way.text}"
    if step.mark:
        yield f"● {step.mark}"


def _box(box: _Box, colour: str, own: str | None) -> str:
    here = bool(box.step.mark)
    drawn = svg.element(
        "rect", x=_LEFT, y=box.top, width=WIDTH - _LEFT - _RIGHT, height=box.height, rx=6, fill=svg.PAPER,
        stroke=colour if here else svg.LINE, stroke_width=3 if here else 1.5, class_=own if here else None,
    )  # fmt: skip
    y = box.top + _PAD + 12
    for line in box.title:
        drawn += svg.text(line, _LEFT + _PAD, y, size=_TITLE, font_weight="600")
        y += _LINE
    for number, line in enumerate(box.lines):
        last = here and number == len(box.lines) - 1
        drawn += svg.text(
            line, _LEFT + _PAD, y, size=_TEXT, fill=svg.QUIET if number == 0 else svg.INK,
            font_weight="600" if last else None,
        )  # fmt: skip
        y += _LINE
    return drawn


def _ways(box: _Box, boxes: Sequence[_Box]) -> str:
    drawn = ""
    targets = {way.to for way in box.step.ways if way.to is not None}
    for to in sorted(targets):
        drawn += _down(box) if to == box.number + 1 else _aside(box, boxes[to])
    return drawn


def _down(box: _Box) -> str:
    x, top = (WIDTH + _LEFT) / 2, box.top + box.height
    end = top + _GAP
    line = svg.element("line", x1=x, y1=top, x2=x, y2=end - 8, stroke=svg.INK, stroke_width=1.5)
    head = f"M{svg.number(x - 5)} {svg.number(end - 9)}h10l-5 9z"
    return line + svg.element("path", d=head, fill=svg.INK)


def _aside(box: _Box, target: _Box) -> str:
    """A way past the next step, or back: along the left edge."""
    depth = 8.0 + (box.number % 3) * 5
    start, end = svg.number(box.middle), svg.number(target.middle)
    edge = svg.number(_LEFT)
    path = svg.element(
        "path", d=f"M{edge} {start}H{svg.number(depth)}V{end}H{svg.number(_LEFT - 8)}", fill="none",
        stroke=svg.INK, stroke_width=1.5,
    )  # fmt: skip
    head = f"M{svg.number(_LEFT - 9)} {svg.number(target.middle - 5)}v10l9 -5z"
    return path + svg.element("path", d=head, fill=svg.INK)
