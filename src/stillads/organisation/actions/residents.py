"""Who lives at a unit: names, encrypted; written down, and forgotten when somebody moves."""

from collections import Counter
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.sealed import seal, unseal
from stillads.kernel.viewer import Viewer

from ..lookup import unit_by_id
from ..models import Citizen
from ..permissions import RESIDENTS
from ..policy import check_may

MOST: Final = 400
_LONGEST: Final = 120


@transaction.atomic
def add_residents(*, unit: str, names: str, viewer: Viewer, at: datetime) -> int:
    """One name a line; those who stand there already are left as they are. Returns how many are new.

    Two of the same name are two lines in the list that is sent. Raises Denied, NotFound, RuleError (field names).
    """
    place = unit_by_id(unit, lock=True)
    check_may(viewer, RESIDENTS, unit_id=place.pk)
    wanted = _names(names)
    there = Citizen.objects.filter(unit=place, erased_at__isnull=True).values_list("name_sealed", flat=True)
    new = Counter(wanted) - Counter(unseal(name) for name in there)
    Citizen.objects.bulk_create(
        Citizen(name_sealed=seal(name), unit=place, created_at=at) for name in new.elements()
    )
    if new:
        record(
            viewer=viewer, verb="organisation.add_residents", target=f"unit:{place.public_id}",
            target_name=place.name, unit=place.key, data={"count": new.total()}, at=at,
        )  # fmt: skip
    return new.total()


def _names(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not lines:
        raise RuleError(_("Write at least one name."), field="names")
    if len(lines) > MOST:
        raise RuleError(_("At most %(n)d names at a time.") % {"n": MOST}, field="names")
    for line in lines:
        check_no_cpr(line, field="names")
        if len(line) > _LONGEST:
            raise RuleError(
                _("One name a line. This line is too long: %(line)s") % {"line": line[:60]}, field="names"
            )
    return lines


@transaction.atomic
def resident_left(*, resident: str, viewer: Viewer, at: datetime) -> None:
    """The resident has moved or died: the name is erased at once; what was registered stays under its pseudonym."""
    row = Citizen.objects.select_for_update().filter(public_id=resident, erased_at__isnull=True).first()
    if row is None or row.unit is None:
        raise NotFound(_("There is nothing here by that name."))
    check_may(viewer, RESIDENTS, unit_id=row.unit_id)
    place = row.unit
    forget(row, at)
    record(
        viewer=viewer, verb="organisation.resident_left", target=f"unit:{place.public_id}",
        target_name=place.name, unit=place.key, at=at,
    )  # fmt: skip


def forget(row: Citizen, at: datetime) -> None:
    """Name and number are gone; the row stays, so that what belongs together still does."""
    row.name_sealed, row.cpr_sealed, row.cpr_lookup = seal(""), None, None
    row.unit, row.erased_at = None, at
    row.save()
