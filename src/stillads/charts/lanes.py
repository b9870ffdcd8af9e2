"""Puts labels side by side in lanes, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass

from .svg import text_width

GAP = 10.0


@dataclass(frozen=True, slots=True)
class Label:
    """What shall stand near `x`. `anchor`: start, middle or end. `kind` is for the drawer."""

    x: float
    text: str
    anchor: str = "middle"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with the left edge and the lane it was given; lane 0 is nearest to the line."""

    label: Label
    left: float
    lane: int
    width: float

    @property
    def x(self) -> float:
        """Where the text is anchored."""
        return self.left + {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.label.anchor]


def place(labels: Sequence[Label], *, size: float, left: float, right: float) -> list[Placed]:
    """Each label in the lowest lane that has room; kept between `left` and `right`."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for label in labels:
        width = text_width(label.text, size)
        start = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        start = max(left, min(start, right - width))
        lane = _first_free(taken, start, start + width)
        placed.append(Placed(label, start, lane, width))
    return placed


def lanes_used(placed: Sequence[Placed]) -> int:
    """How many lanes there are."""
    return max((item.lane for item in placed), default=-1) + 1


def _first_free(taken: list[list[tuple[float, float]]], start: float, end: float) -> int:
    for at, lane in enumerate(taken):
        if all(end + GAP <= other_start or other_end + GAP <= start for other_start, other_end in lane):
            lane.append((start, end))
            return at
    taken.append([(start, end)])
    return len(taken) - 1
