"""Which rule speaks for an expectation: that of its registrations, or that of the figure typed by hand."""

from dataclasses import dataclass
from typing import Any

from stillads.trials.models import Criterion, Figure

from .figures import expected_of, measured_of
from .judging import Judgement, judge
from .queries.criteria import Chain
from .queries.registered import Registered
from .verdicts import RULE_NAME, rule


@dataclass(frozen=True, slots=True)
class Ruled:
    """A verdict as it is kept: see `Verdict`."""

    outcome: str
    why: str
    rule_name: str
    inputs: dict[str, Any]
    figure: Figure | None = None


def ruled(chain: Chain, registered: Registered | None) -> Ruled:
    """The registrations of the measure that the expectation named when it was locked go before a typed figure.

    Where nobody has registered anything in the trial, a figure that somebody has typed speaks.
    """
    if registered is not None and (registered.result.whole.whole.n or chain.figure is None):
        found = judge(expected_of(chain.now), registered.seen, unit=registered.result.measure.unit)
        inputs = {**_expectation(chain.now), **_registrations(registered, found)}
        return Ruled(found.outcome, found.why, found.rule, inputs)
    figure = chain.figure
    typed = rule(expected_of(chain.now), measured_of(figure) if figure else None)
    inputs = {**_expectation(chain.now), **(_figure(figure) if figure else {})}
    return Ruled(typed.outcome, typed.why, RULE_NAME, inputs, figure)


def _expectation(criterion: Criterion) -> dict[str, Any]:
    return {
        "criterion": criterion.public_id,
        "direction": criterion.direction,
        "size": None if criterion.size is None else str(criterion.size),
        "unit": criterion.unit,
        "worse": criterion.worse,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "figure": figure.public_id,
        "value": str(figure.value),
        "figure_unit": figure.unit,
        "before": None if figure.before is None else str(figure.before),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "estimate": figure.estimate,
    }


def _registrations(registered: Registered, found: Judgement) -> dict[str, Any]:
    """All that the verdict rests on, so that it can be read years later without the registrations."""
    result, moved = registered.result, found.moved
    said: dict[str, Any] = {
        "playbook": registered.playbook,
        "measure": result.measure.key,
        "figure_unit": result.measure.unit,
        "rule": found.rule,
        "until": result.until.isoformat(),
        "registrations": result.whole.whole.n,
        "unused": {
            "missing": result.unused.missing, "late": result.unused.late, "voided": result.unused.voided,
        },
        "changes": len(result.changes),
        "confidence": found.confidence,
    }  # fmt: skip
    if moved is None:
        return said
    return {
        **said,
        "value": round(moved.after, 6),
        "before": None if moved.before is None else round(moved.before, 6),
        "change": round(moved.value, 6),
        "low": round(moved.low, 6),
        "high": round(moved.high, 6),
        "relative": found.relative,
        "level": moved.level,
        "numbers": list(moved.numbers),
    }
