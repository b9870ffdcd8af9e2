"""Which places of a picture are taken by text, so that no label is written over another."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .svg import text_width


@dataclass(slots=True)
class Space:
    """The rectangles taken so far, within `left` … `right` and `top` … `bottom`."""

    left: float
    top: float
    right: float
    bottom: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def put(self, text: str, size: float, spots: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
        """The first of `spots` (left edge, baseline) where the text fits; it is taken then. None where none does."""
        width = text_width(text, size)
        for x, y in spots:
            box = (x - 2, y - size, x + width + 2, y + size * 0.3)
            if self._inside(box) and not any(_touch(box, other) for other in self.taken):
                self.taken.append(box)
                return x, y
        return None

    def _inside(self, box: tuple[float, float, float, float]) -> bool:
        return box[0] >= self.left and box[1] >= self.top and box[2] <= self.right and box[3] <= self.bottom


def apart(wanted: list[float], least: float, top: float, bottom: float) -> list[float]:
    """Places near the wanted ones (in rising order), at least `least` apart and between `top` and `bottom`.

    Where there is no room for all, the distance shrinks.
    """
    least = min(least, (bottom - top) / max(1, len(wanted) - 1))
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, top, placed[-1] + least if placed else top))
    limit = bottom
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - least
    return placed


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
