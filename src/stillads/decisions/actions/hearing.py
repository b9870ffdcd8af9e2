"""The elders' council and MED are heard, step by step, or passed over with a reason."""

from datetime import date, datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Round

from ..models import HearingStep
from ..permissions import WRITE_ITEM
from ..rules import check_can_take_hearing_step


@transaction.atomic
def take_hearing_step(
    *,
    round_: Round,
    body: str,
    state: str,
    day: date,
    text: str,
    viewer: Viewer,
    at: datetime,
    constructed: bool = False,
) -> HearingStep:
    """Adds one dated step for one body. `text` is the answer, or the reason for passing it over.

    Sent twice it is one step.
    """
    check_may(viewer, WRITE_ITEM)
    check_no_cpr(text, field="text")
    Round.objects.select_for_update().get(pk=round_.pk)
    latest = HearingStep.objects.filter(round=round_, body=body).order_by("-pk").first()
    said = (state, day, text.strip())
    if latest is not None and (latest.state, latest.day, latest.text) == said:
        return latest
    check_can_take_hearing_step(latest, state, text=text)
    step = HearingStep.objects.create(
        round=round_,
        body=body,
        state=state,
        day=day,
        text=text.strip(),
        by=viewer.name,
        at=at,
        constructed=constructed,
    )
    record(
        viewer=viewer, verb="decisions.take_hearing_step", target=f"round:{round_.public_id}",
        target_name=round_.key, data={"body": body, "state": state}, at=at,
    )  # fmt: skip
    return step
