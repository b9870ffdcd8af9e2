"""A case begins: one at a time for a citizen in a flow."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.case import START

from ...cases.finding import flow_of
from ...cases.flow import begin
from ...lookup import deployment_by
from ...models import Case
from ...permissions import REGISTER
from ..entries import CONFLICT, Said, write_entry
from .logging import log


@transaction.atomic
def start_case(
    *,
    deployment: int | str,
    participant: str,
    raw: type_raw,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Case:
    """The citizen stands at the flow's first step. Sent again with the same key it is the same case.

    raw  what was answered to the playbook's start form
    Raises Denied, NotFound, RuleError (closed, no participation, a case already), Invalid, Conflict.
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    flow, today = flow_of(row), local_day(at)
    if there := Case.objects.filter(idempotency_key=idempotency_key).select_related("participant").first():
        if (there.deployment_id, there.participant.public_id) != (row.pk, participant):
            raise Conflict(CONFLICT)
        there.deployment = row
        return there
    place = begin(flow, today)
    case = Case(
        deployment=row,
        playbook_version_id=row.instrument.version_id,
        unit_id=row.unit_id,
        step=place.step,
        role=place.role,
        started_on=today,
        step_since=at,
        due_on=place.due_on,
        constructed=bool(row.phase_site and row.phase_site.phase.constructed),
        idempotency_key=idempotency_key,
    )
    said = Said(
        form=START, raw=raw, key=f"{case.public_id}:start", participant=participant, subject=case.public_id,
        constructed=case.constructed, more={"started_on": today.isoformat()},
    )  # fmt: skip
    made = write_entry(row, said, viewer=viewer, at=at)
    assert made.entry.participant is not None  # noqa: S101  (a case is always about somebody)
    case.participant = made.entry.participant
    _check_first(case)
    try:
        with transaction.atomic():
            case.save()
    except IntegrityError:  # the same tap, twice at once
        raise Conflict(CONFLICT) from None
    log("capture.start_case", case, viewer, at)
    return case


def _check_first(case: Case) -> None:
    there = Case.objects.filter(
        deployment_id=case.deployment_id, participant_id=case.participant_id, state=Case.State.OPEN
    )
    if there.exists():
        raise RuleError(
            _("The citizen has a case under way here already. Go on with that one."), field="participant"
        )
