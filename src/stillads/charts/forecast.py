"""Forudsagt | Målt: what was expected and what was found, on one scale that begins at zero."""

from dataclasses import dataclass
from decimal import Decimal

from stillads.kernel.language import gettext as _
from stillads.kernel.numbers import format_number

from . import svg

_WIDTH, _LEFT, _ROW, _SIZE = 640.0, 108.0, 30.0, 15.0
type_amount = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Forecast:
    """One quantity, all in the same unit; what is not known is None."""

    title: str
    unit: str = ""
    before: type_amount | None = None
    predicted: type_amount | None = None
    measured: type_amount | None = None


def draw(forecast: Forecast, *, standalone: bool = False, colour: str = svg.OWN) -> str:
    """Three bars at most: before, predicted (outlined), measured (filled). Negative is refused."""
    rows = [
        (_("before"), forecast.before, "before"),
        (_("predicted"), forecast.predicted, "predicted"),
        (_("measured"), forecast.measured, "measured"),
    ]
    known = [float(value) for _word, value, _kind in rows if value is not None]
    if any(value < 0 for value in known):
        raise ValueError("forecast: bars begin at zero; a negative value cannot be drawn")
    top = max(known, default=0.0) or 1.0
    shown = [row for row in rows if row[1] is not None or row[2] != "before"]
    body = "".join(
        _row(at, word, value, kind, top, forecast.unit, colour, standalone)
        for at, (word, value, kind) in enumerate(shown)
    )
    base = svg.element(
        "line", x1=_LEFT, y1=2, x2=_LEFT, y2=_ROW * len(shown) + 2, stroke=svg.INK, stroke_width=1.4
    )
    said = ", ".join(f"{word} {_amount(value, forecast.unit)}" for word, value, _kind in shown)
    box = svg.Box(_WIDTH, _ROW * len(shown) + 4)
    return svg.picture(
        box, body + base, title=f"{forecast.title}: {said}", kind="forecast", standalone=standalone
    )


def _amount(value: type_amount | None, unit: str) -> str:
    if value is None:
        return _("unknown")
    return f"{format_number(value)} {unit}".strip()


def _row(
    at: int,
    word: str,
    value: type_amount | None,
    kind: str,
    top: float,
    unit: str,
    colour: str,
    standalone: bool,
) -> str:
    y = 4 + _ROW * at
    drawn = svg.text(word, _LEFT - 10, y + 17, size=_SIZE, anchor="end", fill=svg.QUIET)
    width = 0.0
    if value is not None:
        width = float(value) / top * (_WIDTH - _LEFT - 130)
        look: dict[str, str | float | None] = {
            "before": {"fill": "#d4d4d4"},
            "predicted": {
                "fill": svg.PAPER,
                "stroke": svg.INK,
                "stroke_width": 1.6,
                "stroke_dasharray": "5 3",
            },
            "measured": {"fill": colour, "class_": None if standalone else "c-own"},
        }[kind]  # type: ignore[assignment]
        drawn += svg.element("rect", x=_LEFT, y=y + 3, width=width, height=_ROW - 11, **look)
    return drawn + svg.text(
        _amount(value, unit),
        _LEFT + width + 10,
        y + 17,
        size=_SIZE,
        font_weight="600" if kind == "measured" else None,
        fill=svg.QUIET if value is None else svg.INK,
    )
