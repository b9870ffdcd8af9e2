"""Sending what is due: never twice, and nothing lost.

Each message is claimed (state `sending`, committed) before the mail server is asked, and marked
afterwards. A worker that dies in between leaves a claimed message; nobody can know whether the
server took it, so it is not sent again by itself but becomes `uncertain`, and a person decides.
Whatever surely did not leave is tried again, later and later.
"""

from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.clock import now
from stillads.kernel.viewer import system_viewer

from ..mail import Delivery, MailServer, Outcome
from ..models import Notice
from ..rules import LOST_AFTER, next_attempt

S = Notice.State


class Sent(NamedTuple):
    """What one run did, in messages."""

    sent: int = 0
    later: int = 0
    failed: int = 0
    uncertain: int = 0


def send_due(*, at: datetime, limit: int = 200) -> Sent:
    """Sends the e-mails that are due, oldest first, over one connection. Called every minute.

    Does nothing where no mail server is set up (STILLADS_SMTP_HOST): messages wait. A server that
    cannot be reached counts as one attempt for the first message only.
    """
    uncertain = _give_up_lost(at)
    if not mail_is_set_up():
        return Sent(uncertain=uncertain)
    counts = {Outcome.SENT: 0, Outcome.LATER: 0, Outcome.REFUSED: 0, Outcome.UNKNOWN: uncertain}
    with MailServer() as server:
        for pk in _due(at, limit):
            notice = _claim(pk, at)
            if notice is None:
                continue  # another worker was first
            delivery = server.deliver(notice)
            counts[_settle(notice, delivery)] += 1
            if delivery.unreachable:
                break
    return Sent(*counts.values())


def mail_is_set_up() -> bool:
    """Is there a mail server to send through (or a test's stand-in)?"""
    return bool(settings.EMAIL_HOST) or not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")


def _due(at: datetime, limit: int) -> list[int]:
    waiting = Notice.objects.filter(channel=Notice.Channel.EMAIL, state=S.WAITING, due_at__lte=at)
    return list(waiting.order_by("due_at", "pk").values_list("pk", flat=True)[:limit])


def _claim(pk: int, at: datetime) -> Notice | None:
    with transaction.atomic(durable=True):  # committed before the server is asked
        mine = Notice.objects.filter(pk=pk, state=S.WAITING).update(state=S.SENDING, claimed_at=at)
    return Notice.objects.get(pk=pk) if mine else None


def _give_up_lost(at: datetime) -> int:
    with transaction.atomic():
        lost = Notice.objects.filter(state=S.SENDING, claimed_at__lt=at - LOST_AFTER)
        return lost.update(state=S.UNCERTAIN, last_error="worker stopped while sending")


def _settle(notice: Notice, delivery: Delivery) -> Outcome:
    """Writes down what became of a claimed message; gives the outcome as it counts."""
    at = now()
    outcome = delivery.outcome
    notice.attempts += 1
    notice.last_error = delivery.error[:300]
    if outcome is Outcome.SENT:
        notice.state, notice.sent_at = S.SENT, at
    elif outcome is Outcome.UNKNOWN:
        notice.state = S.UNCERTAIN
    elif outcome is Outcome.LATER and (again := next_attempt(notice.attempts, at)):
        notice.state, notice.due_at = S.WAITING, again
    else:
        notice.state, outcome = S.FAILED, Outcome.REFUSED
    with transaction.atomic():
        notice.save(update_fields=["state", "sent_at", "due_at", "attempts", "last_error"])
        record(
            viewer=system_viewer("send-notices"),
            verb=f"notices.{notice.state}",
            target=notice.about,
            data={"notice": notice.public_id, "attempt": notice.attempts, "error": notice.last_error},
            at=at,
        )
    return outcome
