"""What is assumed of a measure and of a round before anything has been measured."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from stillads.playbooks.format.measures import Measure

from ..measures import Site, Timeline

SIMULATED: Final = frozenset({"count", "share", "answered", "mean", "score", "rate", "median", "lead_time"})
_DAY: Final = timedelta(days=1)


class CannotSimulate(ValueError):
    """The measure is of a kind that is not simulated: different ones, and balances."""


class NotAssumed(ValueError):
    """The playbook does not say what the measure usually is."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """How things usually are.

    level   the usual value in the measure's unit; of a count the registrations a day at one site
    a_day   registrations a day at one site that the measure reads
    spread  the standard deviation of single values, in means, medians, scores and lead times
    """

    level: float
    a_day: float
    spread: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A round's days and places.

    sites     how many; citizens, employees: how many at each
    baseline  days before day 1; days: of the trial
    """

    sites: int = 3
    baseline: int = 56
    days: int = 100
    citizens: int = 20
    employees: int = 12
    start: date = date(2026, 4, 13)

    def timeline(self) -> Timeline:
        """The days, all of them over."""
        end = self.start + (self.days - 1) * _DAY
        return Timeline(first=self.start - self.baseline * _DAY, start=self.start, end=end, until=end)

    def places(self) -> tuple[Site, ...]:
        """The sites, open on all the days."""
        line = self.timeline()
        open_days = ((line.first, line.end),)
        return tuple(
            Site(f"s{n}", f"s{n}", open_days, citizens=self.citizens, employees=self.employees)
            for n in range(1, self.sites + 1)
        )


def assumed_of(measure: Measure) -> Assumed:
    """What the playbook assumes. Raises CannotSimulate and NotAssumed."""
    if measure.how not in SIMULATED:
        raise CannotSimulate(measure.key)
    said = measure.assumed
    if said is None:
        raise NotAssumed(measure.key)
    level = float(said.level)
    a_day = float(said.a_day) if said.a_day is not None else 4.0
    spread = float(said.spread) if said.spread is not None else max(level, 1.0) / 2
    return Assumed(level, level if measure.how == "count" else a_day, spread)
