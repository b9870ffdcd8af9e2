"""Forgetting who a message was to, when it has been out long enough."""

from datetime import datetime

from django.db import transaction

from ..models import Notice
from ..rules import KEEP_AFTER_SENT

S = Notice.State


def erase_sent(*, at: datetime) -> int:
    """Erases name, address and text of what left (or was given up) longer ago than rules.KEEP_AFTER_SENT.

    That a message was sent, when, and about what, stays. Returns how many were erased.
    """
    with transaction.atomic():
        old = Notice.objects.filter(created_at__lt=at - KEEP_AFTER_SENT, body_sealed__isnull=False)
        left = old.filter(state__in=[S.SENT, S.PRINTED], sent_at__lt=at - KEEP_AFTER_SENT)
        dropped = old.filter(state__in=[S.FAILED, S.CANCELLED])
        gone = {"name_sealed": None, "address_sealed": None, "body_sealed": None}
        return left.update(**gone) + dropped.update(**gone)
