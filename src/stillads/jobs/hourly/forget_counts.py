"""Removes counts of tries, and of answers by open links, that are no longer counted."""

from datetime import datetime

from stillads.capture.actions.surveys.pace import forget_counts
from stillads.organisation.models import SharedCount


def run(at: datetime) -> str:
    """Removes what has run out; what is read again before then is removed by its reader."""
    removed, _ = SharedCount.objects.filter(expires__lt=at).delete()
    return f"{removed + forget_counts(at)} counts removed"
