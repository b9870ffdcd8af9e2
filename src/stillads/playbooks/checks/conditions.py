"""Conditions ask about questions that have been answered by then, and compare with values there are."""

from collections.abc import Iterator, Mapping

from ..format.items import Group, Item, Items, Section, flat
from ..kinds.case import Case
from .base import Draft, Fault, Path, check, parts_within
from .known import Fact, answers_in, answers_to, condition_faults


@check
def shown_if(draft: Draft) -> Iterator[Fault]:
    """Every `show_if`: its question stands earlier in the same form."""
    for number, instrument in draft.instruments.items():
        places = {id(part): path for path, part in parts_within(("instruments", number), instrument)}
        for items in instrument.forms().values():
            elsewhere = _elsewhere(items)
            known: dict[str, Fact] = {}
            for item in items:
                yield from _in_item(item, places, known, elsewhere)


def _elsewhere(items: Items) -> dict[str, str]:
    """Questions of the form that a condition may name but not yet, or never, and why."""
    found = dict.fromkeys(answers_in(items), "question_comes_later")
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            found |= {question.key: "question_in_group" for question in item.items}
    return found


def _in_item(
    item: Item, places: Mapping[int, Path], known: dict[str, Fact], elsewhere: Mapping[str, str]
) -> Iterator[Fault]:
    path = places.get(id(item))
    if item.show_if is not None and path is not None:
        yield from condition_faults(item.show_if, (*path, "show_if"), known, elsewhere)
    if isinstance(item, Section):
        for inner in item.items:
            yield from _in_item(inner, places, known, elsewhere)
    elif isinstance(item, Group):
        yield from _in_group(item, places, dict(known), elsewhere)
    else:
        known |= answers_to(item)


def _in_group(
    group: Group, places: Mapping[int, Path], known: dict[str, Fact], elsewhere: Mapping[str, str]
) -> Iterator[Fault]:
    for question in group.items:
        yield from _in_item(question, places, known, {**elsewhere, **_later_in(group)})


def _later_in(group: Group) -> dict[str, str]:
    return {question.key: "question_comes_later" for question in group.items}


@check
def ways(draft: Draft) -> Iterator[Fault]:
    """The ways on from a step: what was answered anywhere in the case."""
    for number, case in draft.instruments.items():
        if isinstance(case, Case):
            known = {key: fact for items in case.forms().values() for key, fact in answers_in(items).items()}
            for at, step in enumerate(case.steps):
                for place, way in enumerate(step.ways):
                    if way.when is not None:
                        path = ("instruments", number, "steps", at, "ways", place, "when")
                        yield from condition_faults(way.when, path, known, {})
