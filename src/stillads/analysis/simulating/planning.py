"""What a round can show, by formula, before anything is locked: the smallest change that would mostly be found.

The formula counts the scatter that `rounds` draws: chance within a week, and what differs from week to week. That
places differ from each other makes no difference, as each is there before and after. Source: the normal
approximation of Hodges and Lehmann's shift, with 3/π of the information of evenly spread values.
"""

import math
from dataclasses import dataclass
from typing import Final, Literal

from stillads.playbooks.format.measures import Criterion, Measure

from ..judging.needed import POWER
from ..measures.results import SHARES
from ..smallsample.distributions import normal_quantile
from .assumed import Assumed, Layout
from .effects import Effect, change_of
from .rounds import WEEKS

_INFORMATION: Final = 3 / math.pi
_FEWEST_WEEKS: Final = 3
_MEDIAN: Final = math.pi / 2  # a median scatters so much more than a mean


@dataclass(frozen=True, slots=True)
class Plan:
    """What a round can show of one expectation.

    says      `found` or `missed`: whether the promised change would mostly be found; `level`: there is no before to
              compare with; `too_short`: too few whole weeks before day 1 or after
    smallest  the smallest change that is found four times in five, in the measure's unit (per cent of what it is
              where the promise is); None where it is too short
    promised  the change that was promised, likewise
    unit      of both; relative: per cent of what it is now, and not percentage points
    """

    says: Literal["found", "missed", "level", "too_short"]
    smallest: float | None
    promised: float
    unit: str
    relative: bool = False


def plan(criterion: Criterion, measure: Measure, assumed: Assumed, layout: Layout) -> Plan:
    """By formula; of expectations that something goes up or down."""
    weekly = 7.0 if measure.how == "count" else 1.0  # a count is assumed per day and told per week
    relative = criterion.unit == "%" and measure.unit != "%"
    scale = 100 / assumed.level if relative and assumed.level else weekly
    unit = "%" if relative else measure.unit
    promised = abs(change_of(criterion, measure, assumed, Effect(1.0))) * scale
    before, after = layout.baseline // 7, layout.days // 7
    if measure.baseline.kind == "none" or not before:
        return Plan("level", None, promised, unit, relative)
    if min(before, after) < _FEWEST_WEEKS:
        return Plan("too_short", None, promised, unit, relative)
    reach = normal_quantile(0.025) + normal_quantile(1 - POWER)
    spread = _of_a_week(measure, assumed, layout) * (1 / before + 1 / after)
    smallest = reach * math.sqrt(spread / _INFORMATION) * scale
    return Plan("found" if smallest <= promised else "missed", smallest, promised, unit, relative)


def _of_a_week(measure: Measure, assumed: Assumed, layout: Layout) -> float:
    """The variance of one week's value of all places together, in the unit in which the level is assumed."""
    many = max(assumed.a_day * 7 * layout.sites, 1e-9)
    if measure.how in {"count", "rate"}:
        events = many if measure.how == "count" else max(_events(measure, assumed, layout), 1e-9)
        return assumed.level**2 * (1 / events + WEEKS**2 / layout.sites)
    if measure.how in SHARES:
        share = min(max(assumed.level / 100, 0.01), 0.99)
        even = share * (1 - share)
        return 10_000 * (even / many + (even * WEEKS) ** 2 / layout.sites)
    within = assumed.spread**2 * (_MEDIAN if measure.how in {"median", "lead_time"} else 1.0) / many
    return within + (assumed.spread * WEEKS / 2) ** 2 / layout.sites


def _events(measure: Measure, assumed: Assumed, layout: Layout) -> float:
    """Events a week that a rate of the assumed level means, at all places."""
    per = measure.per
    if per is None or per.kind == "days":
        exposure = 7.0 * layout.sites
    else:
        people = layout.employees if per.kind == "employees" else layout.citizens
        exposure = float(people * layout.sites)
    return assumed.level * exposure / float(per.times if per else 1)
