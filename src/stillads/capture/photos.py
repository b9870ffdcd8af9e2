"""Photos among the answers: which an entry holds, and their end when it is taken back."""

from datetime import datetime

from stillads.kernel.viewer import Viewer
from stillads.media.actions import remove_file
from stillads.media.queries import stored_file

from .lookup import definition_of
from .models import Deployment, Entry
from .references import photos_in


def photos_of(row: Deployment, entry: Entry | None) -> list[str]:
    """Public ids of the files that stand in an entry of `row`; no query."""
    if entry is None:
        return []
    items = definition_of(row).forms().get(entry.form, ())
    return [photo for _question, photo in photos_in(items, entry.answers)]


def let_go(row: Deployment, old: Entry, new: Entry, *, viewer: Viewer, at: datetime) -> None:
    """`new` takes `old` back or its place: photos that do not stand in it are gone for good."""
    for photo in set(photos_of(row, old)) - set(photos_of(row, new)):
        if stored_file(photo) is not None:
            remove_file(public_id=photo, reason=new.void_reason, viewer=viewer, at=at)
