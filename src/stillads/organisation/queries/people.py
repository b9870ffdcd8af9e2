"""People: found by a part of their name, one with all roles, and people to choose among."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from stillads.audit.actions.record import record_read
from stillads.kernel.danish import fold
from stillads.kernel.rules import refusal
from stillads.kernel.viewer import Viewer

from ..lookup import on_day, person_by_id
from ..models import Assignment, Person, Unit
from ..permissions import PEOPLE, READ
from ..policy import MANAGER, ROLES, check_may, may, permission
from ..responsibilities import Responsibility, providers
from ..rules import check_can_invite, check_can_see_person, sees_everybody


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role at a unit from one day to another."""

    id: int
    role: str
    role_name: str
    unit: str
    unit_id: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of a list of people; `roles` are those of the day."""

    id: int
    public_id: str
    name: str
    title: str
    roles: tuple[RoleRow, ...]
    has_login: bool


@dataclass(frozen=True, slots=True)
class People:
    """A page of the list, and how many there are in all."""

    rows: tuple[PersonRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Days away; both count."""

    id: int
    first_day: date
    last_day: date
    stand_in: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """All that is known of a person.

    login       none, invited, open or closed
    not_invited why no log-in link can be made; empty where one can
    """

    id: int
    public_id: str
    name: str
    title: str
    email: str
    phone: str
    employee_number: str
    login: str
    invited_until: datetime | None
    not_invited: str
    has_code: bool
    now: tuple[RoleRow, ...]
    later: tuple[RoleRow, ...]
    before: tuple[RoleRow, ...]
    absences: tuple[AbsenceRow, ...]
    unit_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What a person sees of themselves."""

    name: str
    title: str
    email: str
    roles: tuple[RoleRow, ...]
    code_set: bool


def find_people(
    *, text: str = "", unit_ids: frozenset[int] | None = None, without_role: bool = False,
    viewer: Viewer, on: date, offset: int = 0, limit: int = 50,
) -> People:  # fmt: skip
    """People within the viewer's reach whose name, e-mail or number holds `text`, in Danish order.

    `unit_ids` narrows to those who have a role there on the day; `without_role` to those who have none.
    Three queries and a row in the log.
    """
    check_may(viewer, PEOPLE)
    record_read(
        viewer=viewer,
        verb="organisation.people.search",
        target="people",
        data={"text": text, "units": sorted(unit_ids) if unit_ids else []},
    )
    people = _matching(text, unit_ids, without_role, viewer, on)
    page = list(people.order_by("name_sort", "pk")[offset : offset + limit])
    return People(tuple(_rows(page, on)), people.count())


def people_of_unit(*, unit_id: int, viewer: Viewer, on: date) -> list[PersonRow] | None:
    """Who has a role at the unit on a day, leaders first; None where the viewer may not see it.

    Logged before it is given.
    """
    if not sees_everybody(viewer) and not may(viewer, PEOPLE, unit_id=unit_id):
        return None
    unit = Unit.objects.get(pk=unit_id)
    record_read(
        viewer=viewer,
        verb="organisation.unit.read_people",
        target=f"unit:{unit.public_id}",
        target_name=unit.name,
    )
    here = Assignment.objects.filter(on_day(on), unit_id=unit_id, person=OuterRef("pk"))
    people = list(Person.objects.filter(Exists(here)).order_by("name_sort", "pk"))
    rows = list(_rows(people, on))
    return sorted(rows, key=lambda row: not any(r.role == MANAGER for r in row.roles))


def person_page(*, public_id: str, viewer: Viewer, on: date) -> PersonPage:
    """One person; NotFound out of the viewer's reach. Logged before it is given."""
    check_may(viewer, READ)
    person = person_by_id(public_id)
    held = list(person.assignments.select_related("unit").order_by("-valid_from", "unit__name_sort"))
    unit_ids = frozenset(row.unit_id for row in held)
    check_can_see_person(viewer, person_id=person.pk, unit_ids=unit_ids)
    record_read(
        viewer=viewer,
        verb="organisation.person.read",
        target=f"person:{person.public_id}",
        target_name=person.name,
    )
    invitation = person.invitations.filter(used_at__isnull=True).order_by("-until").first()
    rows = [_role(row) for row in held]
    return PersonPage(
        person.pk, person.public_id, person.name, person.title, person.email, person.phone,
        person.employee_number or "", _login_state(person, invited=invitation is not None),
        invitation.until if invitation else None, str(refusal(check_can_invite, person) or ""),
        hasattr(person, "quick_code"),
        tuple(r for r in rows if r.first_day <= on and (r.last_day is None or r.last_day >= on)),
        tuple(r for r in rows if r.first_day > on),
        tuple(r for r in rows if r.last_day is not None and r.last_day < on),
        tuple(
            AbsenceRow(a.pk, a.first_day, a.last_day, a.stand_in.name if a.stand_in else "")
            for a in person.absences.filter(last_day__gte=on).select_related("stand_in").order_by("first_day")
        ),
        unit_ids,
    )  # fmt: skip


def own_page(*, viewer: Viewer, on: date) -> OwnPage:
    """The viewer's own. Not logged: nobody else looks."""
    person = Person.objects.get(pk=viewer.person_id or 0)
    held = person.assignments.filter(on_day(on)).select_related("unit").order_by("unit__name_sort")
    code = getattr(person, "quick_code", None)
    return OwnPage(
        person.name,
        person.title,
        person.email,
        tuple(map(_role, held)),
        code is not None and not code.temporary,
    )


def responsibilities_of(person_id: int, *, on: date) -> list[tuple[str, list[Responsibility]]]:
    """What a person answers for, under each kind's label; kinds without anything are left out."""
    held = ((str(one.label), one.held_by(person_id=person_id, on=on)) for one in providers())
    return [(label, things) for label, things in held if things]


def actors_named(text: str) -> tuple[str, ...]:
    """`person:…` of everybody whose name holds `text`: for searching the log. One query."""
    people = Person.objects.all()
    for word in fold(text).split():
        people = people.filter(name_folded__contains=word)
    return tuple(f"person:{public_id}" for public_id in people.values_list("public_id", flat=True)[:500])


def people_choices(*, on: date, but: int | None = None, roles: Iterable[str] = ()) -> list[tuple[str, str]]:
    """(public id, name and title) of all with a role (one of `roles`) on a day, to choose among."""
    held = Assignment.objects.filter(on_day(on), person=OuterRef("pk"))
    if wanted := list(roles):
        held = held.filter(role__in=wanted)
    people = Person.objects.filter(Exists(held)).exclude(pk=but or 0).order_by("name_sort", "pk")
    return [(p.public_id, f"{p.name}, {p.title}" if p.title else p.name) for p in people]


def _matching(
    text: str, unit_ids: frozenset[int] | None, without_role: bool, viewer: Viewer, on: date
) -> QuerySet[Person]:
    people = Person.objects.all()
    for word in fold(text).split():
        people = people.filter(
            Q(name_folded__contains=word) | Q(email__icontains=word) | Q(employee_number=word)
        )
    roles = Assignment.objects.filter(person=OuterRef("pk"))
    if not sees_everybody(viewer):
        reach = viewer.units_for(*permission(PEOPLE).roles)
        people = people.filter(Exists(roles.filter(unit_id__in=reach)) | Q(pk=viewer.person_id or 0))
    if without_role:
        return people.filter(~Exists(roles.filter(on_day(on))))
    if unit_ids is not None:
        people = people.filter(Exists(roles.filter(on_day(on), unit_id__in=unit_ids)))
    return people


def _rows(people: list[Person], on: date) -> Iterable[PersonRow]:
    held: dict[int, list[RoleRow]] = defaultdict(list)
    rows = Assignment.objects.filter(on_day(on), person__in=people).select_related("unit")
    for row in rows.order_by("unit__name_sort", "role"):
        held[row.person_id].append(_role(row))
    for person in people:
        yield PersonRow(
            person.pk,
            person.public_id,
            person.name,
            person.title,
            tuple(held[person.pk]),
            person.user_id is not None,
        )


def _role(row: Assignment) -> RoleRow:
    name = str(ROLES.get(row.role, row.role))
    return RoleRow(row.pk, row.role, name, row.unit.name, row.unit.public_id, row.valid_from, row.valid_to)


def _login_state(person: Person, *, invited: bool) -> str:
    if person.user is None:
        return "invited" if invited else "none"
    if not person.user.is_active:
        return "closed"
    return "open" if person.user.has_usable_password() or not invited else "invited"
