"""What temps may register, who come by the poster of the unit and have no log-in of their own."""

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import RuleError, allowed
from stillads.kernel.viewer import Grant, Viewer
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.kinds.register import Register

from .models import OpenLink
from .references import reference_kinds

_ACTOR = "link:"
TEMP = "temp"
"""The source of what temps register."""


def is_temp(viewer: Viewer) -> bool:
    """Did the viewer come by a poster?"""
    return viewer.actor.startswith(_ACTOR)


def viewer_of_link(link: OpenLink, purpose: str = "") -> Viewer:
    """Nobody in particular who may register at the link's unit. `unit` is loaded."""
    return Viewer(
        actor=f"{_ACTOR}{link.public_id}",
        name=str(_("Temp by the poster “%(name)s”") % {"name": link.name or link.unit.name}),
        grants=(Grant(EMPLOYEE, link.unit_id, frozenset({link.unit_id})),),
        purpose=purpose,
        address=f"{_ACTOR}{link.public_id}",
    )


def check_open_to_temps(definition: InstrumentDefinition) -> None:
    """Raises RuleError where names would be shown to whoever has seen the poster."""
    if not isinstance(definition, Register):
        raise RuleError(_("This needs a log-in."))
    named = {kind for items in definition.forms().values() for kind in reference_kinds(items)}
    if definition.about_whom == "must" or named & {"citizen", "employee"}:
        raise RuleError(_("This is about a citizen or a colleague. Log in to register it."))


def open_to_temps(definition: InstrumentDefinition) -> bool:
    """The question form of `check_open_to_temps`."""
    return allowed(check_open_to_temps, definition)
