"""The committee item: drafted, edited, submitted, taken back, and the committee's own wording."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.documents.blocks import Body
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.trials.models import Round

from ..drafting import draft_sections
from ..headings import headings
from ..models import CommitteeItem
from ..permissions import WRITE_ITEM
from ..queries.hearing import open_bodies
from ..rules import check_can_edit_item, check_can_move_item, check_hearings_settled


@transaction.atomic
def draft_item(
    *,
    round_: Round,
    title: str,
    type_: str,
    committee: str,
    meeting_on: date,
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
    constructed: bool = False,
) -> CommitteeItem:
    """Makes a draft with every heading filled from evaluations and feedback where there is something."""
    check_may(viewer, WRITE_ITEM)
    item, fresh = CommitteeItem.objects.get_or_create(
        idempotency_key=idempotency_key,
        defaults={
            "round": round_, "title": title, "type": type_, "committee": committee,
            "meeting_on": meeting_on, "sections": draft_sections(round_), "constructed": constructed,
        },
    )  # fmt: skip
    if fresh:
        _log(item, "decisions.draft_item", viewer, at)
    return item


@transaction.atomic
def save_texts(
    *,
    item: CommitteeItem,
    sections: dict[str, Body],
    management_recommendation: Body,
    version: int,
    viewer: Viewer,
    at: datetime,
) -> CommitteeItem:
    """Writes the texts under the headings and, apart from them, what management recommends.

    Raises Conflict where somebody saved after `version`; nothing is written over.
    """
    check_may(viewer, WRITE_ITEM)
    item = CommitteeItem.objects.select_for_update().get(pk=item.pk)
    check_can_edit_item(item)
    if item.version != version:
        raise Conflict(
            _(
                "Somebody saved this item after you opened it. Your text is still in the form: compare and save."
            )
        )
    known = {key for key, _heading in headings()}
    written = {key: body.data() for key, body in sections.items() if key in known}
    item.sections = {**item.sections, **written}
    item.management_recommendation = management_recommendation.data()
    return _save(item, "decisions.save_texts", viewer, at)


@transaction.atomic
def submit_item(*, item: CommitteeItem, viewer: Viewer, at: datetime) -> CommitteeItem:
    """Hands the item over: content frozen with its SHA-256; hearings must be settled."""
    check_may(viewer, WRITE_ITEM)
    item = CommitteeItem.objects.select_for_update().get(pk=item.pk)
    check_can_move_item(item, CommitteeItem.State.SUBMITTED)
    check_hearings_settled(open_bodies(item.round_id))
    content = json.dumps(
        {"title": item.title, "sections": item.sections, "management": item.management_recommendation},
        ensure_ascii=False,
        sort_keys=True,
    )
    item.state, item.submitted_at, item.submitted_content = CommitteeItem.State.SUBMITTED, at, content
    item.submitted_sha256 = hashlib.sha256(content.encode()).hexdigest()
    return _save(item, "decisions.submit_item", viewer, at)


@transaction.atomic
def take_item_back(*, item: CommitteeItem, reason: str, viewer: Viewer, at: datetime) -> CommitteeItem:
    """Opens a submitted item for changes again, with a reason in the log."""
    check_may(viewer, WRITE_ITEM)
    item = CommitteeItem.objects.select_for_update().get(pk=item.pk)
    check_can_move_item(item, CommitteeItem.State.DRAFT)
    item.state, item.submitted_at = CommitteeItem.State.DRAFT, None
    return _save(item, "decisions.take_item_back", viewer, at, reason=reason)


@transaction.atomic
def record_committee_wording(
    *, item: CommitteeItem, wording: Body, follow_up: Body, viewer: Viewer, at: datetime
) -> CommitteeItem:
    """The committee's own words as in its minutes, and what management does about it."""
    check_may(viewer, WRITE_ITEM)
    item = CommitteeItem.objects.select_for_update().get(pk=item.pk)
    if item.state != CommitteeItem.State.DECIDED:
        check_can_move_item(item, CommitteeItem.State.DECIDED)
    item.state = CommitteeItem.State.DECIDED
    item.committee_wording = wording.data()
    item.management_follow_up = follow_up.data()
    return _save(item, "decisions.record_committee_wording", viewer, at)


def _save(item: CommitteeItem, verb: str, viewer: Viewer, at: datetime, **data: Any) -> CommitteeItem:
    item.version += 1
    item.save()
    _log(item, verb, viewer, at, **data)
    return item


def _log(item: CommitteeItem, verb: str, viewer: Viewer, at: datetime, **data: Any) -> None:
    record(
        viewer=viewer, verb=verb, target=f"committee_item:{item.public_id}", target_name=item.title,
        data=data, at=at,
    )  # fmt: skip
