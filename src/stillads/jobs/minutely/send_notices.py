"""Sends the e-mails of the outbox that are due."""

from datetime import datetime

from stillads.notices.actions import send_due


def run(at: datetime) -> str:
    """Each message at most once, see `notices.actions.send`."""
    sent = send_due(at=at)
    return f"{sent.sent} sent, {sent.later} later, {sent.failed} failed, {sent.uncertain} uncertain"
