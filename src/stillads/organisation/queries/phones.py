"""Shared phones: which they are, who may sign in on one, and the viewer that gives."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from stillads.kernel.ids import token_hash
from stillads.kernel.viewer import Grant, Viewer

from ..lookup import on_day
from ..models import Assignment, SharedDevice
from ..policy import EMPLOYEE, MANAGER, TRIAL_LEAD
from .tree import below, children_on

HANDS = (EMPLOYEE, MANAGER, TRIAL_LEAD)


@dataclass(frozen=True, slots=True)
class Phone:
    """A shared phone as it stands in its unit's list."""

    id: int
    public_id: str
    name: str
    unit_id: int
    unit: str
    enrolled_at: datetime
    enrolled_by: str
    last_used_at: datetime | None
    waiting: bool
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class PhonePerson:
    """One who may sign in on a phone."""

    id: int
    public_id: str
    name: str
    has_code: bool


def phone_by_secret(secret: str) -> Phone | None:
    """The phone that holds this secret, if it is enrolled and not revoked."""
    rows = SharedDevice.objects.filter(token_hash=token_hash(secret), revoked_at__isnull=True)
    device = rows.select_related("unit", "enrolled_by").first()
    return _phone(device) if device else None


def phone_to_claim(token: str, *, at: datetime) -> Phone | None:
    """The phone that waits for this link to be opened."""
    rows = SharedDevice.objects.filter(
        enrol_hash=token_hash(token), enrol_until__gte=at, revoked_at__isnull=True
    )
    device = rows.select_related("unit", "enrolled_by").first()
    return _phone(device) if device else None


def phones_of_unit(unit_id: int) -> list[Phone]:
    """Those in use and those that wait for their link; revoked ones too, last."""
    rows = SharedDevice.objects.filter(unit_id=unit_id).select_related("unit", "enrolled_by")
    return [_phone(device) for device in rows.order_by("-revoked_at", "name")]


def people_of_phone(device_id: int, *, on: date) -> list[PhonePerson]:
    """Who works at the phone's unit, or below it, on a day; in Danish order. Three queries."""
    unit_id = SharedDevice.objects.values_list("unit_id", flat=True).get(pk=device_id)
    here = below(unit_id, children_on(on))
    rows = (
        Assignment.objects.filter(on_day(on), unit_id__in=here, role__in=HANDS)
        .filter(Q(person__user__isnull=True) | Q(person__user__is_active=True))
        .order_by("person__name_sort", "person_id")
        .values_list("person_id", "person__public_id", "person__name", "person__quick_code")
    )
    return [
        PhonePerson(pk, name_id, name, code is not None) for pk, name_id, name, code in dict.fromkeys(rows)
    ]


def viewer_on_phone(phone: Phone, person: str, *, on: date, purpose: str = "") -> Viewer | None:
    """The viewer that a person is on a shared phone: an employee at the phone's unit, whatever else they are.

    None where the person does not, or no longer, work there. Two queries.
    """
    tree = children_on(on)
    here = below(phone.unit_id, tree)
    held = list(
        Assignment.objects.filter(on_day(on), person__public_id=person, unit_id__in=here, role__in=HANDS)
        .filter(Q(person__user__isnull=True) | Q(person__user__is_active=True))
        .values_list("person_id", "person__name", "unit_id")
    )
    if not held:
        return None
    units = dict.fromkeys(unit_id for _, _, unit_id in held)
    return Viewer(
        actor=f"person:{person}",
        name=held[0][1],
        person_id=held[0][0],
        grants=tuple(Grant(EMPLOYEE, unit_id, below(unit_id, tree) & here) for unit_id in units),
        purpose=purpose,
        address=f"device:{phone.public_id}",
    )


def _phone(device: SharedDevice) -> Phone:
    return Phone(
        device.pk, device.public_id, device.name, device.unit_id, device.unit.name, device.enrolled_at,
        device.enrolled_by.name, device.last_used_at, device.token_hash is None, device.revoked_at,
    )  # fmt: skip
