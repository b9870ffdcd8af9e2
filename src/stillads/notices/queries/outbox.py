"""The outbox as the consultant sees it: counts first, then the messages, newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import refusal, type_reason
from stillads.kernel.sealed import unseal
from stillads.kernel.viewer import Viewer

from ..actions.send import mail_is_set_up
from ..models import Notice
from ..rules import check_can_send_again, check_step

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One message. `recipient` is a name or unit; the reasons say why a button is off (None: it is on)."""

    public_id: str
    channel: str
    state: str
    recipient: str
    subject: str
    about: str
    created_at: datetime
    due_at: datetime
    sent_at: datetime | None
    attempts: int
    last_error: str
    again_refusal: type_reason | None
    cancel_refusal: type_reason | None
    arrived_refusal: type_reason | None


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """`counts`: (channel, state) → messages. `total` of what the filter gives."""

    rows: list[OutboxRow]
    counts: dict[tuple[str, str], int]
    total: int
    page: int
    pages: int
    mail_is_set_up: bool


def outbox(*, viewer: Viewer, channel: str = "", state: str = "", page: int = 1) -> OutboxPage:
    """Messages, newest first, 50 to a page. The look is logged: it shows names. The caller has checked
    that the viewer may see the outbox."""
    record_read(viewer=viewer, verb="notices.read_outbox", target="notices", data={"page": page})
    counts = {
        (row["channel"], row["state"]): row["n"]
        for row in Notice.objects.order_by().values("channel", "state").annotate(n=Count("pk"))
    }
    rows = Notice.objects.order_by("-created_at", "-pk")
    rows = rows.filter(channel=channel) if channel else rows
    rows = rows.filter(state=state) if state else rows
    total = sum(
        n for (of, now), n in counts.items() if (not channel or of == channel) and (not state or now == state)
    )
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    shown = [_row(notice) for notice in rows[(page - 1) * PER_PAGE : page * PER_PAGE]]
    return OutboxPage(shown, counts, total, page, pages, mail_is_set_up())


def _row(notice: Notice) -> OutboxRow:
    name = unseal(notice.name_sealed) if notice.name_sealed else notice.place_name
    return OutboxRow(
        notice.public_id, notice.channel, notice.state, name, notice.subject, notice.about,
        notice.created_at, notice.due_at, notice.sent_at, notice.attempts, notice.last_error,
        again_refusal=refusal(check_can_send_again, notice.channel, notice.state),
        cancel_refusal=refusal(check_step, notice.state, Notice.State.CANCELLED),
        arrived_refusal=refusal(check_step, notice.state, Notice.State.SENT)
        if notice.state != Notice.State.SENDING else None,
    )  # fmt: skip
