"""Writing a message into the outbox, in the transaction of the deed it tells of."""

from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.sealed import seal
from stillads.kernel.viewer import Viewer

from ..models import Notice


def enqueue(
    *,
    channel: str,
    recipient_name: str,
    address: str,
    subject: str,
    body: str,
    about: str,
    dedup_key: str,
    viewer: Viewer,
    at: datetime,
    due_at: datetime | None = None,
) -> Notice:
    """Puts a message in the outbox; with a `dedup_key` that is there already, gives back that one.

    channel         `email`, `letter` or `poster`
    recipient_name  who it is to; of a poster line the unit's name
    address         e-mail address, postal address over several lines, or the unit's public id
    body            plain text; a blank line parts paragraphs
    about           kind and public id of what it tells of: `idea:h7k2…`
    due_at          not before; default at once
    Raises RuntimeError outside a transaction, RuleError for a missing address.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("notices.enqueue belongs inside the action's transaction")
    if not address.strip():
        raise RuleError(_("There is no address to send the message to."), field="address")
    poster = channel == Notice.Channel.POSTER
    notice, created = Notice.objects.get_or_create(
        dedup_key=dedup_key,
        defaults={
            "channel": Notice.Channel(channel),
            "name_sealed": None if poster else seal(recipient_name),
            "address_sealed": None if poster else seal(address.strip()),
            "place": address if poster else "",
            "place_name": recipient_name[:160] if poster else "",
            "subject": " ".join(subject.split())[:200],
            "body_sealed": seal(body.strip()),
            "about": about,
            "created_at": at,
            "due_at": due_at or at,
        },
    )
    if created:
        data = {"channel": channel, "notice": notice.public_id}
        record(viewer=viewer, verb="notices.enqueue", target=about, data=data, at=at)
    return notice
