"""The publication's own art: a scaffold that grows by one bay per trial, standing on the 100-day line.

Pure decoration: every renderer hides it from screen readers. One panel per trial; in a chapter, its own is
lit.
"""

from dataclasses import dataclass

BAY = 60
FLOOR = 46
GROUND = 24
FLOORS = 6
LEAST_BAYS, MOST_BAYS = 5, 10
TINTS = (1, 0.62, 0.86, 0.44)  # how strongly the panels of the cover are lit, in turn


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of the drawing: thin poles, thick planks, panels, and the lit panel."""

    pole: str
    plank: str
    panel: str
    lit: str


def scaffold(trials: int, inks: Inks, *, lit: int | None = None) -> str:
    """An SVG of a scaffold with one panel per trial; `lit` (1-based) is the panel that stands out.

    `lit=None` lights them all, as on the cover. Many trials make it higher rather than longer.
    """
    bays = min(max(trials, LEAST_BAYS), MOST_BAYS)
    floors = FLOORS + max(trials - MOST_BAYS, 0) // 5
    heights = [2 + (bay * (floors - 2)) // (bays - 1) for bay in range(bays)]
    width, height = bays * BAY + 40, floors * FLOOR + GROUND + 40
    ground = height - GROUND
    parts = [_bay(bay, heights[bay], ground, inks) for bay in range(bays)]
    for number, (bay, floor) in enumerate(_cells(trials, heights), 1):
        parts.append(_panel(bay, ground - (floor + 1) * FLOOR, _fill(number, inks, lit)))
    parts += [_pole(bay, heights, ground, inks) for bay in range(bays + 1)]
    parts.append(_day_line(width, ground, inks))
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" fill="none" stroke-linecap="round">{body}</svg>'
    )


def _cells(trials: int, heights: list[int]) -> list[tuple[int, int]]:
    """Bay and floor of each panel, from left to right, spread so that neighbours seldom share a floor."""
    spread = [
        (bay, (bay * 5 + 1 + turn) % height)
        for turn in range(max(heights))
        for bay, height in enumerate(heights)
        if turn < height
    ]
    return sorted(spread[:trials])


def _fill(number: int, inks: Inks, lit: int | None) -> str:
    if lit is None:
        return f'fill="{inks.lit}" fill-opacity="{TINTS[(number - 1) % len(TINTS)]}"'
    return f'fill="{inks.lit if lit == number else inks.panel}"'


def _left(bay: int) -> int:
    return 20 + bay * BAY


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> str:
    return f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" stroke="{colour}" stroke-width="{width:g}"/>'


def _panel(bay: int, top: int, fill: str) -> str:
    return f'<rect x="{_left(bay) + 4}" y="{top + 5}" width="{BAY - 8}" height="{FLOOR - 9}" {fill}/>'


def _bay(bay: int, floors: int, ground: int, inks: Inks) -> str:
    left, right = _left(bay), _left(bay + 1)
    parts = []
    for floor in range(1, floors + 1):
        y = ground - floor * FLOOR
        parts.append(_line(left - 6, y, right + 6, y, inks.plank, 3.2))
        parts.append(_line(left, y - 16, right, y - 16, inks.pole, 1) if floor == floors else "")
    for floor in range(bay % 2, floors, 2):
        y = ground - floor * FLOOR
        parts.append(_line(left, y, right, y - FLOOR, inks.pole, 0.9))
    return "".join(parts)


def _pole(bay: int, heights: list[int], ground: int, inks: Inks) -> str:
    beside = [heights[at] for at in (bay - 1, bay) if 0 <= at < len(heights)]
    x = _left(bay)
    top = ground - max(beside) * FLOOR - 22
    return _line(x, ground, x, top, inks.pole, 1.6) + _line(x - 7, ground, x + 7, ground, inks.pole, 3)


def _day_line(width: int, ground: int, inks: Inks) -> str:
    """A hundred days along the ground: a tick for every tenth, day 1 filled, day 100 open."""
    y, first, last = ground + 12, 20, width - 20
    parts = [_line(first, y, last, y, inks.plank, 1.4)]
    for tenth in range(1, 10):
        x = first + (last - first) * tenth / 10
        parts.append(_line(x, y - 3, x, y + 3, inks.plank, 1))
    parts.append(f'<circle cx="{first}" cy="{y}" r="4.5" fill="{inks.lit}"/>')
    parts.append(f'<circle cx="{last}" cy="{y}" r="4.5" stroke="{inks.lit}" stroke-width="1.6"/>')
    return "".join(parts)
