"""What a person does with a message in the outbox."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ..models import Notice
from ..rules import check_can_send_again, check_step

S = Notice.State


def mark_printed(*, public_ids: Iterable[str], viewer: Viewer, at: datetime) -> int:
    """Letters or poster lines that were printed. Those printed already stay; returns how many were new."""
    wanted = list(public_ids)
    with transaction.atomic():
        waiting = Notice.objects.select_for_update().exclude(channel=Notice.Channel.EMAIL)
        found = list(waiting.filter(public_id__in=wanted, state=S.WAITING))
        for notice in found:
            _step(notice, S.PRINTED, viewer=viewer, at=at)
    return len(found)


def mark_sent(*, public_id: str, viewer: Viewer, at: datetime) -> None:
    """A message of which nobody knew: a person says that it arrived."""
    _decide(public_id, S.SENT, viewer, at)


def send_again(*, public_id: str, viewer: Viewer, at: datetime) -> None:
    """Once more: after a failure, after doubt, or a print that went wrong. Attempts start from nothing."""
    _decide(public_id, S.WAITING, viewer, at)


def cancel(*, public_id: str, viewer: Viewer, at: datetime) -> None:
    """The message shall not leave."""
    _decide(public_id, S.CANCELLED, viewer, at)


def _decide(public_id: str, to: str, viewer: Viewer, at: datetime) -> None:
    with transaction.atomic():
        notice = Notice.objects.select_for_update().filter(public_id=public_id).first()
        if notice is None:
            raise NotFound(_("The message is no longer in the outbox."))
        if to == S.WAITING:
            check_can_send_again(notice.channel, notice.state)
        _step(notice, to, viewer=viewer, at=at)


def _step(notice: Notice, to: str, *, viewer: Viewer, at: datetime) -> None:
    check_step(notice.state, to)
    notice.state = to
    if to in {S.SENT, S.PRINTED}:
        notice.sent_at = at
    if to == S.WAITING:
        notice.attempts, notice.due_at, notice.sent_at, notice.last_error = 0, at, None, ""
    notice.save(update_fields=["state", "sent_at", "due_at", "attempts", "last_error"])
    data = {"notice": notice.public_id}
    record(viewer=viewer, verb=f"notices.{to}", target=notice.about, data=data, at=at)
