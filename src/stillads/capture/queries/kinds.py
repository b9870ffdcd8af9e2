"""Which kinds of instruments a viewer's units have ever worked with."""

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission

from ..models import Deployment
from ..permissions import REGISTER


def kinds_at(*, viewer: Viewer) -> set[str]:
    """Kinds such as `case` and `wishes`, at the units where the viewer may register. One query.

    Also of what has ended: an open case runs on after its trial, and a wish is still to be told back.
    """
    rows = Deployment.objects.all()
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(REGISTER).roles))
    return set(rows.values_list("instrument__kind", flat=True).distinct())
