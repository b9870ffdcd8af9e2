"""Runs and crossings: what the order of the points says, whatever their distribution.

Source: Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for detection of non-random
variation in health care processes. PLoS One 2014;9(11):e113825.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .bounds import crossings_needed, longest_allowed
from .boxes import outside_box
from .kinds import Method


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one phase.

    observed         points that are not excluded, missing ones among them
    useful           those that are there and not on the centre line
    longest          the longest run on one side; None where no point is useful, as the next three
    longest_allowed  longer than this is a signal
    crossings        how often the line between neighbours crosses the centre line
    crossings_needed fewer than this is a signal
    signal           whether the order of the points is more than chance
    """

    observed: int
    useful: int
    longest: int | None = None
    longest_allowed: int | None = None
    crossings: int | None = None
    crossings_needed: int | None = None
    signal: bool = False

    def unjudged(self) -> "Runs":
        """The same counts, where they are no sign of anything."""
        return replace(self, signal=False)


def runs(values: Sequence[float], centre: float, method: Method = Method.ANHOEJ) -> Runs:
    """The runs of `values` about `centre`. Missing values and those exactly on the line are passed over."""
    sides = [value > centre for value in values if value > centre or value < centre]
    if not sides:
        return Runs(len(values), 0)
    lengths = _lengths(sides)
    useful, longest, crossings = len(sides), max(lengths), len(lengths) - 1
    return Runs(
        len(values),
        useful,
        longest,
        longest_allowed(useful),
        crossings,
        crossings_needed(useful),
        _signals(useful, longest, crossings, method),
    )


def _lengths(sides: Iterable[bool]) -> list[int]:
    return [len(list(run)) for _, run in groupby(sides)]


def _signals(useful: int, longest: int, crossings: int, method: Method) -> bool:
    boxed = outside_box(method, useful, longest=longest, crossings=crossings)
    if boxed is not None:
        return boxed
    return longest > longest_allowed(useful) or crossings < crossings_needed(useful)
