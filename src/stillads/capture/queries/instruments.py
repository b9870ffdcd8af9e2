"""One instrument at one place, with those it can be about: what a page needs that registers there."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, refusal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.trials.models import Window

from ..lookup import definition_of, deployment_by
from ..openness import calendar_of, check_open
from ..permissions import REGISTER
from .choices import participant_choices, reference_choices, type_choices


@dataclass(frozen=True, slots=True)
class InstrumentHere:
    """What a page that registers needs.

    `closed`: why nothing can be registered on the day; `people`: (public id, pseudonym) of those who take part;
    `offered`: what the questions about somebody or something can choose among.
    """

    deployment: str
    definition: InstrumentDefinition
    unit_name: str
    trial_title: str
    closed: str
    people: type_choices
    offered: dict[str, type_choices]
    constructed: bool


def instrument_at(*, deployment: str, kind: str, viewer: Viewer, day: date) -> InstrumentHere:
    """The deployment, which must be of `kind`. The look at who takes part is logged. Raises Denied, NotFound."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = definition_of(row)
    if definition.kind != kind:
        raise NotFound(_("There is nothing here by that name."))
    items = next(iter(definition.forms().values()), ())
    phase = row.phase_site.phase if row.phase_site else None
    windows = Window.objects.filter(phase=phase, key__in=definition.open.windows) if phase else ()
    closed = refusal(check_open, calendar_of(row, definition.open, list(windows)), day)
    return InstrumentHere(
        deployment=row.public_id,
        definition=definition,
        unit_name=row.unit.name,
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        closed=str(closed or ""),
        people=participant_choices(row, viewer=viewer),
        offered=reference_choices(row, items, viewer=viewer, day=day),
        constructed=bool(phase and phase.constructed),
    )
