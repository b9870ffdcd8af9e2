"""What one period at some sites comes to, and who works it out: a source of figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from .inputs import Site
from .results import Period, Why


@dataclass(frozen=True, slots=True)
class Figure:
    """A value or why there is none, with what stands behind it; fields as in `Point`.

    missing, unended, impossible, no_exposure  registrations that could not be used, and why
    """

    value: Decimal | None = None
    why: Why | None = None
    n: int = 0
    used: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    total: Decimal = Decimal(0)
    total_of_squares: Decimal = Decimal(0)
    missing: int = 0
    unended: int = 0
    impossible: int = 0
    no_exposure: int = 0


class Source(Protocol):
    """Gives the figure of a period at some sites together, counting days up to `until`."""

    def figure(self, sites: Sequence[Site], period: Period, until: date) -> Figure:
        """Of nothing at all, a figure with a reason."""
        ...


def nothing(n: int = 0) -> Figure:
    """Nothing that could be used: nothing was registered, or nobody answered it."""
    return Figure(why=Why.ALL_MISSING if n else Why.NO_DATA, n=n, missing=n)
