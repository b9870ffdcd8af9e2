"""What holds for a wish: heard → acted on → told back, or closed because it cannot be done."""

from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.states import StateTable, Step
from stillads.playbooks.kinds.wishes import Wishes

from .lookup import definition_of, deployment_by
from .models import Deployment, Wish

_STATE = Wish.State

STATES: Final = StateTable(
    "wish",
    _STATE.HEARD,
    {
        _STATE.HEARD: _("Heard"),
        _STATE.ACTED: _("Done, not told yet"),
        _STATE.TOLD: _("Done and told"),
        _STATE.CLOSED: _("Cannot be done"),
    },
    (
        Step(_STATE.HEARD, _STATE.ACTED, "something was done"),
        Step(_STATE.ACTED, _STATE.TOLD, "the citizen was told"),
        Step(_STATE.HEARD, _STATE.CLOSED, "it cannot be done; the citizen was told why", needs_reason=True),
        Step(_STATE.ACTED, _STATE.CLOSED, "it cannot be done; the citizen was told why", needs_reason=True),
    ),
)

OPEN: Final = (_STATE.HEARD, _STATE.ACTED)
"""Somebody still has to do or tell something."""


def wishes_of(deployment: Deployment) -> Wishes:
    """What the playbook says of it; NotFound where the deployment is no wish list."""
    definition = definition_of(deployment)
    if not isinstance(definition, Wishes):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def wishes_beside(deployment: Deployment, key: str) -> Deployment:
    """The wish list `key` of the same playbook at the same place: where a survey puts the wish it heard."""
    rows = Deployment.objects.filter(
        instrument__key=key,
        instrument__version_id=deployment.instrument.version_id,
        unit_id=deployment.unit_id,
        phase_site_id=deployment.phase_site_id,
    )
    found = rows.order_by("-pk").values_list("pk", flat=True).first()
    if found is None:
        raise NotFound(_("There is nothing here by that name."))
    return deployment_by(found)


def wish_by(ref: str, *, lock: bool = False) -> Wish:
    """The wish named `ref`, its deployment loaded as actions want it; NotFound where there is none."""
    rows = Wish.objects.select_for_update() if lock else Wish.objects.all()
    wish = rows.filter(public_id=ref).first()
    if wish is None:
        raise NotFound(_("There is nothing here by that name."))
    wish.deployment = deployment_by(wish.deployment_id)
    return wish


def check_done_on(wish: Wish, day: date) -> None:
    """A wish is acted on after it was heard."""
    if day < wish.heard_on:
        raise RuleError(
            _("That lies before the day on which the wish was heard. Write a later date."), field="acted_on"
        )
