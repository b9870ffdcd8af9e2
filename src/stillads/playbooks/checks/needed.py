"""A step of a flow asks only for what a measure or a decision uses; the rest would be documentation for nobody.

Used is what a measure of the flow reads, what a way out of a step tests (so also what an outcome hangs on),
and what decides whether something used is shown at all.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ..format.answers import fact_types
from ..format.conditions import Condition
from ..format.items import Group, Items, flat
from ..format.measures import Measure
from ..kinds.case import Case, Step
from ..questions.standard import STANDARD_LISTS
from .base import Draft, Fault, Path, check, parts_within


@check
def needed(draft: Draft) -> Iterator[Fault]:
    """Every question and every profession's minutes of every step."""
    if draft.title_only:
        return
    for number, case in draft.instruments.items():
        if isinstance(case, Case):
            used = _measured(draft, case.key) | _decided(case)
            places = {id(part): path for path, part in parts_within(("instruments", number), case)}
            for at, step in enumerate(case.steps):
                yield from _asked(step.items, places, set(used))
                yield from _minutes(step, ("instruments", number, "steps", at), used)


def _asked(items: Items, places: Mapping[int, Path], used: set[str]) -> Iterator[Fault]:
    """From the last question to the first: what shows a question that is used is used too."""
    found = []
    for item, conditions in reversed(list(flat(items))):
        if used & set(fact_types((item,))):
            inner = item.items if isinstance(item, Group) else ()
            shown = (*conditions, *(each.show_if for each in inner if each.show_if))
            used |= {question for condition in shown for question in _tested(condition)}
        else:
            found.append(Fault(places[id(item)], "asked_for_nothing", {"said": item.key}))
    yield from reversed(found)


def _minutes(step: Step, path: Path, used: set[str]) -> Iterator[Fault]:
    known = {key for key, _word, _score in STANDARD_LISTS["profession"]}
    for place, said in enumerate(step.professions):
        if said in known and f"minutes_{said}" not in used:
            yield Fault((*path, "professions", place), "asked_for_nothing", {"said": said})


def _decided(case: Case) -> set[str]:
    ways = [way.when for step in case.steps for way in step.ways if way.when]
    return {question for condition in ways for question in _tested(condition)}


def _measured(draft: Draft, instrument: str) -> set[str]:
    """What the measures read. One that cannot be read yet may use whatever it names."""
    found: set[str] = set()
    for number, row in enumerate(draft.rows("measures")):
        measure = draft.measures.get(number)
        if measure is None:
            found |= set(_words(row))
        elif measure.instrument == instrument:
            found |= _read_by(measure)
    return found


def _read_by(measure: Measure) -> set[str]:
    named = {measure.field, measure.start, measure.stop, measure.distinct_per, *measure.by} - {None}
    conditions = (measure.where, measure.among)
    tested = {question for each in conditions if each is not None for question in _tested(each)}
    return {str(name) for name in named} | tested


def _tested(condition: Condition) -> Iterator[str]:
    for question, _values in condition.questions():
        yield question


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _words(each)
