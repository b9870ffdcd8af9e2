"""From the facts of one registration to an observation: what medians, distinct counts and lead times read.

The counterpart of `capture.sums`, which does the same for daily sums.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from stillads.playbooks.format.measures import Measure
from stillads.playbooks.questions.base import SCORE

from .inputs import Observation, is_day

FROM_ROWS: Final = frozenset({"median", "distinct", "lead_time", "balance"})
"""The measures that daily sums cannot answer."""

BALANCE: Final = "balance"
"""The fact that a movement of an account leaves: what is on it after it."""


def facts_needed(measure: Measure) -> frozenset[str]:
    """The facts that the measure looks at, its conditions and breakdowns among them."""
    named = {measure.field, measure.start, measure.stop, measure.distinct_per, *measure.by}
    conditions = (each for each in (measure.where, measure.among) if each is not None)
    asked = {question for condition in conditions for question, _values in condition.questions()}
    own = {BALANCE} if measure.how == "balance" else set()
    scored = {f"{measure.field}{SCORE}"} if measure.how == "score" else set()
    return frozenset({name for name in named if name} | asked | own | scored)


def observe(
    measure: Measure,
    facts: Mapping[str, Any],
    *,
    day: date,
    site: str,
    form: str = "",
    subject: str = "",
    order: int = 0,
) -> list[Observation]:
    """One observation; several where several were chosen to be counted apart; none where it is not looked at."""
    if measure.form is not None and form and measure.form != form:
        return []
    if not all(each is None or each.holds(facts) for each in (measure.among, measure.where)):
        return []
    stop = _text(facts.get(measure.stop or ""))
    whole = Observation(
        day=_day(stop) or day,
        site=site,
        group=str(facts.get(measure.distinct_per or "") or ""),
        start=_text(facts.get(measure.start or "")),
        stop=stop,
        subject=subject,
        order=order,
        slices=slices(measure, facts),
    )
    return [whole._replace(value=value) for value in _values(measure, facts)]


def slices(measure: Measure, facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The slices in which it belongs, as the daily sums name them."""
    found: list[str] = []
    for key in measure.by:
        value = facts.get(key)
        several = value if isinstance(value, list | tuple) else [value]
        found += [f"{key}={each}"[:80] for each in several if each not in (None, "")]
    return tuple(found)


def _values(measure: Measure, facts: Mapping[str, Any]) -> list[Decimal | str | None]:
    if measure.how == "lead_time":
        return [None]
    said = facts.get(BALANCE if measure.how == "balance" else measure.field or "")
    if measure.how != "distinct":
        return [_number(said)]
    several = said if isinstance(said, list | tuple) else [said]
    return [None if each in (None, "") else str(each) for each in several] or [None]


def _number(said: Any) -> Decimal | None:
    try:
        number = Decimal(str(said))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(stop: str | None) -> date | None:
    """The day on which a lead time ended, where it ended on a day."""
    return date.fromisoformat(stop) if stop and is_day(stop) else None


def _text(said: Any) -> str | None:
    return None if said in (None, "") else str(said)
