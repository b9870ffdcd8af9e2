"""What is computed from registrations: declarative, no expression language (DESIGN.md §4)."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from .base import Key, Line, OptionalText, Part
from .conditions import Condition

Perspective = Literal["citizen", "employee", "economy"]
How = Literal[
    "count", "share", "mean", "median", "rate", "distinct", "lead_time", "balance", "score", "answered"
]
Period = Literal["day", "week", "month", "window", "phase"]
Chart = Literal["run", "i", "mr", "p", "u", "c", "pp", "up", "g", "t", "xbar", "s", "bars", "none"]


class Exposure(Part):
    """What a rate is per: days open, citizens taking part, or what a `series` or another measure counts."""

    kind: Literal["days", "citizens", "employees", "measure"]
    measure: Key | None = None
    times: Decimal = Field(default=Decimal(1), gt=0)  # `per 1,000 visits` is times: 1000


class Baseline(Part):
    """What is compared with: the phase's own baseline unless it says otherwise."""

    kind: Literal["own", "window", "series", "last_year", "comparison_sites", "none"] = "own"
    window: Key | None = None
    measure: Key | None = None


class Assumed(Part):
    """What a measure is taken to be before anything is measured: to plan a trial, and to try the playbook out.

    level   the usual value in the measure's unit; in a count the registrations a day at one place
    a_day   registrations a day at one place (not in counts and rates)
    spread  the standard deviation of single values (means, medians, scores, lead times)
    """

    level: Decimal = Field(ge=0)
    a_day: Decimal | None = Field(default=None, gt=0)
    spread: Decimal | None = Field(default=None, gt=0)


class Measure(Part):
    """One number per site and period.

    instrument  whose registrations it reads; `form` one of its forms (a case's step), all where empty
    field       the fact that is averaged, counted apart or added; none for a count of registrations
    where       which registrations count; in a share those of the numerator
    among       which registrations are looked at at all: a share's denominator
    start, stop the two facts (dates) that a lead time lies between; working_days counts only those
    distinct_per, distinct_days  `field` different ones per this fact within so many days
    distinct_each_day  only those of whom there are at least so many registrations on every day of them
    """

    key: Key
    title: Line
    perspective: Perspective
    instrument: Key
    how: How
    form: Key | None = None
    field: Key | None = None
    where: Condition | None = None
    among: Condition | None = None
    per: Exposure | None = None
    start: Key | None = None
    stop: Key | None = None
    working_days: bool = False
    distinct_per: Key | None = None
    distinct_days: int | None = Field(default=None, ge=1, le=400)
    distinct_each_day: int | None = Field(default=None, ge=1, le=50)
    unit: Line
    direction: Literal["up", "down", "none"] = "none"
    period: Period = "week"
    chart: Chart = "run"
    by: tuple[Key, ...] = ()
    baseline: Baseline = Baseline()
    assumed: Assumed | None = None
    sustaining: bool = False  # runs on in daily operation
    note: OptionalText = ""


class Criterion(Part):
    """One expectation, as it prefills a trial's prediction.

    size       change (or level) in `unit`; tolerated worsening for a guardrail; empty: only the direction
    worse      for a guardrail, which way is worse
    """

    key: Key
    perspective: Perspective
    what: Line
    direction: Literal["up", "down", "unchanged", "not_worse"]
    size: Decimal | None = Field(default=None, ge=0)
    unit: OptionalText = ""
    measure: Key | None = None
    how_known: OptionalText = ""
    primary: bool = False
    guardrail: bool = False
    worse: Literal["up", "down"] = "up"
