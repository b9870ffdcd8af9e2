"""What a special cause means for who wants more or less, and whether a target will be met."""

from enum import StrEnum

from .limits import Limits
from .special_cause import SpecialCause


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Meaning(StrEnum):
    """A point as the NHS icons colour it; HIGH and LOW where neither way is better."""

    COMMON = "common_cause"
    IMPROVEMENT = "special_cause_improvement"
    CONCERN = "special_cause_concern"
    HIGH = "special_cause_neutral_high"
    LOW = "special_cause_neutral_low"


class Assurance(StrEnum):
    """Whether the process, as it runs now, will meet a target: always, never, or by chance."""

    PASS = "consistent_pass"  # noqa: S105 - no password
    FAIL = "consistent_fail"
    HIT_OR_MISS = "inconsistent"


def meaning(cause: SpecialCause, direction: Direction) -> Meaning:
    """What a special cause means, given which way is better."""
    if cause is SpecialCause.NONE:
        return Meaning.COMMON
    more = cause.side > 0
    if direction is Direction.NEUTRAL:
        return Meaning.HIGH if more else Meaning.LOW
    return Meaning.IMPROVEMENT if more == (direction is Direction.INCREASE) else Meaning.CONCERN


def assurance(latest: Limits, target: float | None, direction: Direction) -> Assurance | None:
    """Whether a target lies beyond the latest limits; None without a target or a better way.

    Without limits, and for a target within or exactly on them, nothing is assured: hit or miss.
    """
    if target is None or direction is Direction.NEUTRAL:
        return None
    if target > latest.upper:
        return Assurance.FAIL if direction is Direction.INCREASE else Assurance.PASS
    if target < latest.lower:
        return Assurance.PASS if direction is Direction.INCREASE else Assurance.FAIL
    return Assurance.HIT_OR_MISS
