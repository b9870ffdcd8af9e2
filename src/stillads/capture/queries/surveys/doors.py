"""What a link shows to the one who follows it."""

from dataclasses import dataclass
from datetime import date

from stillads.playbooks.kinds.survey import Survey

from ...actions.surveys.answering import asks_who
from ...answering import State, check_door, door_of


@dataclass(frozen=True, slots=True)
class DoorView:
    """A survey as the one who answers meets it.

    state, reason  whether it can be answered, and the sentence that says why not
    kind           `personal`, `open`, `poster` or `kiosk`
    asks_who       is it asked who answers?
    to_relative    the link was given to a relative
    med_agreed_on  for surveys of staff: the day on which MED agreed the guidelines
    """

    survey: Survey
    unit_name: str
    state: State
    reason: str
    kind: str
    asks_who: bool
    to_relative: bool
    closes_on: date | None
    med_agreed_on: date | None
    constructed: bool


def door(*, token: str, day: date) -> DoorView | None:
    """None where the secret belongs to nothing here. Nothing is logged: it is the answerer's own page."""
    found = door_of(token, day)
    if found is None:
        return None
    state, reason = check_door(found, day)
    site = found.deployment.phase_site
    return DoorView(
        survey=found.survey,
        unit_name=found.deployment.unit.name,
        state=state,
        reason=reason,
        kind=str(found.link.kind) if found.link else "personal",
        asks_who=asks_who(found.survey, found.asked),
        to_relative=bool(found.asked and found.asked.relative),
        closes_on=found.wave.closes_on if found.wave else None,
        med_agreed_on=found.wave.med_agreed_on if found.wave else None,
        constructed=bool(site and site.phase.constructed),
    )
