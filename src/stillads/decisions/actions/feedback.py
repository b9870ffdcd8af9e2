"""Feedback by role, from a phone without an account or typed in from paper; and its freezing."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..models import AgendaItem, Feedback, Meeting
from ..permissions import PLAN_MEETING, TYPE_PAPER
from ..rules import check_can_freeze, check_can_give_feedback, check_can_type_paper, check_feedback


@dataclass(frozen=True, slots=True)
class Answer:
    """What one participant says of one trial. `value` and `ready` are 1–5 or None."""

    role: str
    value: int | None = None
    ready: int | None = None
    wish: str = ""
    text: str = ""


@transaction.atomic
def give_feedback(
    *, item: AgendaItem, answer: Answer, idempotency_key: str, viewer: Viewer, at: datetime
) -> Feedback:
    """Keeps a participant's answer. The same key again gives the first answer back."""
    check_can_give_feedback(item.meeting, at=at)
    return _keep(item, answer, idempotency_key, viewer, at, from_paper=False)


@transaction.atomic
def type_paper_feedback(
    *,
    item: AgendaItem,
    answer: Answer,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
    constructed: bool = False,
) -> Feedback:
    """Keeps an answer from a paper sheet, also after the meeting, until it is frozen."""
    check_may(viewer, TYPE_PAPER)
    check_can_type_paper(item.meeting)
    return _keep(item, answer, idempotency_key, viewer, at, from_paper=True, constructed=constructed)


def _keep(
    item: AgendaItem,
    answer: Answer,
    key: str,
    viewer: Viewer,
    at: datetime,
    *,
    from_paper: bool,
    constructed: bool = False,
) -> Feedback:
    check_feedback(answer.role, answer.value, answer.ready, answer.wish, answer.text)
    check_no_cpr(answer.text, field="text")
    feedback, fresh = Feedback.objects.get_or_create(
        idempotency_key=key,
        defaults={
            "item": item, "role": answer.role, "value": answer.value, "ready": answer.ready,
            "wish": answer.wish, "text": answer.text.strip(), "from_paper": from_paper,
            "typed_by": viewer.name if from_paper else "", "given_at": at, "constructed": constructed,
        },
    )  # fmt: skip
    if fresh:
        verb = "decisions.type_paper_feedback" if from_paper else "decisions.give_feedback"
        record(viewer=viewer, verb=verb, target=f"agenda_item:{item.public_id}", at=at)
    return feedback


@transaction.atomic
def freeze_meeting(*, meeting: Meeting, viewer: Viewer, at: datetime) -> Meeting:
    """Closes the feedback for good and keeps it, with its SHA-256, as the basis of decision."""
    check_may(viewer, PLAN_MEETING)
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    check_can_freeze(meeting, at=at)
    content = json.dumps(_frozen(meeting), ensure_ascii=False, sort_keys=True)
    meeting.frozen_content = content
    meeting.frozen_sha256 = hashlib.sha256(content.encode()).hexdigest()
    meeting.frozen_at, meeting.frozen_by = at, viewer.name
    meeting.save()
    record(
        viewer=viewer, verb="decisions.freeze_meeting", target=f"meeting:{meeting.public_id}",
        target_name=meeting.round.key, data={"sha256": meeting.frozen_sha256}, at=at,
    )  # fmt: skip
    return meeting


def _frozen(meeting: Meeting) -> list[dict[str, object]]:
    rows = Feedback.objects.filter(item__meeting=meeting).order_by("item__order", "role", "public_id")
    return [
        {
            "item": row.item.public_id, "title": row.item.title, "role": row.role, "value": row.value,
            "ready": row.ready, "wish": row.wish, "text": row.text, "paper": row.from_paper,
        }
        for row in rows.select_related("item")
    ]  # fmt: skip
