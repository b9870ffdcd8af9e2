"""The lists that stand behind „Registrér“: one for each kind of instrument that has one."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from stillads.capture.queries.kinds import kinds_at
from stillads.kernel.viewer import Viewer

LISTS: Final = (
    ("wishes", _("Wishes"), "wishes:list"),
    ("case", _("Cases"), "cases:list"),
    ("plan", _("Plans"), "plans:list"),
    ("desk", _("Desk"), "desk:list"),
    ("presence", _("Presence and meetings"), "presence:list"),
    ("account", _("Accounts"), "balances:list"),
    ("survey", _("Questionnaires"), "asking:list"),
    ("interview", _("Interviews"), "interviews:list"),
    ("series", _("Figures of others"), "series:list"),
)


def worklists(viewer: Viewer) -> list[tuple[str, str]]:
    """Label and address of each list that the viewer's units have something on."""
    if viewer.person_id is None:
        return []
    known = kinds_at(viewer=viewer)
    found = []
    for kind, label, name in LISTS:
        if kind not in known:
            continue
        try:
            found.append((str(label), reverse(name)))
        except NoReverseMatch:
            continue
    return found
