"""A conversation that was noted a moment ago, for the phone to offer its undo."""

from dataclasses import dataclass
from datetime import datetime

from stillads.kernel.rules import allowed
from stillads.kernel.viewer import Viewer

from ...actions.surveys.undoing import check_can_undo
from ...models import Entry, Wish


@dataclass(frozen=True, slots=True)
class JustNoted:
    """The entry; `wish`: a wish went onto the list with it."""

    entry: str
    wish: bool


def just_noted(*, entry: str, deployment: str, viewer: Viewer, at: datetime) -> JustNoted | None:
    """One's own conversation of the last minutes; None where it is older, another's, or undone. Says nothing of it."""
    row = Entry.objects.filter(
        public_id=entry, deployment__public_id=deployment, voided_by__isnull=True
    ).first()  # fmt: skip
    if row is None or not allowed(check_can_undo, row, viewer, at):
        return None
    return JustNoted(row.public_id, Wish.objects.filter(heard_in=row.public_id).exists())
