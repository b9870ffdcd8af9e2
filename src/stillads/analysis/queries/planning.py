"""What a phase could show, before its prediction is locked: from its places, days and playbook."""

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.measures import Criterion as Planned
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Criterion, Phase
from stillads.trials.permissions import READ

from ..simulating import CannotSimulate, Layout, NotAssumed, Plan, assumed_of, plan


def layout_of(phase: Phase) -> Layout:
    """The round as it is planned: places that have not been withdrawn, days before day 1 and after."""
    sites = [site for site in phase.sites.all() if not site.withdrawn_reason]
    citizens = [site.citizens for site in sites if site.citizens]
    employees = [site.employees for site in sites if site.employees]
    standard = Layout()
    return Layout(
        sites=max(1, len(sites)),
        baseline=(phase.start - phase.baseline_start).days if phase.baseline_start else 0,
        days=(phase.end - phase.start).days + 1,
        citizens=sum(citizens) // len(citizens) if citizens else standard.citizens,
        employees=sum(employees) // len(employees) if employees else standard.employees,
        start=phase.start,
    )


def plans_of(phase_id: int, *, viewer: Viewer) -> tuple[Layout | None, dict[str, Plan]]:
    """The layout, and criterion public id → what can be shown of it; those that nothing is assumed of are left out.

    Three queries; one where the phase has no playbook.
    """
    check_may(viewer, READ)
    rows = Phase.objects.filter(pk=phase_id, playbook_version__isnull=False)
    phase = rows.select_related("playbook_version").defer("playbook_version__content").first()
    if phase is None or phase.playbook_version is None:
        return None, {}
    measures = {each.key: each for each in playbook_of(phase.playbook_version).measures}
    layout, found = layout_of(phase), {}
    for row in Criterion.objects.filter(phase=phase, withdrawn=False).exclude(measure=""):
        measure = measures.get(row.measure)
        if measure is None or row.direction not in {"up", "down"}:
            continue
        try:
            found[row.public_id] = plan(_planned(row), measure, assumed_of(measure), layout)
        except (CannotSimulate, NotAssumed):
            continue
    return layout, found


def _planned(row: Criterion) -> Planned:
    return Planned.model_construct(
        key=row.public_id, perspective=row.perspective, what=row.what, direction=row.direction, size=row.size,
        unit=row.unit, measure=row.measure, worse=row.worse, primary=row.primary, guardrail=row.guardrail,
        how_known=row.how_known,
    )  # fmt: skip
