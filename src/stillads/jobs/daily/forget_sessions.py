"""Removes sessions that have run out."""

from datetime import datetime

from django.contrib.sessions.models import Session


def run(at: datetime) -> str:
    """Removes what nobody can be signed in with any more."""
    removed, _ = Session.objects.filter(expire_date__lt=at).delete()
    return f"{removed} sessions removed"
