"""What the page's head says of the trial, also before its evaluation is opened."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Phase, PhaseSite
from stillads.trials.tested_at import places_in

from ..models import Evaluation
from ..permissions import READ
from ..rules import Standing
from ..standing import units_of
from .types import PhaseView


@dataclass(frozen=True, slots=True)
class Opening:
    """A phase whose evaluation can be opened, or is (`opened`)."""

    phase: PhaseView
    standing: Standing
    opened: bool


def opening_of(phase_id: str, viewer: Viewer) -> Opening:
    """The phase with this public id; NotFound where there is none."""
    check_may(viewer, READ)
    phase = (
        Phase.objects.select_related("trial__lead", "round", "previous").filter(public_id=phase_id).first()
    )
    if phase is None:
        raise NotFound(_("There is no such phase."))
    sites = PhaseSite.objects.filter(phase=phase).select_related("unit").order_by("unit__name_sort")
    units = units_of(phase, [site.unit_id for site in sites])
    return Opening(
        phase_view(phase, tuple(site.unit.name for site in sites)),
        Standing("", phase.state, units, phase.trial.lead_id),
        Evaluation.objects.filter(phase=phase).exists(),
    )


def phase_view(phase: Phase, sites: tuple[str, ...]) -> PhaseView:
    """The phase with its trial, lead, round and previous phase loaded."""
    trial, lead = phase.trial, phase.trial.lead
    return PhaseView(
        id=phase.public_id,
        number=phase.number,
        state=phase.state,
        chapter=phase.order_in_round,
        trial=trial.public_id,
        title=trial.title,
        question=trial.question,
        lead=lead.name if lead else "",
        lead_id=lead.public_id if lead else "",
        round_key=phase.round.key,
        round_title=phase.round.title,
        tested_at=places_in(phase.tested_at_text) or ", ".join(sites),
        sites=sites,
        start=phase.start,
        end=phase.end,
        evaluation_date=phase.evaluation_date or phase.end,
        deadline=phase.round.evaluation_deadline,
        constructed=trial.constructed,
        previous=phase.previous.public_id if phase.previous else "",
    )
