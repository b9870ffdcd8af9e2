"""May something be registered about this participant? As the playbook requires, and the citizen has said."""

from typing import Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError, allowed
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may
from stillads.trials.models import Participant, Participation

from .models import Deployment
from .permissions import REGISTER

_STATE = Participation.State
_ENOUGH: Final = {
    "informed": {_STATE.INFORMED, _STATE.PARTICIPATES, _STATE.WRITTEN_CONSENT},
    "participates": {_STATE.PARTICIPATES, _STATE.WRITTEN_CONSENT},
    "written_consent": {_STATE.WRITTEN_CONSENT},
}
_NO: Final = {_STATE.DECLINES, _STATE.WITHDRAWN}


def participant_for(deployment: Deployment, ref: str, requires: str | None) -> Participant:
    """The participant named `ref` of the deployment's phase (or unit, in daily operation).

    requires  what must have been said yes to; None: what is under way is not asked again
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
    if requires is not None:
        check_takes_part(row, requires)
    return row


def check_takes_part(row: Participant, requires: str) -> None:
    """Raises RuleError with the reason where nothing may be registered about the participant."""
    check_no_no(row)
    said = {answer.state for answer in row.states.all()}
    if not said & _ENOUGH[requires]:
        raise RuleError(
            _("The citizen has not yet said yes to taking part. Write down the answer first."),
            field="participant",
        )


def takes_part(row: Participant, requires: str) -> bool:
    """The question form."""
    return allowed(check_takes_part, row, requires)


def check_no_no(row: Participant) -> None:
    """Raises RuleError where the citizen has said no, or has left."""
    last = max(row.states.all(), key=lambda answer: answer.pk, default=None)
    if last is not None and last.state in _NO:
        raise RuleError(
            _("The citizen has said no to taking part. Nothing is registered."), field="participant"
        )
    if row.left_at is not None:
        raise RuleError(_("The citizen no longer takes part. Nothing is registered."), field="participant")


def check_may_be_asked(row: Participant, requires: str) -> None:
    """Raises RuleError where a resident who was drawn must not be asked.

    A resident is asked before anything was answered, and says yes by answering; but never after a no, and where the
    playbook requires a written consent only when there is one.
    """
    if requires == Participation.State.WRITTEN_CONSENT:
        check_takes_part(row, requires)
    check_no_no(row)


def may_be_asked(row: Participant, requires: str) -> bool:
    """The question form."""
    return allowed(check_may_be_asked, row, requires)


def has_left(row: Participant) -> bool:
    """Has the citizen said no since, or left? `states` are looked up, or loaded beforehand."""
    last = max(row.states.all(), key=lambda answer: answer.pk, default=None)
    return row.left_at is not None or (last is not None and last.state in _NO)


def check_goes_on(row: Participant) -> None:
    """What is under way about a citizen who has left can be ended, and nothing else. RuleError says so."""
    if has_left(row):
        raise RuleError(
            _("The citizen no longer takes part. Nothing more is written about them; end it with the reason.")
        )


def same_citizen(row: Participant) -> Q:
    """Participants who are the same citizen in any trial or unit; only `row` where the citizen is not known."""
    return Q(citizen_id=row.citizen_id) if row.citizen_id is not None else Q(pk=row.pk)


def check_near(row: Participant, viewer: Viewer, unit_id: int) -> None:
    """Raises Denied unless the viewer may register at `unit_id`, or where the citizen takes part in anything."""
    sites = Participant.objects.filter(same_citizen(row)).values_list("site_id", flat=True)
    if not any(may(viewer, REGISTER, unit_id=site) for site in {unit_id, *sites}):
        check_may(viewer, REGISTER, unit_id=unit_id)
