"""Who lives at a unit. Names are for those who work there; every look is logged before it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillads.audit.actions.record import record_read
from stillads.kernel.danish import sort_key
from stillads.kernel.sealed import unseal
from stillads.kernel.viewer import Viewer

from ..lookup import unit_by_id
from ..models import Citizen
from ..permissions import RESIDENTS
from ..policy import check_may


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who lives at a unit."""

    public_id: str
    name: str


def residents_of(*, unit: str, viewer: Viewer) -> list[Resident]:
    """In Danish order. The look is logged. Raises Denied, NotFound."""
    place = unit_by_id(unit)
    check_may(viewer, RESIDENTS, unit_id=place.pk)
    record_read(
        viewer=viewer,
        verb="organisation.residents.read",
        target=f"unit:{place.public_id}",
        target_name=place.name,
    )
    rows = Citizen.objects.filter(unit=place, erased_at__isnull=True)
    found = [Resident(row.public_id, unseal(row.name_sealed)) for row in rows]
    return sorted(found, key=lambda one: (sort_key(one.name), one.public_id))


def names_of(citizens: Iterable[int]) -> dict[int, str]:
    """Primary key → name, of those whose name is known. For a query that has asked who may look, and logs it."""
    rows = Citizen.objects.filter(pk__in=list(citizens), erased_at__isnull=True)
    return {pk: unseal(name) for pk, name in rows.values_list("pk", "name_sealed")}
