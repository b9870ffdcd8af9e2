"""Many rounds: how often each verdict falls, beside what a naive reading of before and after would have said."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from stillads.playbooks.format.measures import Criterion, Measure

from ..comparison import Expected
from ..judging import judge
from ..judging.from_measure import seen_of
from ..measures import MeasureResult, compute
from ..smallsample import clopper_pearson
from ..verdicts import CANNOT_TELL, MET, NOT_MET, WRONG_WAY
from .assumed import Assumed, Layout
from .effects import Effect, change_of
from .rounds import drawn

OUTCOMES = (MET, NOT_MET, WRONG_WAY, CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Shares:
    """Of all rounds, the share (0–1) of each verdict; `naive`: of those that a naive reading calls a success.

    met_at_most  the upper 95 % confidence bound of `met`
    """

    rounds: int
    verdicts: dict[str, float]
    naive: float
    met_at_most: float


@dataclass
class Tally:
    """Counts the rounds of one criterion as they are drawn."""

    criterion: Criterion
    measure: Measure
    assumed: Assumed
    layout: Layout
    each_once: bool = False
    found: Counter[str] = field(default_factory=Counter)
    naive: int = 0

    def add(self, effect: Effect, chance: Random) -> str:
        """Draws one round; returns its verdict."""
        change = change_of(self.criterion, self.measure, self.assumed, effect)
        result = compute(drawn(self.measure, self.assumed, self.layout, change, chance))
        seen = seen_of(result, each_once=self.each_once)
        outcome = judge(expected_of(self.criterion), seen, unit=self.measure.unit).outcome
        self.found[outcome] += 1
        self.naive += naive(self.criterion, result)
        return outcome

    def shares(self) -> Shares:
        """What has been counted so far. At least one round must have been drawn."""
        many = sum(self.found.values())
        return Shares(
            many,
            {outcome: self.found[outcome] / many for outcome in OUTCOMES},
            self.naive / many,
            clopper_pearson(self.found[MET], many).interval.high,
        )


def simulate(tallies: Sequence[Tally], effect: Effect, *, rounds: int, seed: int) -> dict[str, float]:
    """Draws so many rounds of a trial; each criterion counts in its own tally. The same seed gives the same rounds.

    Returns the share (0–1) of each verdict of the whole trial, see `of_trial`; empty without a primary criterion.
    """
    chance = Random(seed)  # noqa: S311  (chance, no secret)
    found: Counter[str] = Counter()
    for _ in range(rounds):
        found[of_trial([(tally.criterion, tally.add(effect, chance)) for tally in tallies])] += 1
    return {outcome: found[outcome] / rounds for outcome in OUTCOMES} if not found[""] else {}


def of_trial(verdicts: Sequence[tuple[Criterion, str]]) -> str:
    """A trial's verdict is that of its primary criterion, unless a guardrail broke. Empty without a primary one."""
    primary = [outcome for criterion, outcome in verdicts if criterion.primary]
    if not primary:
        return ""
    broken = any(outcome == WRONG_WAY for criterion, outcome in verdicts if criterion.guardrail)
    return WRONG_WAY if broken else primary[0]


def expected_of(criterion: Criterion) -> Expected:
    """A playbook's criterion as the rules read it."""
    return Expected(criterion.direction, criterion.size, criterion.unit, criterion.worse)


def naive(criterion: Criterion, result: MeasureResult) -> bool:
    """Is the mean of the trial on the promised side of the mean before? So most projects report success."""
    after, before = result.whole.whole, result.baseline.point
    if before is None or after.value is None or before.value is None:
        return False
    now, then = (
        (after.per_day, before.per_day) if result.measure.how == "count" else (after.value, before.value)
    )
    if now is None or then is None:
        return False
    better = {"up": now > then, "down": now < then}
    return better.get(criterion.direction, now <= then if criterion.worse == "up" else now >= then)
