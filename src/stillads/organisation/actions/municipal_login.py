"""The municipality itself says who somebody is: found among our people by the address it vouches for."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Denied
from stillads.kernel.viewer import Viewer

from ..lookup import on_day
from ..models import Person, User


@transaction.atomic
def municipal_login(*, email: str, verified: bool, at: datetime) -> User:
    """The log-in of the person with that address; made without a password the first time.

    `verified`: the issuer vouches for the address. Refused with Denied where it does not, where nobody (or more
    than one) here has the address, where the log-in is closed, and the first time for somebody without a role.
    """
    if not email or not verified:
        raise Denied(
            _("Your municipality did not vouch for your address. Ask its IT, or log in with a password.")
        )
    found = list(Person.objects.select_for_update(of=("self",)).filter(email__iexact=email)[:2])
    if len(found) != 1:
        raise Denied(
            _("Nobody here has the e-mail address %(email)s. Ask the development consultant to add you.")
            % {"email": email}
        )
    return _login_of(found[0], at)


def _login_of(person: Person, at: datetime) -> User:
    user = person.user
    if user is None:
        return _first_login(person, at)
    if not user.is_active:
        raise Denied(_("This log-in is closed. Talk to your manager."))
    return user


def _first_login(person: Person, at: datetime) -> User:
    if not person.assignments.filter(on_day(local_day(at))).exists():
        raise Denied(_("You have no role here today. Ask the development consultant to give you one."))
    if User.objects.filter(email__iexact=person.email).exists():
        raise Denied(_("Another person logs in with this e-mail address. Talk to your municipality."))
    person.user = User.objects.create_user(person.email)
    person.save(update_fields=["user"])
    me = Viewer(
        actor=f"person:{person.public_id}", name=person.name, person_id=person.pk, purpose="municipal log-in"
    )
    record(
        viewer=me,
        verb="organisation.municipal_login",
        target=f"person:{person.public_id}",
        target_name=person.name,
        at=at,
    )
    return person.user
