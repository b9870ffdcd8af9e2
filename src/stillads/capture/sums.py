"""What one entry adds to the daily sums: pure, from the playbook's measures and the entry's facts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from stillads.playbooks.format.measures import Measure
from stillads.playbooks.questions.base import SCORE

SUMMED: Final = {"count", "share", "mean", "rate", "score"}
"""The measures that daily sums can answer; medians, distinct counts and lead times read the rows."""

RULES: Final = 2
"""The version of this file's rules. With a new one, sums made by older ones are made anew (`rebuild`)."""


def definition_version(playbook_version: int) -> int:
    """What a bucket's numbers mean: 2002 is a measure of the playbook's version 2 by our rules 2."""
    return playbook_version * 1000 + RULES


@dataclass(frozen=True, slots=True)
class Addition:
    """What goes into one bucket. `n`: entries looked at; `denominator`: those that could be used."""

    measure: str
    slice: str = ""
    n: int = 1
    total: Decimal = Decimal(0)
    total_of_squares: Decimal = Decimal(0)
    numerator: int = 0
    denominator: int = 0


def additions(
    measures: Iterable[Measure], instrument: str, form: str, facts: Mapping[str, Any]
) -> list[Addition]:
    """The additions of an entry in `form` of `instrument`, one for the whole and one per slice."""
    found: list[Addition] = []
    for measure in measures:
        if measure.instrument != instrument or measure.how not in SUMMED:
            continue
        if measure.form is not None and measure.form != form:
            continue
        whole = _addition(measure, facts)
        if whole is not None:
            found.append(whole)
            found += [_in_slice(whole, name) for name in _slices(measure, facts)]
    return found


def _addition(measure: Measure, facts: Mapping[str, Any]) -> Addition | None:
    if measure.among is not None and not measure.among.holds(facts):
        return None
    if measure.how == "share":
        return _of_share(measure, facts)
    if measure.where is not None and not measure.where.holds(facts):
        return None
    if measure.field is not None:
        return _of_value(measure, _value(measure, measure.field, facts))
    return Addition(measure.key, total=Decimal(1), total_of_squares=Decimal(1), numerator=1, denominator=1)


def _value(measure: Measure, field: str, facts: Mapping[str, Any]) -> Any:
    """The answer's number; in a score that of the option, or of a scale turned round."""
    score = facts.get(f"{field}{SCORE}") if measure.how == "score" else None
    return facts.get(field) if score is None else score


def _of_value(measure: Measure, value: Any) -> Addition:
    number = _number(value)
    if number is None:
        return Addition(measure.key)
    return Addition(measure.key, total=number, total_of_squares=number * number, denominator=1)


def _of_share(measure: Measure, facts: Mapping[str, Any]) -> Addition:
    """Unanswered is not "no": an entry that answers none of the questions is looked at and not used."""
    if measure.where is None:
        return Addition(measure.key)
    asked = {question for question, _values in measure.where.questions()}
    if not any(facts.get(question) not in (None, "", []) for question in asked):
        return Addition(measure.key)
    return Addition(measure.key, numerator=int(measure.where.holds(facts)), denominator=1)


def _slices(measure: Measure, facts: Mapping[str, Any]) -> Iterator[str]:
    for key in measure.by:
        value = facts.get(key)
        for each in value if isinstance(value, list | tuple) else [value]:
            if each not in (None, ""):
                yield f"{key}={each}"[:80]


def _in_slice(whole: Addition, name: str) -> Addition:
    return Addition(
        whole.measure,
        name,
        whole.n,
        whole.total,
        whole.total_of_squares,
        whole.numerator,
        whole.denominator,
    )


def _number(value: Any) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
