"""People of every role, as viewers and as signed-in browsers."""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from stillads.kernel.clock import today
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment, Person, Unit, UnitPlacement, User
from stillads.organisation.queries.viewers import viewer_for_person

FIRST_DAY = date(2020, 1, 1)


@dataclass
class House:
    """A small municipality: its units by key, and people made on demand."""

    units: dict[str, Unit]

    def unit(self, key: str, *, below: str | None = None, kind: str = Unit.Kind.CARE_CENTRE) -> Unit:
        """The unit `key`, made below `below` (the municipality itself where nothing is said)."""
        if key in self.units:
            return self.units[key]
        unit = Unit.objects.create(key=key, name=key.capitalize(), kind=kind, valid_from=FIRST_DAY)
        parent = self.units[below or "kommunen"] if self.units else None
        UnitPlacement.objects.create(unit=unit, parent=parent, valid_from=FIRST_DAY)
        self.units[key] = unit
        return unit

    def person(self, role: str, unit: str = "kommunen", *, name: str = "", at: date = FIRST_DAY) -> Person:
        """A new person who holds `role` at `unit` and can log in."""
        number = Person.objects.count() + 1
        user = User.objects.create_user(f"{role}.{number}@example.dk")
        person = Person.objects.create(name=name or f"{role} {number}", email=user.email, user=user)
        Assignment.objects.create(person=person, role=role, unit=self.unit(unit), valid_from=at)
        return person

    def viewer(self, role: str, unit: str = "kommunen", *, on: date | None = None) -> Viewer:
        """A new person as a viewer, with the purpose `test`."""
        return self.viewer_of(self.person(role, unit), on=on)

    def viewer_of(self, person: Person, *, on: date | None = None) -> Viewer:
        """A known person as a viewer, with the purpose `test`."""
        return viewer_for_person(person, on=on or today(), purpose="test")

    def client(self, role: str, unit: str = "kommunen") -> Client:
        """A browser in which a new person of that role is signed in."""
        return self.client_of(self.person(role, unit))

    def client_of(self, person: Person) -> Client:
        """A browser in which `person` is signed in."""
        client = Client()
        if person.user is None:
            raise ValueError(f"{person} has no log-in")
        client.force_login(person.user)
        return client


def new_house() -> House:
    """A municipality with one unit: itself, with the key `kommunen`."""
    house = House({})
    house.unit("kommunen", kind=Unit.Kind.MUNICIPALITY)
    return house
