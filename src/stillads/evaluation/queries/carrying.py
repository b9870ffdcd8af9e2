"""What can be taken over from the phase before."""

from stillads.kernel.viewer import Viewer

from ..models import Finding
from .page import evaluations_of
from .types import EvaluationPage, FindingView


def carriable_of(page: EvaluationPage, viewer: Viewer) -> tuple[FindingView, ...]:
    """Findings of the previous phase's evaluation that this one has not taken over yet."""
    before = evaluations_of([page.phase.previous], viewer).get(page.phase.previous)
    if before is None:
        return ()
    taken = set(
        Finding.objects.filter(
            evaluation__phase__public_id=page.phase.id, carried_from__isnull=False
        ).values_list("carried_from__public_id", flat=True)
    )
    return tuple(finding for box in before.boxes for finding in box.findings if finding.id not in taken)
