"""May something be registered about this participant? As the playbook requires, and the citizen has said."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.trials.models import Participant, Participation

from .models import Deployment

_STATE = Participation.State
_ENOUGH: Final = {
    "informed": {_STATE.INFORMED, _STATE.PARTICIPATES, _STATE.WRITTEN_CONSENT},
    "participates": {_STATE.PARTICIPATES, _STATE.WRITTEN_CONSENT},
    "written_consent": {_STATE.WRITTEN_CONSENT},
}
_NO: Final = {_STATE.DECLINES, _STATE.WITHDRAWN}


def participant_for(deployment: Deployment, ref: str, requires: str) -> Participant:
    """The participant named `ref` of the deployment's phase (or unit, in daily operation).

    Raises NotFound for somebody of another trial, RuleError where the citizen has not said yes.
    """
    rows = Participant.objects.prefetch_related("states")
    if deployment.phase_site is not None:
        rows = rows.filter(phase_id=deployment.phase_site.phase_id)
    else:
        rows = rows.filter(phase__isnull=True, site_id=deployment.unit_id)
    row = rows.filter(public_id=ref).first()
    if row is None:
        raise NotFound(_("Nobody takes part here under that name."))
    check_takes_part(row, requires)
    return row


def check_takes_part(row: Participant, requires: str) -> None:
    """Raises RuleError with the reason where nothing may be registered about the participant."""
    said = {answer.state for answer in row.states.all()}
    last = max(row.states.all(), key=lambda answer: answer.pk, default=None)
    if last is not None and last.state in _NO:
        raise RuleError(
            _("The citizen has said no to taking part. Nothing is registered."), field="participant"
        )
    if row.left_at is not None:
        raise RuleError(_("The citizen no longer takes part. Nothing is registered."), field="participant")
    if not said & _ENOUGH[requires]:
        raise RuleError(
            _("The citizen has not yet said yes to taking part. Write down the answer first."),
            field="participant",
        )
