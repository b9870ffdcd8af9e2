"""Figures as pictures show them: what can be drawn, and how it is written at a mark."""

import math

from stillads.kernel.numbers import format_number

GREATEST = 1e12  # beyond this no figure of a municipality is meant
NARROW = "\u202f"


def drawable(value: float | None) -> float | None:
    """The figure, or None where it is missing, endless, or greater than any that can be meant."""
    if value is not None and -GREATEST <= value <= GREATEST:  # NaN is not
        return float(value)
    return None


def said(value: float | None, unit: str = "") -> str:
    """`36 %`, `1.235`, `7,5`, `0,04`: as many decimals as the size needs. Missing is an en dash."""
    known = drawable(value)
    if known is None:
        return "–"
    if 0 <= known < 1000 and known == int(known):
        text = str(int(known))  # most figures are counts
        return f"{text}{NARROW}%" if unit == "%" else f"{text} {unit}".rstrip()
    text = format_number(known, _decimals(known))
    text = text.rstrip("0").rstrip(",") if "," in text else text
    if text.strip("−0,") == "":
        text = "0"
    return f"{text}{NARROW}%" if unit == "%" else f"{text} {unit}".strip()


def rounded(value: float | None, unit: str = "") -> str:
    """The figure as short as a label or a spoken point needs it: whole per cent, otherwise as `said`."""
    known = drawable(value)
    if known is None or unit != "%":
        return said(known, unit)
    return said(math.copysign(math.floor(abs(known) + 0.5), known), unit)


def _decimals(value: float) -> int:
    size = abs(value)
    if size >= 100 or value == int(value):
        return 0
    if size >= 1:
        return 1
    return min(6, 1 - math.floor(math.log10(size)))
