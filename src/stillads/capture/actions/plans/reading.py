"""“I have read it”: one tap, once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ...models import PlanReading, PlanVersion
from ...plan_rules import check_can_open, plan_by
from ..entries import Said, write_entry


@transaction.atomic
def mark_read(*, plan: str, number: int, viewer: Viewer, at: datetime) -> PlanReading:
    """The viewer has read version `number`, the one that was on the screen. Twice is once.

    Raises Denied, NotFound, RuleError (nobody is signed in as a person).
    """
    row = plan_by(plan, lock=True)
    check_can_open(row, viewer, local_day(at))
    if viewer.person_id is None:
        raise RuleError(_("Sign in as yourself first."))
    version = PlanVersion.objects.filter(plan=row, number=number).first()
    if version is None:
        raise NotFound(_("There is nothing here by that name."))
    made, new = PlanReading.objects.get_or_create(
        version=version, person_id=viewer.person_id, defaults={"at": at}
    )
    if new:
        said = Said(
            form="read",
            raw={},
            key=f"plan-read:{row.public_id}:{number}:{viewer.person_id}",
            participant=row.participant.public_id,
            subject=row.public_id,
            more={"version": number},
            constructed=row.constructed,
        )
        write_entry(row.deployment, said, viewer=viewer, at=at)
    return made
