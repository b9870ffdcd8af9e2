"""The effect that a simulated trial has: none, the promised one, or a part or multiple of it."""

from dataclasses import dataclass

from stillads.playbooks.format.measures import Criterion, Measure

from .assumed import Assumed


@dataclass(frozen=True, slots=True)
class Effect:
    """How much of the promised change there is: 0 is none, 1 the promised; negative is the other way."""

    times: float = 0.0


def change_of(criterion: Criterion, measure: Measure, assumed: Assumed, effect: Effect) -> float:
    """The change after day 1 in the measure's unit (a count: registrations a day at one site).

    Where only a direction was promised, a fifth of the usual value stands for it. A guardrail and what shall stay
    unchanged have no promised change: the times are of the tolerated worsening, which `none` and the promised lack.
    """
    if criterion.direction not in {"up", "down"}:
        return 0.0
    size = float(criterion.size) if criterion.size is not None else None
    if size is None:
        change = 0.2 * assumed.level
    elif criterion.unit == "%" and measure.unit != "%":
        change = assumed.level * size / 100
    elif measure.how == "count":
        change = size / 7  # promised per week
    else:
        change = size
    return effect.times * (change if criterion.direction == "up" else -change)
