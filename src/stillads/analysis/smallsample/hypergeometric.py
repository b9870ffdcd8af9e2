"""A two-by-two table with its margins held: how probable each table is, at any odds ratio."""

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Margins:
    """The upper left cell of a table and what its margins allow it to be.

    observed, lowest  the cell, and the least it can be
    ways, logs        in how many ways each value from `lowest` up comes about (whole numbers), and their logarithms
    """

    observed: int
    lowest: int
    ways: tuple[int, ...]
    logs: tuple[float, ...]

    @property
    def highest(self) -> int:
        """The most the cell can be."""
        return self.lowest + len(self.ways) - 1

    def mean(self, log_odds: float) -> float:
        """What the cell is on the average at an odds ratio."""
        shares = self._shares(log_odds)
        return math.fsum((self.lowest + step) * share for step, share in enumerate(shares))

    def at_least(self, log_odds: float) -> float:
        """How probable the observed value or more is."""
        return math.fsum(self._shares(log_odds)[self.observed - self.lowest :])

    def at_most(self, log_odds: float) -> float:
        """How probable the observed value or less is."""
        return math.fsum(self._shares(log_odds)[: self.observed - self.lowest + 1])

    def _shares(self, log_odds: float) -> list[float]:
        logs = [log + step * log_odds for step, log in enumerate(self.logs)]
        top = max(logs)
        weights = [math.exp(each - top) for each in logs]
        whole = math.fsum(weights)
        return [weight / whole for weight in weights]


def margins(a: int, b: int, c: int, d: int) -> Margins:
    """The margins of the table with rows (a, b) and (c, d)."""
    lowest, highest = max(0, a - d), min(a + b, a + c)
    ways = [math.comb(a + b, lowest) * math.comb(c + d, a + c - lowest)]
    for k in range(lowest, highest):  # each from the one before: large tables stay quick
        ways.append(ways[-1] * (a + b - k) * (a + c - k) // ((k + 1) * (d - a + k + 1)))
    return Margins(a, lowest, tuple(ways), tuple(map(math.log, ways)))


def solve(rising: Callable[[float], float], wanted: float) -> float:
    """The log odds ratio at which a function that rises with it takes the value that is wanted, by halving."""
    low, high = -1.0, 1.0
    while rising(low) > wanted:
        low *= 2
    while rising(high) < wanted:
        high *= 2
    while high - low > 1e-12 * max(1.0, abs(low)):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2
