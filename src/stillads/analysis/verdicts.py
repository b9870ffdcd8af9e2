"""The verdict rule for figures typed by hand. Pure: the same numbers always give the same verdict."""

from dataclasses import dataclass
from typing import Final

from .comparison import DOWN, UNCHANGED, UP, Comparison, Expected, Measured, compare

RULE_NAME: Final = "typed-figure-1"
MET, NOT_MET, WRONG_WAY, CANNOT_TELL = "met", "not_met", "wrong_way", "cannot_tell"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The outcome, and the key of the sentence (`words.WHY`) that explains or tempers it."""

    outcome: str
    why: str = ""


def rule(expected: Expected, measured: Measured | None) -> Ruling:
    """What becomes of an expectation.

    No figure, one person's estimate, a share without its N, and numbers that do not fit each other
    cannot be told. A count whose N is not written is judged, and the verdict says so (`why`).
    """
    if reason := _undecidable(expected, measured):
        return Ruling(CANNOT_TELL, reason)
    if measured is None:
        raise AssertionError("checked above")
    found = compare(expected, measured)
    caveat = "" if measured.denominator is not None else "without_n"
    return Ruling(_outcome(expected, found), caveat)


def _undecidable(expected: Expected, measured: Measured | None) -> str:
    if measured is None:
        return "no_figure"
    if measured.estimate:
        return "estimate"
    if measured.unit == "%" and measured.denominator is None:
        return "share_without_n"
    found = compare(expected, measured)
    if not found.comparable:
        return "no_before" if measured.before is None else "units"
    if expected.direction == UNCHANGED and expected.size is None and found.change:
        return "no_margin"
    return ""


def _outcome(expected: Expected, found: Comparison) -> str:
    if expected.direction == UNCHANGED and expected.size is None:
        return MET  # nothing moved at all
    beyond = found.beyond
    if beyond is None:
        return CANNOT_TELL
    moved = _moved(expected, found)
    if beyond >= 0 and (moved is None or moved > 0 or expected.direction not in {UP, DOWN}):
        return MET
    if expected.direction in {UP, DOWN}:
        return WRONG_WAY if moved is not None and moved < 0 else NOT_MET
    return NOT_MET if expected.direction == UNCHANGED else WRONG_WAY


def _moved(expected: Expected, found: Comparison) -> int | None:
    """1 where it moved as predicted, -1 the other way, 0 not at all; None without a number from before."""
    if found.change is None:
        return None
    change = found.change if expected.direction == UP else -found.change
    return (change > 0) - (change < 0)
