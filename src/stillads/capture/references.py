"""Answers that point at a row: whether it exists and may be named here. One query a kind, where there are any."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, type_reason
from stillads.media.models import MediaFile
from stillads.organisation.models import Person, Unit
from stillads.playbooks.format.items import Group, Items, Scale, flat
from stillads.playbooks.kinds.desk import Desk
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.questions import Question
from stillads.trials.models import Participant

from .models import Deployment

type_named = list[tuple[str, str]]  # field, answer


def reference_kinds(items: Items) -> set[str]:
    """The kinds of reference that are asked for: citizen, employee, unit, catalogue_item."""
    kinds: set[str] = set()
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            kinds |= {question.kind for question in item.items}
        elif not isinstance(item, Scale):
            kinds.add(item.kind)
    return kinds & {"citizen", "employee", "unit", "catalogue_item"}


def check_references(items: Items, answers: Mapping[str, Any], deployment: Deployment) -> None:
    """Raises Invalid with a reason per field, where something named is not there."""
    named: dict[str, type_named] = {}
    for question, name, value in _answered(items, answers):
        if question.kind in _FINDERS:
            named.setdefault(question.kind, []).append((name, value))
    errors: dict[str, type_reason] = {}
    for kind, wanted in named.items():
        found = _FINDERS[kind](deployment, {value for _name, value in wanted})
        errors |= {name: _("Choose from the list.") for name, value in wanted if value not in found}
    if errors:
        raise Invalid(errors)


def _answered(items: Items, answers: Mapping[str, Any]) -> list[tuple[Question, str, Any]]:
    found: list[tuple[Question, str, Any]] = []
    for item, _conditions in flat(items):
        if isinstance(item, Group):
            for number, row in enumerate(answers.get(item.key, ())):
                found += [(q, f"{item.key}.{number}.{q.key}", row[q.key]) for q in item.items if q.key in row]
        elif not isinstance(item, Scale) and item.key in answers:
            found.append((item, item.key, answers[item.key]))
    return found


def _citizens(deployment: Deployment, ids: set[str]) -> set[str]:
    rows = Participant.objects.filter(public_id__in=ids)
    if deployment.phase_site is not None:
        rows = rows.filter(phase_id=deployment.phase_site.phase_id)
    else:
        rows = rows.filter(phase__isnull=True, site_id=deployment.unit_id)
    return set(rows.values_list("public_id", flat=True))


def _people(deployment: Deployment, ids: set[str]) -> set[str]:
    return set(Person.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _units(deployment: Deployment, ids: set[str]) -> set[str]:
    return set(Unit.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _photos(deployment: Deployment, ids: set[str]) -> set[str]:
    return set(MediaFile.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _items(deployment: Deployment, ids: set[str]) -> set[str]:
    desks = [d for d in playbook_of(deployment.instrument.version).instruments if isinstance(d, Desk)]
    return {line.key for desk in desks for line in desk.catalogue} & ids


_FINDERS: Final[dict[str, Callable[[Deployment, set[str]], set[str]]]] = {
    "citizen": _citizens,
    "employee": _people,
    "unit": _units,
    "photo": _photos,
    "catalogue_item": _items,
}
