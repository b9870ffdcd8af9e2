"""The lists that stand behind „Registrér“: one for each kind of instrument that has one."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from stillads.capture.permissions import REGISTER, SET_UP
from stillads.capture.queries.kinds import kinds_at
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission

LISTS: Final = (
    ("wishes", _("Wishes"), "wishes:list", REGISTER),
    ("case", _("Cases"), "cases:list", REGISTER),
    ("plan", _("Plans"), "plans:list", REGISTER),
    ("desk", _("Desk"), "desk:list", REGISTER),
    ("presence", _("Presence and meetings"), "presence:list", REGISTER),
    ("account", _("Accounts"), "balances:list", REGISTER),
    ("survey", _("Questionnaires"), "asking:list", REGISTER),
    ("interview", _("Interviews"), "interviews:list", REGISTER),
    ("series", _("Figures of others"), "series:list", SET_UP),
)


def worklists(viewer: Viewer) -> list[tuple[str, str]]:
    """Label and address of each list that the viewer's units have something on."""
    if viewer.person_id is None:
        return []
    known = kinds_at(viewer=viewer)
    found = []
    for kind, label, name, key in LISTS:
        if kind not in known or not may_anywhere(viewer, key):
            continue
        try:
            found.append((str(label), reverse(name)))
        except NoReverseMatch:
            continue
    return found


def may_anywhere(viewer: Viewer, key: str) -> bool:
    """Does the viewer hold one of the permission's roles at any unit, as a page asks at its door?"""
    return viewer.superuser or viewer.has_role(*permission(key).roles)
