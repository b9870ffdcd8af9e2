"""A trial's lead leaves or is away: the trial goes to another in one step, and comes back if it was lent."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person

from ..lookup import person_by, trial_by, type_ref
from ..models import LeadHandover, Trial
from ..rules import check_owns, check_texts


@transaction.atomic
def hand_over(
    *,
    trial: type_ref,
    to: type_ref,
    reason: str = "",
    until: date | None = None,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """`to` becomes the trial's lead; with `until` the one before is lead again the day after."""
    row = trial_by(trial, lock=True)
    check_owns(row, viewer)
    check_texts(reason=reason)
    if until is not None and until < local_day(at):
        raise RuleError(_("That day has been."), field="until")
    return give_lead(row, person_by(to), reason=reason, until=until, viewer=viewer, at=at)


@transaction.atomic
def hand_over_all(
    *, from_person: type_ref, to: type_ref, reason: str = "", viewer: Viewer, at: datetime
) -> Sequence[Trial]:
    """Every living trial of a person who leaves goes to `to`, or none does."""
    person = person_by(from_person)
    living = {Trial.State.DRAFT, Trial.State.ACTIVE, Trial.State.DECIDED}
    refs = Trial.objects.filter(lead=person, state__in=living).values_list("pk", flat=True)
    return [hand_over(trial=pk, to=to, reason=reason, viewer=viewer, at=at) for pk in list(refs)]


def give_back_leads(*, viewer: Viewer, at: datetime) -> int:
    """Trials that were lent until a day that has passed go back. Returns how many."""
    today, count = local_day(at), 0
    lent = LeadHandover.objects.filter(until__lt=today, from_person__isnull=False).order_by("pk")
    for handover in lent.select_related("trial", "from_person"):
        latest = handover.trial.handovers.last()
        if latest is None or latest.pk != handover.pk:
            continue
        with transaction.atomic():
            row = trial_by(handover.trial_id, lock=True)
            give_lead(row, handover.from_person, reason=handover.reason, viewer=viewer, at=at)
        count += 1
    return count


def give_lead(
    row: Trial,
    to: Person | None,
    *,
    reason: str = "",
    until: date | None = None,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """Writes the hand-over of a trial that the caller has locked, having checked that it may."""
    if to is None:
        raise RuleError(_("Choose who takes over."), field="to")
    if row.lead_id == to.pk:
        return row
    LeadHandover.objects.create(
        trial=row,
        from_person=row.lead,
        to_person=to,
        until=until,
        reason=reason.strip(),
        by=viewer.name,
        at=at,
    )
    before = row.lead.public_id if row.lead else ""
    row.lead, row.version = to, row.version + 1
    row.save(update_fields=["lead", "version"])
    record(
        viewer=viewer,
        verb="trials.hand_over",
        target=f"trial:{row.public_id}",
        target_name=row.title,
        data={"from": before, "to": to.public_id, "until": until.isoformat() if until else None},
        at=at,
    )
    return row
