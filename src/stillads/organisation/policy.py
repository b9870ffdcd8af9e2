"""Who may do what: a registry that rooms fill and pages name.

A permission is a key such as `ideas.triage` with the roles that hold it. Where it is *scoped*,
the role must reach the unit that the thing belongs to. Pages name the permission they need; a
page that names none fails the tests.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Denied
from stillads.kernel.viewer import Viewer

CONSULTANT: Final = "consultant"
TRIAL_LEAD: Final = "trial_lead"
MANAGER: Final = "manager"
EMPLOYEE: Final = "employee"
DIRECTOR: Final = "director"
COMMITTEE: Final = "committee"
COUNCIL: Final = "council"
PRIVACY: Final = "privacy"
ADMINISTRATOR: Final = "administrator"

ROLES: Final[dict[str, Promise]] = {
    CONSULTANT: _("Development consultant"),
    TRIAL_LEAD: _("Trial lead"),
    MANAGER: _("Unit manager"),
    EMPLOYEE: _("Employee"),
    DIRECTOR: _("Director or head of department"),
    COMMITTEE: _("Committee member"),
    COUNCIL: _("Member of the elders' council"),
    PRIVACY: _("Privacy officer"),
    ADMINISTRATOR: _("System administrator"),
}

STAFF: Final = frozenset({CONSULTANT, TRIAL_LEAD, MANAGER, EMPLOYEE, DIRECTOR, PRIVACY, ADMINISTRATOR})
EVERYBODY: Final = frozenset(ROLES)


@dataclass(frozen=True, slots=True)
class Permission:
    """What a role may do. `scoped`: only where the role reaches the unit in question."""

    key: str
    roles: frozenset[str]
    scoped: bool
    what: str | Promise


_registry: dict[str, Permission] = {}


def declare(key: str, roles: frozenset[str] | set[str], what: str | Promise, *, scoped: bool = False) -> str:
    """Adds a permission, once, at import of a room's `permissions.py`. Returns `key`.

    what  completes the sentence "You may not …": "read the log"
    """
    if key in _registry:
        raise ValueError(f"permission {key} is declared twice")
    unknown = set(roles) - set(ROLES)
    if unknown:
        raise ValueError(f"permission {key} names unknown roles {sorted(unknown)}")
    _registry[key] = Permission(key, frozenset(roles), scoped, what)
    return key


def permission(key: str) -> Permission:
    """The permission `key`; KeyError where no room declared it."""
    return _registry[key]


def permissions() -> list[Permission]:
    """All permissions, by key."""
    return [_registry[key] for key in sorted(_registry)]


def check_may(viewer: Viewer, key: str, *, unit_id: int | None = None) -> None:
    """Raises Denied where the viewer holds none of the roles (at `unit_id`, for a scoped one)."""
    wanted = permission(key)
    if viewer.superuser:
        return
    reach = unit_id if wanted.scoped else None
    if not viewer.has_role(*wanted.roles, unit_id=reach):
        raise Denied(
            _("Your role does not let you %(what)s. Talk to your manager if you need it.")
            % {"what": wanted.what}
        )


def may(viewer: Viewer, key: str, *, unit_id: int | None = None) -> bool:
    """The question form of `check_may`."""
    try:
        check_may(viewer, key, unit_id=unit_id)
    except Denied:
        return False
    return True
