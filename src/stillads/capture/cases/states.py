"""The transition table of a case."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.states import StateTable, Step

from ..models import Case

_STATE = Case.State

STATES: Final = StateTable(
    "case",
    _STATE.OPEN,
    {_STATE.OPEN: _("Under way"), _STATE.ENDED: _("Ended"), _STATE.CANCELLED: _("Broken off")},
    (
        Step(_STATE.OPEN, _STATE.ENDED, "the last step was taken"),
        Step(_STATE.OPEN, _STATE.CANCELLED, "it was broken off", needs_reason=True),
        Step(_STATE.OPEN, _STATE.OPEN, "a step was taken back", needs_reason=True),
        Step(_STATE.ENDED, _STATE.OPEN, "the last step was taken back", needs_reason=True),
        Step(_STATE.CANCELLED, _STATE.OPEN, "the breaking off was taken back", needs_reason=True),
    ),
)
