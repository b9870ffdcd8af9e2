"""How far the hearing of a round has come."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from ..models import HearingStep

BODY_NAMES = {HearingStep.Body.ELDERS_COUNCIL: _("Elders' council"), HearingStep.Body.MED: _("MED")}


@dataclass(frozen=True, slots=True)
class HearingLine:
    """One step as it is shown: which body, what happened, when, and the words."""

    body: str
    body_name: str
    state: str
    day: date
    text: str
    by: str
    constructed: bool


def hearing_steps(round_id: int) -> list[HearingLine]:
    """All steps of a round in the order they were taken. One query."""
    steps = HearingStep.objects.filter(round_id=round_id).order_by("day", "pk")
    return [
        HearingLine(
            s.body, str(BODY_NAMES[HearingStep.Body(s.body)]), s.state, s.day, s.text, s.by, s.constructed
        )
        for s in steps
    ]


def latest_states(round_id: int) -> dict[str, str]:
    """Body → its newest state; a body that nobody has turned to yet is missing. One query."""
    return dict(HearingStep.objects.filter(round_id=round_id).order_by("pk").values_list("body", "state"))


def open_bodies(round_id: int) -> list[str]:
    """Names of the bodies that have neither answered nor been passed over."""
    settled = {HearingStep.State.ANSWERED, HearingStep.State.WAIVED}
    states = latest_states(round_id)
    return [str(BODY_NAMES[body]) for body in HearingStep.Body if states.get(body) not in settled]
