"""Answers in words, with the names of what they point at: a colleague, a unit, a citizen's number, a thing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from stillads.organisation.models import Person, Unit
from stillads.playbooks.format.answers import said
from stillads.playbooks.format.items import Group, Items, Scale, flat
from stillads.trials.models import Participant

from ..models import Deployment
from ..references import answered
from .choices import catalogue_of

type_names = Mapping[tuple[str, str], str]
"""(kind of question, answer) → name."""
type_lines = tuple[tuple[str, str], ...]
"""(question, answer in words) in the form's order."""


def names_in(row: Deployment, told: Iterable[tuple[Items, Mapping[str, Any]]]) -> type_names:
    """The names of all that the answers point at. One query a kind, however many answers there are."""
    wanted: dict[str, set[str]] = {}
    for items, answers in told:
        for question, _name, value in answered(items, answers):
            if question.kind in _NAMES:
                wanted.setdefault(question.kind, set()).add(value)
    return {
        (kind, key): name for kind, keys in wanted.items() for key, name in _NAMES[kind](row, keys).items()
    }


def answers_said(items: Items, answers: Mapping[str, Any], names: type_names) -> type_lines:
    """What was answered, in words; photos are shown for themselves.

    What is named nowhere any more keeps the name it was sent by.
    """
    named = dict(answers)
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            kinds = {question.key: question.kind for question in item.items}
            named[item.key] = [
                {key: _name(kinds.get(key, ""), value, names) for key, value in row.items()}
                for row in answers.get(item.key, ())
            ]
        elif not isinstance(item, Scale) and item.kind == "photo":
            named.pop(item.key, None)
        elif not isinstance(item, Scale) and item.key in answers:
            named[item.key] = _name(item.kind, answers[item.key], names)
    return tuple(said(items, named))


def _name(kind: str, value: Any, names: type_names) -> Any:
    return names.get((kind, value), value) if isinstance(value, str) else value


def _people(row: Deployment, keys: set[str]) -> dict[str, str]:
    return dict(Person.objects.filter(public_id__in=keys).values_list("public_id", "name"))


def _units(row: Deployment, keys: set[str]) -> dict[str, str]:
    return dict(Unit.objects.filter(public_id__in=keys).values_list("public_id", "name"))


def _citizens(row: Deployment, keys: set[str]) -> dict[str, str]:
    return dict(Participant.objects.filter(public_id__in=keys).values_list("public_id", "pseudonym"))


def _things(row: Deployment, keys: set[str]) -> dict[str, str]:
    return dict(catalogue_of(row))


_NAMES: Final[Mapping[str, Callable[[Deployment, set[str]], dict[str, str]]]] = {
    "employee": _people,
    "unit": _units,
    "citizen": _citizens,
    "catalogue_item": _things,
}
