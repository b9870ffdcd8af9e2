"""Which evaluations wait for a viewer to read and approve them."""

from collections.abc import Collection

from stillads.kernel.viewer import Viewer

from ..models import Evaluation
from ..rules import Standing, can_approve
from ..standing import submitter, units_of


def waiting_for(viewer: Viewer, phase_ids: Collection[str]) -> set[str]:
    """Public ids of those phases whose evaluation is handed in and that the viewer may approve.

    The same rule as the button on the page: a consultant, or a manager of one of the units, never the one
    who wrote it. Three queries, however many phases.
    """
    rows = (
        Evaluation.objects.filter(phase__public_id__in=phase_ids, state=Evaluation.State.IN_REVIEW)
        .select_related("phase__trial")
        .prefetch_related("phase__sites", "transitions")
    )
    return {row.phase.public_id for row in rows if can_approve(_standing(row), viewer)}


def _standing(row: Evaluation) -> Standing:
    phase = row.phase
    return Standing(
        state=row.state,
        phase_state=phase.state,
        units=units_of(phase, [site.unit_id for site in phase.sites.all()]),
        lead_id=phase.trial.lead_id,
        submitted_by=submitter(sorted(row.transitions.all(), key=lambda step: step.pk)),
    )
