"""The three patterns that are more than chance, each as "which points are part of one"."""

from collections.abc import Sequence
from itertools import pairwise

RUN = 7


def part_of_shift(sides: Sequence[int | None]) -> list[bool]:
    """Points in seven or more in a row on one side of the mean; a missing one, or one on the mean, ends the row."""
    return _covered(
        len(sides), RUN, [_same_side(sides[end - RUN : end]) for end in range(RUN, len(sides) + 1)]
    )


def part_of_trend(values: Sequence[float]) -> list[bool]:
    """Points in seven or more in a row that all rise or all fall; a missing or an equal one ends the row."""
    ends = range(RUN, len(values) + 1)
    return _covered(len(values), RUN, [_one_way(values[end - RUN : end]) for end in ends])


def part_of_two_in_three(near: Sequence[bool | None], sides: Sequence[int | None]) -> list[bool]:
    """Near points in three in a row on one side of the mean, of which two at least are between near limit and limit."""
    windows = range(3, len(near) + 1)
    found = [_same_side(sides[end - 3 : end]) and _two(near[end - 3 : end]) for end in windows]
    return [
        bool(each) and close is True for each, close in zip(_covered(len(near), 3, found), near, strict=True)
    ]


def _same_side(sides: Sequence[int | None]) -> bool:
    return sides[0] in {1, -1} and all(side == sides[0] for side in sides)


def _one_way(values: Sequence[float]) -> bool:
    steps = list(pairwise(values))
    return all(later > earlier for earlier, later in steps) or all(
        later < earlier for earlier, later in steps
    )


def _two(near: Sequence[bool | None]) -> bool:
    return None not in near and sum(map(bool, near)) >= 2


def _covered(places: int, width: int, windows: Sequence[bool]) -> list[bool]:
    """For each place whether it lies in one of the windows found; window `i` covers places i … i + width - 1."""
    covered = [False] * places
    for start, found in enumerate(windows):
        if found:
            covered[start : start + width] = [True] * width
    return covered
