"""Everything a person answers for goes to another in one step, for good or until a day."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import on_day, person_by_id, unit_ids_of
from ..models import Assignment
from ..responsibilities import providers
from ..rules import check_can_note_absence, check_span


@transaction.atomic
def hand_over(
    *, person: str, successor: str, first_day: date, until: date | None, viewer: Viewer, at: datetime
) -> dict[str, int]:
    """Calls every provider; all goes over or nothing does. Returns kind → how many things.

    Nothing to hand over is a RuleError: so a second sending says so and does nothing.
    """
    row, heir = person_by_id(person, lock=True), person_by_id(successor, lock=True)
    check_can_note_absence(viewer, person_id=row.pk, unit_ids=unit_ids_of(row))
    if row.pk == heir.pk:
        raise RuleError(_("Choose somebody else to take over."), field="successor")
    check_span(first_day, until, field="until")
    if not Assignment.objects.filter(on_day(first_day), person=heir).exists():
        raise RuleError(_("%s has no role here on that day.") % heir.name, field="successor")
    counts = {
        provider.kind: provider.hand_over(
            from_id=row.pk, to_id=heir.pk, first_day=first_day, until=until, viewer=viewer, at=at
        )
        for provider in providers()
    }
    counts = {kind: n for kind, n in counts.items() if n}
    if not counts:
        raise RuleError(_("There is nothing to hand over."))
    record(
        viewer=viewer, verb="organisation.hand_over", target=f"person:{row.public_id}", target_name=row.name,
        at=at,
        data={"to": heir.name, "first_day": str(first_day), "until": str(until) if until else None, **counts},
    )  # fmt: skip
    return counts
