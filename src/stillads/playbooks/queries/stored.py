"""Published versions by key."""

from ..format.playbook import Playbook
from ..loading import playbook_of
from ..models import PlaybookVersion


def stored(key: str, number: int | None = None) -> Playbook | None:
    """A published version, the newest where none is named; None where there is none. Public knowledge."""
    rows = PlaybookVersion.objects.filter(playbook__key=key, published_at__isnull=False)
    if number is not None:
        rows = rows.filter(number=number)
    row = rows.order_by("-number").first()
    return playbook_of(row) if row is not None else None
