"""What a row of a file of people does: one row is one person in one role."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..actions.people import change_person, create_person
from ..actions.roles import end_role, give_role
from ..lookup import on_day
from ..models import Person, Unit
from .cells import address_of, day_of, filled, role_of
from .report import type_what
from .table import Column, Row


def unit_of(key: str, field: str = "unit") -> Unit:
    """The unit with that key."""
    unit = Unit.objects.filter(key=key).first()
    if unit is None:
        raise RuleError(_("Write the key of a unit that exists. It says “%s”.") % key, field=field)
    return unit


COLUMNS = (
    Column("employee_number", "medarbejdernummer", ("medarbejdernr", "tjenestenummer", "lønnummer")),
    Column("name", "navn", ("fulde navn",), required=True, check=filled),
    Column("email", "e-mail", ("mail", "e-mailadresse", "mailadresse"), check=address_of),
    Column("title", "titel", ("stilling", "stillingsbetegnelse")),
    Column("phone", "telefon", ("tlf", "mobil", "telefonnummer")),
    Column("role", "rolle", required=True, check=role_of),
    Column("unit", "enhed", ("enhedsnøgle",), required=True, check=unit_of),
    Column("first_day", "fra", ("startdato", "ansat fra"), check=day_of),
    Column("last_day", "til", ("slutdato", "ansat til"), check=day_of),
)
_KNOWN = ("name", "title", "email", "phone", "employee_number")


def in_order(rows: Iterable[Row]) -> list[Row]:
    """As they stand."""
    return list(rows)


def apply(row: Row, *, viewer: Viewer, at: datetime) -> tuple[type_what, str]:
    """Adds or corrects the person of a row and gives or ends the role. RuleError with a field."""
    cells = row.cells
    role, unit = role_of(cells["role"]), unit_of(cells["unit"])
    first, last = (day_of(cells.get(field, ""), field) for field in ("first_day", "last_day"))
    person = _find(cells)
    if person is None:
        person = create_person(**{key: cells.get(key, "") for key in _KNOWN}, viewer=viewer, at=at)
        what: type_what = "created"
    else:
        what = "changed" if _correct(person, cells, viewer, at) else "unchanged"
    if _role(person, role, unit, first, last, viewer, at) and what == "unchanged":
        what = "changed"
    return what, f"{person.name}: {cells['role']}, {unit.name}"


def _find(cells: Mapping[str, str]) -> Person | None:
    number, email = cells.get("employee_number", ""), cells.get("email", "").lower()
    if number and (found := Person.objects.filter(employee_number=number).first()):
        return found
    if email:
        return Person.objects.filter(email=email).first()
    if not number:
        said = _("Write an employee number or an e-mail address, so that the person is known again.")
        raise RuleError(said, field="employee_number")
    return None


def _correct(person: Person, cells: Mapping[str, str], viewer: Viewer, at: datetime) -> bool:
    """An empty cell corrects nothing: the file need not hold everything."""
    before = {key: getattr(person, key) or "" for key in _KNOWN}
    new = {key: cells.get(key, "") or before[key] for key in _KNOWN}
    new["email"] = new["email"].lower()
    if new == before:
        return False
    change_person(person=person.public_id, **new, viewer=viewer, at=at)
    return True


def _role(
    person: Person, role: str, unit: Unit, first: date | None, last: date | None, viewer: Viewer, at: datetime
) -> bool:
    day = first or local_day(at)
    held = person.assignments.filter(on_day(day), role=role, unit=unit).first()
    if held is None:
        give_role(
            person=person.public_id, role=role, unit=unit.public_id, first_day=day, last_day=last,
            viewer=viewer, at=at,
        )  # fmt: skip
        return True
    if last is None or held.valid_to == last:
        return False
    end_role(person=person.public_id, assignment_id=held.pk, last_day=last, viewer=viewer, at=at)
    return True
