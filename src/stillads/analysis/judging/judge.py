"""What becomes of an expectation."""

from dataclasses import dataclass
from typing import Final

from ..comparison import DOWN, NOT_WORSE, UNCHANGED, UP, Expected
from ..verdicts import CANNOT_TELL, MET, NOT_MET, WRONG_WAY
from .change import Moved, moved
from .seen import Estimated, Seen

CONFIDENCE: Final = 0.95
MOST_LOOKS: Final = 4
_NO_RULE: Final = "registrations-1"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome with what it rests on.

    why       key of the sentence (`words.WHY`) that says why it cannot be told; empty otherwise
    rule      name of the rule, to be kept with the verdict
    moved     the change or level with its interval, in per cent of before where `relative`; None where there is none
    confidence of the interval: 95 %, or more where the data are looked at several times
    """

    outcome: str
    why: str
    rule: str
    moved: Moved | None = None
    relative: bool = False
    confidence: float = CONFIDENCE


def judge(expected: Expected, seen: Seen, *, unit: str, looks: int = 1) -> Judgement:
    """What `seen` (a measure in `unit`) says of the expectation.

    looks  how many times one was to look, as it was locked; each look may be wrong only its part of the times
           (Bonferroni). More than MOST_LOOKS is refused with ValueError: then it is no evaluation any more.
    """
    if not 1 <= looks <= MOST_LOOKS:
        raise ValueError(f"an evaluation looks one to {MOST_LOOKS} times")
    confidence = 1 - (1 - CONFIDENCE) / looks
    if isinstance(seen, Estimated):
        return Judgement(CANNOT_TELL, "estimate", _NO_RULE)
    found = moved(seen, confidence)
    if found is None:
        return Judgement(CANNOT_TELL, "no_figure", _NO_RULE)
    relative = expected.unit == "%" and unit != "%" and not found.level
    told = found.in_per_cent() if relative else found
    why = _undecidable(expected, found, told, unit, confidence)
    outcome = CANNOT_TELL if why or told is None else _outcome(expected, told)
    return Judgement(outcome, why, found.rule, told or found, relative and told is not None, confidence)


def _undecidable(expected: Expected, found: Moved, told: Moved | None, unit: str, confidence: float) -> str:
    """The key of the sentence why it cannot be told, whatever the numbers."""
    if told is None:
        return "before_is_nought"
    if expected.unit and expected.unit.strip().lower() not in {unit.strip().lower(), "%"}:
        return "units"
    if expected.direction == UNCHANGED and expected.size is None:
        return "no_margin"
    if found.level and (
        expected.size is None or expected.direction not in {UP, DOWN} or expected.unit != unit
    ):
        return "no_before"
    return "too_few_periods" if found.holds < confidence - 1e-9 else ""


def _outcome(expected: Expected, told: Moved) -> str:
    size = float(expected.size) if expected.size is not None else None
    if told.level:
        return _level(expected.direction, size or 0.0, told)
    if expected.direction == UNCHANGED:
        return _still(size or 0.0, told)
    if expected.direction == NOT_WORSE:
        return _guarded(expected.worse, size or 0.0, told)
    low, high = (told.low, told.high) if expected.direction == UP else (-told.high, -told.low)
    return _promised(size, low, high)


def _promised(size: float | None, low: float, high: float) -> str:
    """`low` and `high` are the limits of the change in the promised direction."""
    if high < 0:
        return WRONG_WAY
    if high < (size or 0.0) or low == high == 0:
        return NOT_MET
    return MET if low > 0 else CANNOT_TELL


def _level(direction: str, size: float, told: Moved) -> str:
    """At least `size`, or at most: the interval lies on the one side, on the other, or over it."""
    if direction == UP:
        return MET if told.low >= size else NOT_MET if told.high < size else CANNOT_TELL
    return MET if told.high <= size else NOT_MET if told.low > size else CANNOT_TELL


def _still(margin: float, told: Moved) -> str:
    if -margin <= told.low and told.high <= margin:
        return MET
    return NOT_MET if told.low > margin or told.high < -margin else CANNOT_TELL


def _guarded(worse: str, tolerated: float, told: Moved) -> str:
    """A guardrail: met where more worsening than is tolerated can be ruled out."""
    low, high = (told.low, told.high) if worse == UP else (-told.high, -told.low)
    if high <= tolerated:
        return MET
    return WRONG_WAY if low > tolerated else CANNOT_TELL
