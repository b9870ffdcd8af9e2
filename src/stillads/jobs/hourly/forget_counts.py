"""Removes counts of tries that are no longer counted."""

from datetime import datetime

from stillads.organisation.models import SharedCount


def run(at: datetime) -> str:
    """Removes what has run out; what is read again before then is removed by its reader."""
    removed, _ = SharedCount.objects.filter(expires__lt=at).delete()
    return f"{removed} counts removed"
