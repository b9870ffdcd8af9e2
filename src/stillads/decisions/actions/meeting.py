"""Planning the welfare meeting and its agenda."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.ids import new_token, token_hash
from stillads.kernel.sealed import seal, unseal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Phase, Round

from ..models import AgendaItem, Meeting
from ..permissions import PLAN_MEETING
from ..rules import check_can_change_agenda


@transaction.atomic
def plan_meeting(
    *, round_: Round, held_on: date, starts_at: time | None, place: str, viewer: Viewer, at: datetime
) -> Meeting:
    """Makes the round's meeting with one agenda item per phase; the second time changes date and place."""
    check_may(viewer, PLAN_MEETING)
    meeting = Meeting.objects.select_for_update().filter(round=round_).first()
    if meeting is None:
        token = new_token()
        meeting = Meeting.objects.create(
            round=round_, held_on=held_on, starts_at=starts_at, place=place,
            token_hash=token_hash(token), token_sealed=seal(token),
        )  # fmt: skip
        _draft_agenda(meeting)
    else:
        check_can_change_agenda(meeting)
        meeting.held_on, meeting.starts_at, meeting.place = held_on, starts_at, place
        meeting.version += 1
        meeting.save()
    _log(meeting, "decisions.plan_meeting", viewer, at, day=held_on.isoformat())
    return meeting


def _draft_agenda(meeting: Meeting) -> None:
    phases = Phase.objects.filter(round=meeting.round).select_related("trial", "trial__lead")
    running = phases.exclude(state=Phase.State.STOPPED).order_by("order_in_round", "pk")
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, phase=phase, title=phase.trial.title, order=place,
            presenters=phase.trial.lead.name if phase.trial.lead else "",
        )
        for place, phase in enumerate(running, start=1)
    )  # fmt: skip


@transaction.atomic
def save_agenda_item(
    *, item: AgendaItem, presenters: str, minutes: int, viewer: Viewer, at: datetime
) -> AgendaItem:
    """Sets who presents and for how long."""
    check_may(viewer, PLAN_MEETING)
    check_can_change_agenda(item.meeting)
    item.presenters, item.minutes = presenters, minutes
    item.save(update_fields=["presenters", "minutes"])
    _log(item.meeting, "decisions.save_agenda_item", viewer, at, item=item.public_id)
    return item


@transaction.atomic
def order_agenda(*, meeting: Meeting, public_ids: Sequence[str], viewer: Viewer, at: datetime) -> None:
    """Puts the agenda in the order of `public_ids`; items not named keep their place after those."""
    check_may(viewer, PLAN_MEETING)
    check_can_change_agenda(meeting)
    wanted = {public_id: place for place, public_id in enumerate(public_ids)}
    items = sorted(
        meeting.items.all(), key=lambda item: (wanted.get(item.public_id, len(wanted)), item.order)
    )
    for place, item in enumerate(items, start=1):
        item.order = place
    AgendaItem.objects.bulk_update(items, ["order"])
    _log(meeting, "decisions.order_agenda", viewer, at)


@transaction.atomic
def open_feedback(*, meeting: Meeting, until: datetime, viewer: Viewer, at: datetime) -> Meeting:
    """Lets participants give feedback by the meeting's link until a moment."""
    check_may(viewer, PLAN_MEETING)
    check_can_change_agenda(meeting)
    meeting.opens_at, meeting.closes_at = meeting.opens_at or at, until
    meeting.save(update_fields=["opens_at", "closes_at"])
    _log(meeting, "decisions.open_feedback", viewer, at, until=until.isoformat())
    return meeting


def meeting_token(meeting: Meeting) -> str:
    """The secret of the meeting's link, for the QR code on the projector and the poster."""
    return unseal(meeting.token_sealed)


def _log(meeting: Meeting, verb: str, viewer: Viewer, at: datetime, **data: Any) -> None:
    record(
        viewer=viewer, verb=verb, target=f"meeting:{meeting.public_id}",
        target_name=meeting.round.key, data=data, at=at,
    )  # fmt: skip
