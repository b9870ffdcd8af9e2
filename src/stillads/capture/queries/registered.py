"""How much has been registered in a phase, by instrument."""

from django.db.models import Count

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.permissions import READ

from ..models import AnonymousEntry, Entry


def registered_in(phase_id: int, version_id: int, *, viewer: Viewer) -> dict[str, int]:
    """Instrument key → registrations on this version of the playbook. Two queries; no personal data."""
    check_may(viewer, READ)
    found: dict[str, int] = {}
    for rows in (Entry.objects.all(), AnonymousEntry.objects.all()):
        of_phase = rows.filter(
            deployment__phase_site__phase_id=phase_id, deployment__instrument__version_id=version_id
        )
        counted = of_phase.values_list("deployment__instrument__key").annotate(n=Count("pk")).order_by()
        for key, n in counted:
            found[key] = found.get(key, 0) + n
    return found
