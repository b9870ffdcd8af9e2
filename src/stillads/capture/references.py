"""Answers that point at a row: whether it exists and may be named here. One query a kind, where there are any."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Invalid, type_reason
from stillads.media.actions import take_waiting
from stillads.organisation.models import Person, Unit
from stillads.playbooks.format.items import Group, Items, Scale, flat, kinds_asked
from stillads.playbooks.kinds.desk import Desk
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.questions import Question
from stillads.trials.models import Participant

from .models import Deployment

type_named = list[tuple[str, str]]  # field, answer

_CHOOSE: Final = _("Choose from the list.")
_NOT_THERE: Final = {"photo": _("The photo has waited too long and is gone. Take it again.")}


def reference_kinds(items: Items) -> frozenset[str]:
    """The kinds of reference that are asked for: citizen, employee, unit, catalogue_item."""
    return kinds_asked(items) & {"citizen", "employee", "unit", "catalogue_item"}


def check_references(
    items: Items, answers: Mapping[str, Any], deployment: Deployment, kept: Collection[str] = ()
) -> None:
    """Raises Invalid with a reason per field, where something named is not there.

    A photo must have waited for this registration, and waits no more; `kept`: photos of the one that it corrects.
    """
    named: dict[str, type_named] = {}
    for question, name, value in answered(items, answers):
        if question.kind in _FINDERS:
            named.setdefault(question.kind, []).append((name, value))
    errors: dict[str, type_reason] = {}
    for kind, wanted in named.items():
        found = _FINDERS[kind](deployment, {value for _name, value in wanted} - set(kept)) | set(kept)
        errors |= {name: _NOT_THERE.get(kind, _CHOOSE) for name, value in wanted if value not in found}
    if errors:
        raise Invalid(errors)


def photos_in(items: Items, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(question, public id of the file) of every photo among the answers, in the form's order."""
    return [(q.text, value) for q, _name, value in answered(items, answers) if q.kind == "photo"]


def answered(items: Items, answers: Mapping[str, Any]) -> list[tuple[Question, str, Any]]:
    """(question, its field's name, answer) of all that was answered, scales left out."""
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
    return set(take_waiting(ids))


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
