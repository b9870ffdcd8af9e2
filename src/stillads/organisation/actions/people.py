"""Adding a person, and correcting what is known of them."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import person_by_id, roles_on
from ..models import Person
from ..rules import check_can_manage, check_can_touch_login


@transaction.atomic
def create_person(
    *,
    name: str,
    title: str = "",
    email: str = "",
    phone: str = "",
    employee_number: str = "",
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Person:
    """A new person without roles or log-in. Sent twice, made once."""
    check_can_manage(viewer)
    if idempotency_key and (known := Person.objects.filter(idempotency_key=idempotency_key).first()):
        return known
    _check(name, title)
    _check_free(email, employee_number, but=None)
    person = Person.objects.create(
        name=name,
        title=title,
        email=email.lower(),
        phone=phone,
        employee_number=employee_number or None,
        idempotency_key=idempotency_key,
    )
    _log(viewer, "organisation.create_person", person, at, {})
    return person


@transaction.atomic
def change_person(
    *,
    person: str,
    name: str,
    title: str,
    email: str,
    phone: str,
    employee_number: str,
    viewer: Viewer,
    at: datetime,
) -> Person:
    """Corrects what is known of a person; a new e-mail address is the new name of their log-in too."""
    check_can_manage(viewer)
    row = person_by_id(person, lock=True)
    _check(name, title)
    _check_free(email, employee_number, but=row)
    if email.lower() != row.email:
        _change_address(row, email.lower(), viewer, at)
    new = {"name": name, "title": title, "phone": phone, "employee_number": employee_number or None}
    changed = [field for field, value in new.items() if getattr(row, field) != value]
    for field, value in new.items():
        setattr(row, field, value)
    row.email = email.lower()
    row.save()
    _log(viewer, "organisation.change_person", row, at, {"changed": changed})
    return row


def _change_address(person: Person, email: str, viewer: Viewer, at: datetime) -> None:
    """The address opens the log-in by way of a forgotten password, so it is guarded like the log-in."""
    if person.user is None:
        return
    check_can_touch_login(viewer, roles_on(person, local_day(at)))
    if not email:
        raise RuleError(_("The person logs in with this address. Close the log-in first."), field="email")
    person.user.email = email
    person.user.save(update_fields=["email"])
    EmailAddress.objects.filter(user_id=person.user.pk).delete()  # the old one must open nothing any more


def _check(name: str, title: str) -> None:
    if not name.strip():
        raise RuleError(_("Write the person's name."), field="name")
    check_no_cpr(name, field="name")
    check_no_cpr(title, field="title")


def _check_free(email: str, number: str, *, but: Person | None) -> None:
    others = Person.objects.exclude(pk=but.pk) if but else Person.objects.all()
    if email and others.filter(email__iexact=email).exists():
        raise RuleError(_("Another person has this e-mail address."), field="email")
    if number and others.filter(employee_number=number).exists():
        raise RuleError(_("Another person has this employee number."), field="employee_number")


def _log(viewer: Viewer, verb: str, person: Person, at: datetime, data: dict[str, object]) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"person:{person.public_id}",
        target_name=person.name,
        data=data,
        at=at,
    )
