"""How much it moved, or where it stands, with the interval that the rule gives."""

from dataclasses import dataclass, replace
from statistics import median

from ..smallsample import Estimate, Interval, mann_whitney, newcombe, signed_ranks, wilson
from .seen import People, Periods

PERIODS, PEOPLE, LEVEL_PERIODS, LEVEL_PEOPLE = (
    "periods-ranks-1",
    "people-shares-1",
    "level-periods-1",
    "level-people-1",
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A change, or a level where there is no before; value and limits in the measure's unit.

    rule      by which rule; `level`: it is where it stands, not how it moved
    before, after  what it typically was and is, in the measure's unit; None without a before
    holds     the confidence that the interval truly holds
    numbers   how many periods or people stand behind it, before and in the trial
    """

    value: float
    low: float
    high: float
    rule: str
    level: bool
    before: float | None
    after: float
    holds: float
    numbers: tuple[int, int]

    def in_per_cent(self) -> "Moved | None":
        """The same in per cent of what it was; None where that is nought or unknown.

        The typical value before counts as known, so that the limits may lie a little too close; on which side of
        nought they lie is not touched by it.
        """
        if not self.before:
            return None
        scale = 100 / abs(self.before)
        value, low, high = self.value * scale, self.low * scale, self.high * scale
        return replace(self, value=value, low=low, high=high)


def moved(seen: Periods | People, confidence: float) -> Moved | None:
    """The change in the trial, or the level without a before; None where nothing was measured in the trial."""
    return _of_people(seen, confidence) if isinstance(seen, People) else _of_periods(seen, confidence)


def _of_people(seen: People, confidence: float) -> Moved | None:
    if not seen.after[1]:
        return None
    after = 100 * seen.after[0] / seen.after[1]
    if seen.before is None or not seen.before[1]:
        found = _per_cent(wilson(*seen.after, confidence))
        return _made(found, LEVEL_PEOPLE, (None, after), confidence, (0, seen.after[1]))
    found = _per_cent(newcombe(seen.before, seen.after, confidence))
    before = 100 * seen.before[0] / seen.before[1]
    return _made(found, PEOPLE, (before, after), confidence, (seen.before[1], seen.after[1]))


def _of_periods(seen: Periods, confidence: float) -> Moved | None:
    """Ranks ask nothing of how the values are spread, and one strange week does not decide."""
    numbers = (len(seen.before), len(seen.after))
    if not seen.after:
        return None
    after = median(seen.after)
    if not seen.before:
        level = signed_ranks([0.0] * len(seen.after), seen.after, confidence)
        return _made(level.shift, LEVEL_PERIODS, (None, after), level.confidence, numbers)
    test = mann_whitney(seen.after, seen.before, confidence)
    return _made(test.shift, PERIODS, (median(seen.before), after), test.confidence, numbers)


def _per_cent(found: Estimate) -> Estimate:
    low, high = found.interval.low * 100, found.interval.high * 100
    return Estimate(None if found.value is None else found.value * 100, Interval(low, high))


def _made(
    found: Estimate, rule: str, typical: tuple[float | None, float], holds: float, numbers: tuple[int, int]
) -> Moved | None:
    if found.value is None:
        return None
    level = rule in {LEVEL_PERIODS, LEVEL_PEOPLE}
    return Moved(
        found.value,
        found.interval.low,
        found.interval.high,
        rule,
        level,
        *typical,
        holds=holds,
        numbers=numbers,
    )
