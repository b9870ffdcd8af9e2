"""Log-ins: invited by a link, opened by the person's own first password, closed when they leave."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.ids import new_token, token_hash
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import person_by_id, roles_on
from ..models import Invitation, Person, QuickCode, User
from ..rules import check_can_invite, check_can_touch_login

GOOD_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Invited:
    """The secret for the link, shown once, and the last moment it works."""

    token: str
    until: datetime


@transaction.atomic
def invite(*, person: str, viewer: Viewer, at: datetime) -> Invited:
    """A new link for the person's first password; older links stop working.

    Whoever holds the link gets the log-in: so it is made only while the person has chosen no password. After
    that, "forgotten password" by e-mail is the way.
    """
    row = person_by_id(person, lock=True)
    check_can_touch_login(viewer, roles_on(row, local_day(at)))
    check_can_invite(row)
    row.invitations.filter(used_at__isnull=True).delete()
    token = new_token()
    made = Invitation.objects.create(
        person=row, token_hash=token_hash(token), made_at=at, until=at + GOOD_FOR
    )
    _log(viewer, "organisation.invite", row, at)
    return Invited(token, made.until)


def invited_person(token: str, *, at: datetime) -> Person:
    """Whom the link is for; NotFound where it is used, too old or unknown."""
    return _open_invitation(token, at=at).person


@transaction.atomic
def accept_invitation(*, token: str, password: str, at: datetime) -> User:
    """Makes or reopens the log-in with the password. The link is used up."""
    invitation = _open_invitation(token, at=at, lock=True)
    person = invitation.person
    user = person.user or User.objects.filter(email=person.email).first() or User(email=person.email)
    check_password(password, user)
    if user.pk and getattr(user, "person", person).pk != person.pk:
        raise RuleError(_("Another person logs in with this e-mail address. Talk to your municipality."))
    user.email, user.is_active = person.email, True
    user.set_password(password)
    user.save()
    person.user = user
    person.save(update_fields=["user"])
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    me = Viewer(
        actor=f"person:{person.public_id}", name=person.name, person_id=person.pk, purpose="invitation"
    )
    _log(me, "organisation.accept_invitation", person, at)
    return user


@transaction.atomic
def close_login(*, person: str, viewer: Viewer, at: datetime) -> None:
    """The person can no longer log in, nor sign in on a shared phone."""
    row = person_by_id(person, lock=True)
    check_can_touch_login(viewer, roles_on(row, local_day(at)))
    if row.pk == viewer.person_id:
        raise RuleError(_("You cannot close your own log-in. Ask a colleague."))
    if row.user and row.user.is_active:
        row.user.is_active = False
        row.user.set_unusable_password()
        row.user.save(update_fields=["is_active", "password"])
    row.invitations.filter(used_at__isnull=True).delete()
    QuickCode.objects.filter(person=row).delete()
    _log(viewer, "organisation.close_login", row, at)


def check_password(password: str, user: User) -> None:
    """Raises RuleError beside the field `password1`, with every reason."""
    try:
        validate_password(password, user)
    except ValidationError as refusal:
        raise RuleError(" ".join(refusal.messages), field="password1") from refusal


def _open_invitation(token: str, *, at: datetime, lock: bool = False) -> Invitation:
    rows = Invitation.objects.select_related("person__user")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(token_hash=token_hash(token), used_at__isnull=True, until__gte=at).first()
    if found is None:
        raise NotFound(_("The link has been used, or it is too old. Ask for a new one."))
    return found


def _log(viewer: Viewer, verb: str, person: Person, at: datetime) -> None:
    record(viewer=viewer, verb=verb, target=f"person:{person.public_id}", target_name=person.name, at=at)
