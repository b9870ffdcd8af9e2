"""What a condition can ask about: facts with their type and, where they are known, their values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..format.answers import fact_types
from ..format.conditions import Condition
from ..format.items import Group, Items, Scale, questions_in
from ..kinds import InstrumentDefinition
from ..kinds.survey import WHO_ANSWERED, Survey
from ..questions import Question
from ..questions.base import FactType
from .base import Fault, Path


@dataclass(frozen=True, slots=True)
class Fact:
    """`values` are all that it can be; None where there are too many to name."""

    type: FactType
    values: frozenset[str] | None = None


def facts_of_instrument(instrument: InstrumentDefinition, form: str | None = None) -> dict[str, Fact]:
    """What measures can read of it; only of one form where `form` is one of its forms."""
    types, choices = instrument.observables(), instrument.choices()
    forms = instrument.forms()
    if form is not None and form in forms:
        of_form = fact_types(forms[form])
        types = {key: kind for key, kind in types.items() if key in of_form or key in instrument.derived()}
    known = {key: Fact(kind, choices.get(key)) for key, kind in types.items()}
    return known | entry_facts(instrument)


def entry_facts(instrument: InstrumentDefinition) -> dict[str, Fact]:
    """What every entry has beside its answers. An anonymous one has no hour, and says not who answered."""
    found = {
        "weekday": Fact("number", frozenset("1234567")),
        "form": Fact("choice", frozenset(instrument.forms())),
    }
    if isinstance(instrument, Survey) and instrument.anonymous:
        return found
    hours = frozenset(str(hour) for hour in range(24))
    return {**found, "hour": Fact("number", hours), "who_answered": Fact("choice", WHO_ANSWERED.values())}


def row_facts(instrument: InstrumentDefinition) -> dict[str, Fact]:
    """Whom an entry is about, and who made it: can be counted apart, and are never a breakdown.

    An anonymous one has neither.
    """
    if isinstance(instrument, Survey) and instrument.anonymous:
        return {}
    return {"participant": Fact("reference"), "actor": Fact("reference")}


def answers_to(item: Question | Scale | Group) -> dict[str, Fact]:
    """What a later question of the same form can ask about it."""
    if isinstance(item, Group):
        return {}
    return {question.key: Fact(question.fact, question.values()) for question in questions_in((item,))}


def answers_in(items: Items) -> dict[str, Fact]:
    """The same for a whole form."""
    return {question.key: Fact(question.fact, question.values()) for question in questions_in(items)}


def condition_faults(
    condition: Condition, path: Path, known: Mapping[str, Fact], elsewhere: Mapping[str, str]
) -> Iterator[Fault]:
    """What does not hold in a condition; `elsewhere` is key → code for questions that cannot be asked here."""
    if condition.question is not None:
        yield from _tested(condition, path, known, elsewhere)
    for name, inner in (("all", condition.all_), ("any", condition.any_), ("none", condition.none_)):
        for number, each in enumerate(inner):
            yield from condition_faults(each, (*path, name, number), known, elsewhere)


def _tested(
    condition: Condition, path: Path, known: Mapping[str, Fact], elsewhere: Mapping[str, str]
) -> Iterator[Fault]:
    key = condition.question or ""
    if key not in known:
        yield Fault((*path, "question"), elsewhere.get(key, "unknown_question"), {"said": key}, tuple(known))
        return
    fact = known[key]
    for name, values in (("is", condition.is_), ("is_not", condition.is_not)):
        for number, said in enumerate(values):
            if fact.values is not None and said not in fact.values:
                yield Fault((*path, name, number), "unknown_value", {"said": said}, fact.values)
    for name in ("at_least", "at_most"):
        if getattr(condition, name) is not None and fact.type != "number":
            yield Fault((*path, name), "compared_no_number", {"question": key})
