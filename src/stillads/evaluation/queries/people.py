"""Who can take on a part of the recommendation."""

from django.db.models import Q

from stillads.kernel.clock import today
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person
from stillads.organisation.policy import (
    CONSULTANT,
    DIRECTOR,
    MANAGER,
    TRIAL_LEAD,
    check_may,
)

from ..permissions import READ


def people_who_may_own(viewer: Viewer) -> list[tuple[str, str]]:
    """(public id, name) of consultants, trial leads, managers and directors, in Danish order."""
    check_may(viewer, READ)
    held = Q(assignments__role__in=[CONSULTANT, TRIAL_LEAD, MANAGER, DIRECTOR])
    still = Q(assignments__valid_to__isnull=True) | Q(assignments__valid_to__gte=today())
    people = Person.objects.filter(held & still).distinct().order_by("name_sort", "pk")
    return list(people.values_list("public_id", "name"))
