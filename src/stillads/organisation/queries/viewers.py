"""From a log-in to a Viewer: the roles a person holds today, with the units they reach."""

from datetime import date
from typing import Final

from django.db.models import BigIntegerField

from stillads.kernel.prepared import Parameter, Prepared
from stillads.kernel.viewer import PUBLIC, Grant, Viewer

from ..lookup import on_day
from ..models import Assignment, Person
from .tree import ON_DAY, below, children_on

_PERSON: Final = Prepared(lambda: Person.objects.filter(user_id=Parameter("user", BigIntegerField())))
_HELD: Final = Prepared(
    lambda: Assignment.objects.filter(
        on_day(ON_DAY), person_id=Parameter("person", BigIntegerField())
    ).values_list("role", "unit_id")
)


def viewer_for_user(user_id: int, *, on: date, purpose: str = "", address: str = "") -> Viewer:
    """The viewer behind a log-in; the public where no person stands behind it."""
    person = _PERSON.first(user=user_id)
    return viewer_for_person(person, on=on, purpose=purpose, address=address) if person else PUBLIC


def viewer_for_person(person: Person, *, on: date, purpose: str = "", address: str = "") -> Viewer:
    """The viewer a person is on a day. Three queries, however many roles."""
    held = _HELD.all(person=person.pk, day=on)
    tree = children_on(on) if held else {}
    return Viewer(
        actor=f"person:{person.public_id}",
        name=person.name,
        person_id=person.pk,
        grants=tuple(Grant(role, unit_id, below(unit_id, tree)) for role, unit_id in held),
        purpose=purpose,
        address=address,
    )
