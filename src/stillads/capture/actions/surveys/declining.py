"""Somebody who is asked does not answer: this time, or ever; said to staff, or by their own link."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.organisation.policy import check_may

from ...answering import door_of
from ...lookup import deployment_by
from ...models import Asked
from ...permissions import REGISTER
from ...survey_rules import survey_of
from .drawing import MOVED, NEVER
from .residents import say_no
from .sending import asked_by

DECLINED: Final = {
    "does_not_want": _("Does not want to answer"),
    "cannot": _("Cannot answer this time"),
    "away": _("Is away"),
    MOVED: _("Has moved or died"),
    NEVER: _("Does not want to be asked again"),
}
"""Why somebody is not asked further in a wave; the last two: in no later one either."""


@transaction.atomic
def decline(*, asked: str, why: str, viewer: Viewer, at: datetime) -> Asked:
    """Nobody asks them again in this wave, or ever (`NEVER`)."""
    row = asked_by(asked, lock=True)
    check_may(viewer, REGISTER, unit_id=row.wave.deployment.unit_id)
    if row.answered:
        raise RuleError(_("It has been answered already."))
    if why not in DECLINED:
        raise RuleError(_("Choose why."), field="why")
    return _decline(row, why, viewer, at)


@transaction.atomic
def decline_by_link(*, token: str, at: datetime) -> None:
    """The one whose link it is wants to be asked no more. Said twice is once; who has answered, has answered."""
    door = door_of(token, local_day(at), lock=True)
    if door is None or door.asked is None:
        raise NotFound(_("There is nothing here by that name."))
    door.asked.wave.deployment = deployment_by(door.deployment.pk)
    if not door.asked.answered and door.asked.declined_why != NEVER:
        _decline(door.asked, NEVER, PUBLIC, at)


def _decline(row: Asked, why: str, viewer: Viewer, at: datetime) -> Asked:
    deployment = row.wave.deployment
    survey = survey_of(deployment)
    row.declined_why = why
    row.save(update_fields=["declined_why"])
    if why == NEVER and not row.relative:
        say_no(deployment, survey, row.participant, viewer=viewer, at=at)
    record(
        viewer=viewer, verb="capture.decline", target=f"wave:{row.wave.public_id}", target_name=survey.title,
        unit=deployment.unit.key, data={"asked": row.public_id, "why": why}, at=at,
    )  # fmt: skip
    return row
