"""The points of a run chart, each with a shape for what is to be said of it, and the words under the axis."""

from stillads.kernel.language import gettext as _

from . import svg
from .figures import drawable
from .pen import Pen, type_look
from .run_data import RunPoint
from .run_frame import Frame
from .wrapping import lines


def points(here: Frame) -> str:
    """Every period's mark; a missing one is a cross at the axis."""
    return "".join(_point(point, here) for point in here.chart.points)


def notes(here: Frame, top: float) -> tuple[str, float]:
    """Under the axis, in words: which periods are missing, which are signals; and where it ends."""
    pen, size = here.pen, here.pen.size.text
    drawn, y = "", top
    for kind, word in _kinds(here).items():
        said_of = _("%(word)s: %(periods)s") % {"word": word, "periods": here.told.periods(word)}
        y += size + 2
        drawn += _cross(9, y - 5) if kind == "missing" else shape(kind, 9, y - 5, pen)
        for at, line in enumerate(lines(said_of, pen.size.width - 26, size)):
            y += pen.size.lane if at else 0
            drawn += svg.text(line, 22, y, size=size)
        y += 5
    return drawn, y + 4


def _kinds(here: Frame) -> dict[str, str]:
    """Each shape that needs a word, with the word."""
    found: dict[str, str] = {}
    for point in here.chart.points:
        kind = _kind(point, here)
        if kind and kind not in found:
            found[kind] = here.told.signal(point)
    return found


def _kind(point: RunPoint, here: Frame) -> str:
    if drawable(point.value) is None:
        return "missing"
    if point.excluded:
        return "excluded"
    return "" if here.chart.dots_only else point.signal


def _point(point: RunPoint, here: Frame) -> str:
    x, value = here.middle(point), drawable(point.value)
    if value is None:
        drawn = _cross(x, here.bottom - 7)
    else:
        drawn = shape(_kind(point, here), x, here.y.at(value), here.pen, here.radius)
    return drawn if here.pen.standalone else here.pen.reading(here.told.reading(point), drawn)


def _cross(x: float, y: float) -> str:
    d = f"M{svg.number(x - 4)} {svg.number(y - 4)}l8 8m0 -8l-8 8"
    return svg.element("path", d=d, fill="none", stroke=svg.QUIET, stroke_width=1.6)


def shape(kind: str, x: float, y: float, pen: Pen, radius: float = 4.5) -> str:
    """A point's mark: a dot, a diamond outside the limits, a square in a long run, a ring where it is not counted."""
    edge: type_look = {"stroke": svg.PAPER, "stroke_width": min(1.5, radius / 3)}
    if kind == "outside":
        tip = svg.number(radius * 1.8)
        d = f"M{svg.number(x)} {svg.number(y - radius * 1.8)}l{tip} {tip}l-{tip} {tip}l-{tip} -{tip}Z"
        return svg.element("path", d=d, **pen.fill(), **edge)
    if kind == "run":
        r = radius * 1.15
        return svg.element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, **pen.fill(), **edge)
    if kind == "excluded":
        return svg.element("circle", cx=x, cy=y, r=radius, fill=svg.PAPER, stroke=svg.QUIET, stroke_width=1.5)
    # written out: most points are these
    place = f'cx="{svg.number(x)}" cy="{svg.number(y)}" r="{svg.number(radius)}"'
    rim = f'stroke="{svg.PAPER}" stroke-width="{svg.number(min(1.5, radius / 3))}"'
    return f'<circle {place} fill="{svg.INK}" {rim}/>'
