"""Short codes for shared phones: chosen, given, tried."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record, record_denial
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..codes import LOCKED_FOR, TRIES, check_code, locked_reason, unknown_hash
from ..lookup import person_by_id, unit_ids_of
from ..models import Person, QuickCode, SharedDevice
from ..queries.phones import people_of_phone
from ..rules import can_enrol, can_manage


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who signed in on a shared phone. `must_choose`: the code was the manager's, and is to be replaced."""

    person: str
    must_choose: bool


def choose_code(*, code: str, viewer: Viewer, at: datetime) -> None:
    """The viewer's own code from now on. It opens shared phones at their unit and nothing else."""
    check_code(code)
    if viewer.person_id is None:
        raise Denied(_("Only a person has a code."))
    hashed = make_password(code)  # slow on purpose: outside the transaction
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=viewer.person_id)
        _store(person, hashed, at, temporary=False)
        _log(viewer, "organisation.choose_code", person, at)


def give_start_code(*, person: str, viewer: Viewer, at: datetime) -> str:
    """Six random digits, shown once; the person chooses their own at the first use."""
    code = next(code for code in iter(_six_digits, "") if _is_fit(code))
    hashed = make_password(code)
    with transaction.atomic():
        row = person_by_id(person, lock=True)
        if not can_manage(viewer) and not any(can_enrol(viewer, unit_id=unit) for unit in unit_ids_of(row)):
            raise NotFound(_("There is no such person."))
        _store(row, hashed, at, temporary=True)
        _log(viewer, "organisation.give_start_code", row, at)
    return code


def sign_in_on_phone(*, device_id: int, person: str, code: str, at: datetime) -> SignedIn:
    """Tries a person's code on a phone.

    Raises RuleError: the same words, after the same work, whether the code is wrong, there is none, or
    the person does not belong here; and after TRIES wrong ones in a row, on the phone or for the
    person, until LOCKED_FOR has passed, whatever the code.
    """
    known = {one.public_id for one in people_of_phone(device_id, on=local_day(at))}
    quick = QuickCode.objects.filter(person__public_id=person).first() if person in known else None
    right = check_password(code, quick.code_hash if quick else unknown_hash()) and quick is not None
    with transaction.atomic():
        device = SharedDevice.objects.select_for_update(of=("self",)).select_related("unit").get(pk=device_id)
        quick = QuickCode.objects.select_for_update().filter(pk=quick.pk).first() if quick else None
        refused = _tried(device, quick, right, at)
        if refused is None and quick is not None:
            row = quick.person
            viewer = Viewer(f"person:{row.public_id}", row.name, row.pk, address=f"device:{device.public_id}")
            _log(viewer, "organisation.sign_in_on_phone", row, at, unit=device.unit.key)
            return SignedIn(row.public_id, quick.temporary)
    record_denial(
        viewer=Viewer(f"device:{device.public_id}", device.name),
        verb="organisation.sign_in_on_phone",
        target=f"person:{person}" if person in known else "",
        reason=str(refused),
    )
    raise RuleError(refused or "", field="code")


def _tried(device: SharedDevice, quick: QuickCode | None, right: bool, at: datetime) -> str | None:
    """Counts the try on both; returns why it is refused, or None."""
    both: list[SharedDevice | QuickCode] = [device, quick] if quick else [device]
    locks = [one.locked_until for one in both if one.locked_until and one.locked_until > at]
    if locks:
        return locked_reason(max(locks))
    for one in both:
        one.failures = 0 if right else one.failures + 1
        if one.failures >= TRIES:
            one.failures, one.locked_until = 0, at + LOCKED_FOR
    device.last_used_at = at
    device.save(update_fields=["failures", "locked_until", "last_used_at"])
    if quick:
        quick.save(update_fields=["failures", "locked_until"])
    if right:
        return None
    locks = [one.locked_until for one in both if one.locked_until and one.locked_until > at]
    return locked_reason(max(locks)) if locks else _("That is not the right code. Try again.")


def _store(person: Person, hashed: str, at: datetime, *, temporary: bool) -> None:
    QuickCode.objects.update_or_create(
        person=person,
        defaults={
            "code_hash": hashed, "set_at": at, "temporary": temporary, "failures": 0, "locked_until": None,
        },
    )  # fmt: skip


def _six_digits() -> str:
    return f"{secrets.randbelow(1_000_000):06}"


def _is_fit(code: str) -> bool:
    try:
        check_code(code)
    except RuleError:
        return False
    return True


def _log(viewer: Viewer, verb: str, person: Person, at: datetime, unit: str = "") -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"person:{person.public_id}",
        target_name=person.name,
        unit=unit,
        at=at,
    )
