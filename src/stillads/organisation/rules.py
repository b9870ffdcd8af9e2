"""What may be done with units, people and roles, and the reason when not."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Denied, NotFound, RuleError, allowed
from stillads.kernel.viewer import Viewer

from .models import Person
from .permissions import ENROL_DEVICE, MANAGE, PEOPLE
from .policy import ADMINISTRATOR, MANAGER, PRIVACY, ROLES, check_may, may, permission

GUARDED_ROLES = frozenset({ADMINISTRATOR, PRIVACY})


def check_can_manage(viewer: Viewer) -> None:
    """Units and people are changed by consultants and administrators."""
    check_may(viewer, MANAGE)


def sees_everybody(viewer: Viewer) -> bool:
    """All people, those of closed units too. A manager sees those of their own units."""
    return viewer.superuser or viewer.has_role(*permission(PEOPLE).roles - {MANAGER})


def check_can_see_person(viewer: Viewer, *, person_id: int, unit_ids: frozenset[int]) -> None:
    """`unit_ids`: where the person has or had a role. Out of reach is NotFound, not a refusal."""
    if person_id == viewer.person_id or sees_everybody(viewer):
        return
    if not any(may(viewer, PEOPLE, unit_id=unit) for unit in unit_ids):
        raise NotFound(_("There is no such person."))


def check_can_note_absence(viewer: Viewer, *, person_id: int, unit_ids: frozenset[int]) -> None:
    """Absence and hand-over: the person, those who lead them, and who manages the organisation."""
    if person_id == viewer.person_id or may(viewer, MANAGE):
        return
    if viewer.superuser or any(viewer.has_role(MANAGER, unit_id=unit) for unit in unit_ids):
        return
    raise Denied(_("Only the person, their manager or the development consultant can do that."))


def check_can_give_role(viewer: Viewer, role: str) -> None:
    """Who keeps the house may not make themselves its guard: two roles are the administrator's to give."""
    check_can_manage(viewer)
    if role not in ROLES:
        raise RuleError(_("Choose a role from the list."), field="role")
    if role in GUARDED_ROLES and not viewer.superuser and not viewer.has_role(ADMINISTRATOR):
        raise RuleError(_("Only a system administrator can give or end this role."), field="role")


def check_can_touch_login(viewer: Viewer, held: frozenset[str]) -> None:
    """`held`: roles of the person whose log-in or e-mail address is about to change."""
    check_can_manage(viewer)
    if held & GUARDED_ROLES and not viewer.superuser and not viewer.has_role(ADMINISTRATOR):
        raise Denied(_("Only a system administrator can change the log-in of a person with this role."))


def check_can_invite(person: Person) -> None:
    """Needs an e-mail address, and a person who has not chosen a password yet."""
    if not person.email:
        raise RuleError(_("Write the person's e-mail address first: they log in with it."))
    if person.user and person.user.is_active and person.user.has_usable_password():
        raise RuleError(
            _("The person has a log-in. They ask for a new password themselves on the log-in page.")
        )


def check_can_enrol(viewer: Viewer, *, unit_id: int) -> None:
    """Shared phones, and start codes for them, are the manager's at their own units."""
    check_may(viewer, ENROL_DEVICE, unit_id=unit_id)


def check_span(first: date, last: date | None, *, field: str) -> None:
    """Both days count, so the same day twice is one day."""
    if last is not None and last < first:
        raise RuleError(_("The last day must not lie before the first."), field=field)


def can_manage(viewer: Viewer) -> bool:
    """The question form of `check_can_manage`."""
    return allowed(check_can_manage, viewer)


def can_note_absence(viewer: Viewer, *, person_id: int, unit_ids: frozenset[int]) -> bool:
    """The question form of `check_can_note_absence`."""
    return allowed(check_can_note_absence, viewer, person_id=person_id, unit_ids=unit_ids)


def can_enrol(viewer: Viewer, *, unit_id: int) -> bool:
    """The question form of `check_can_enrol`."""
    return allowed(check_can_enrol, viewer, unit_id=unit_id)
