"""What a measure gives: points with their numbers, what could not be used, and what else changed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

from stillads.playbooks.format.measures import Measure

Part = Literal["baseline", "trial", "after"]


class Why(StrEnum):
    """Why there is no value. The sentence for each is the reader's to write."""

    NOT_YET = "not_yet"  # the period has not begun
    NOT_OPEN = "not_open"  # nothing could be registered on any of its days
    NO_DATA = "no_data"  # nothing was registered, and nothing can be told from that
    ALL_MISSING = "all_missing"  # there were registrations, and none had the answer
    NO_EXPOSURE = "no_exposure"  # what it is per is not known
    ZERO_EXPOSURE = "zero_exposure"  # what it is per is nought
    ABOVE_WHOLE = "above_whole"  # the part is larger than the whole: something is wrong with the figures
    SPAN_CUT = "span_cut"  # the days it needs are not all there
    TOO_FEW = "too_few"  # so few people that it is not shown
    NEEDS_ROWS = "needs_rows"  # it was asked for from sums alone


SHARES: Final = frozenset({"share", "answered"})
"""Measures that are so many of so many, in per cent."""

ADDITIVE: Final = frozenset({"count"})
"""Measures whose value grows with the number of days: a half week is not comparable with a whole one."""


@dataclass(frozen=True, slots=True)
class Period:
    """A day, an ISO week, a month, a window, a part of the phase, or a span of so many days.

    key          `2026-05-06`, `2026-W19`, `2026-05`, the window's key, the part's name, `2026-05-04/14`
    first, last  its days that belong to `part`; both count. A week in which day 1 falls is two periods
    full_days    how many days it would have whole
    part         before day 1, the trial, or daily operation after it
    """

    kind: Literal["day", "week", "month", "window", "phase", "span"]
    key: str
    first: date
    last: date
    full_days: int
    part: Part
    title: str = ""

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def cut(self) -> bool:
        """Is a part of it missing: a half week at an end, or at day 1?"""
        return self.days < self.full_days


@dataclass(frozen=True, slots=True)
class Point:
    """One value with what stands behind it. Every number is finite; there is a value or a `why`, never both.

    value        in the measure's unit; shares and response rates are per cent (0–100)
    n            registrations looked at (accounts of a balance); `missing` of them lack the answer
    used         how many values stand behind it: registrations, or those that it is a mean over
    numerator, denominator  what was divided: n of N, events and exposure, the sum and how many. None where
                 nothing was (a median, a count)
    total, total_of_squares  of the values that were used
    site_days    open days so far, of all sites together: what a late site does not add before it is there
    ended        False while days of the period are still to come
    withheld     so few that the numbers are not told either (all nought); for anonymous answers
    """

    period: Period
    value: Decimal | None = None
    why: Why | None = None
    n: int = 0
    used: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    total: Decimal = Decimal(0)
    total_of_squares: Decimal = Decimal(0)
    site_days: int = 0
    ended: bool = True
    withheld: bool = False
    missing: int = 0

    @property
    def per_day(self) -> Decimal | None:
        """The value per open day and site: what can be compared when periods or sites differ; for counts."""
        return None if self.value is None or not self.site_days else self.value / self.site_days


@dataclass(frozen=True, slots=True)
class Series:
    """Points in the order of time, of one site, one slice of a breakdown, or all.

    key    the site's key, the slice's value; empty for all of it
    whole  everything of the trial's own days so far, as one point; before: the same of the baseline
    """

    key: str
    title: str
    points: tuple[Point, ...]
    whole: Point
    before: Point | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is compared with, as the measure has it.

    point   all of it as one; points: in periods, where there are several. For comparison sites those of the
            trial's days, and `before` is their own time before day 1
    source  key of the measure or window it comes from; empty for the phase's own days
    unit    of the point, where another measure has another one
    """

    kind: Literal["own", "window", "series", "last_year", "comparison_sites", "none"]
    point: Point | None = None
    points: tuple[Point, ...] = ()
    before: Point | None = None
    source: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Unused:
    """Registrations of the phase's days that the measure could not use.

    missing    the answer is not there; `unended`: a case or wish that has not come to its end yet
    late       came in after the figures were closed; voided: taken back or corrected
    impossible an end before its beginning; no_exposure: at a site where it is not known what it is per
    """

    missing: int = 0
    unended: int = 0
    late: int = 0
    voided: int = 0
    impossible: int = 0
    no_exposure: int = 0

    @property
    def any(self) -> bool:
        """Is there something to tell?"""
        return bool(
            self.missing or self.unended or self.late or self.voided or self.impossible or self.no_exposure
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What changed besides the trial, or was done otherwise than planned, as the logbook has it."""

    day: date
    kind: Literal["change", "deviation"]
    text: str


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """A measure of one phase, as it stood at the end of `until`.

    whole     all of the trial's sites together; sites: each by itself
    baseline  what it is compared with
    """

    measure: Measure
    until: date
    whole: Series
    sites: tuple[Series, ...] = ()
    baseline: Baseline = Baseline("none")
    unused: Unused = Unused()
    changes: tuple[Change, ...] = ()
