"""The overall rating of one perspective: shape, word and position on a five-step scale."""

from typing import Literal

from stillads.kernel.language import gettext as _

from . import svg

Perspective = Literal["citizen", "employee", "economy"]
STEPS = (-2, -1, 0, 1, 2)
_WIDTH, _HEIGHT, _SIZE = 260.0, 46.0, 14.0


def words() -> dict[int, str]:
    """What each step is called."""
    return {
        -2: _("much worse"),
        -1: _("somewhat worse"),
        0: _("the same"),
        1: _("somewhat better"),
        2: _("much better"),
    }


def draw(
    perspective: str, value: int | None, *, label: str, standalone: bool = False, colour: str = svg.OWN
) -> str:
    """The rating as SVG. `value` is -2 … 2, or None where nobody has rated.

    `label` is the perspective's word. ValueError for an unknown perspective or step.
    """
    if value is not None and value not in STEPS:
        raise ValueError(f"rating: {value!r} is none of {STEPS}")
    said = words()[value] if value is not None else _("not rated")
    body = _scale(value is None) + svg.text(label, 4, 14, size=_SIZE, font_weight="600")
    body += svg.text(
        said, _WIDTH - 4, 14, size=_SIZE, anchor="end", fill=svg.INK if value is not None else svg.QUIET
    )
    if value is not None:
        own = None if standalone else "c-own"
        body += _shape(perspective, _x(value), 32, colour, own)
    elif perspective not in {"citizen", "employee", "economy"}:
        raise ValueError(f"rating: unknown perspective {perspective!r}")
    box = svg.Box(_WIDTH, _HEIGHT)
    return svg.picture(box, body, title=f"{label}: {said}", kind="rating", standalone=standalone)


def _x(step: int) -> float:
    return 16 + (step + 2) * (_WIDTH - 32) / 4


def _scale(faint: bool) -> str:
    dash = "2 4" if faint else None
    line = svg.element(
        "line", x1=_x(-2), y1=32, x2=_x(2), y2=32, stroke=svg.LINE, stroke_width=1.5, stroke_dasharray=dash
    )
    ticks = "".join(
        svg.element(
            "line",
            x1=_x(step),
            y1=27 if step == 0 else 29,
            x2=_x(step),
            y2=37 if step == 0 else 35,
            stroke=svg.LINE,
            stroke_width=1.5,
        )
        for step in STEPS
    )
    return line + ticks


def _shape(perspective: str, x: float, y: float, colour: str, css: str | None) -> str:
    look: dict[str, str | float | None] = {"fill": colour, "class_": css}
    if perspective == "citizen":
        return svg.element("circle", cx=x, cy=y, r=8, **look)
    if perspective == "employee":
        points = f"M{svg.number(x)} {svg.number(y - 9)}L{svg.number(x + 9)} {svg.number(y + 7)}"
        return svg.element("path", d=f"{points}L{svg.number(x - 9)} {svg.number(y + 7)}Z", **look)
    if perspective == "economy":
        return svg.element("rect", x=x - 8, y=y - 8, width=16, height=16, **look)
    raise ValueError(f"rating: unknown perspective {perspective!r}")
