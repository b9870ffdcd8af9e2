"""A conversation that was noted by mistake: taken back on the phone for a while, the wish of the same tap with it."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ...lookup import deployment_by
from ...models import Asked, Entry, Wish
from ...survey_rules import survey_of
from ...wish_rules import wish_by
from ..entries import void
from ..wishes import take_back_wish
from .anonymous import FORM
from .residents import take_yes_back

WITHIN: Final = timedelta(minutes=15)
"""So long the phone offers it. Later a manager takes it back, with a reason, among the registrations."""


def check_can_undo(entry: Entry, viewer: Viewer, at: datetime) -> None:
    """Raises RuleError: only one's own conversation, and only for a while."""
    if entry.wave_id is None or entry.form != FORM or entry.source != "phone":
        raise NotFound(_("There is nothing here by that name."))
    if viewer.person_id is None or entry.actor_id != viewer.person_id:
        raise RuleError(_("Somebody else noted that conversation. Ask that colleague or your manager."))
    if at > entry.received_at + WITHIN:
        raise RuleError(
            _("A conversation can be undone for %(n)d minutes. Ask your manager to take it back.")
            % {"n": WITHIN.seconds // 60}
        )


@transaction.atomic
def undo_conversation(*, entry: str, viewer: Viewer, at: datetime) -> bool:
    """Takes one's own conversation back. Returns whether its wish stays, because somebody has acted on it.

    Raises NotFound, RuleError (somebody else's, too late). Undone twice is once.
    """
    row = Entry.objects.filter(public_id=entry).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    check_can_undo(row, viewer, at)
    reason = _("Undone on the phone")
    void(entry=row.public_id, reason=reason, viewer=viewer, at=at)
    # whoever came onto the list by this conversation alone (they have no link) leaves it again
    if row.participant is not None:
        mine = Asked.objects.filter(wave=row.wave, participant=row.participant)
        mine.filter(token_hash__isnull=True, answered=False).delete()
    take_yes_back(survey_of(deployment_by(row.deployment_id)), row, viewer=viewer, at=at)
    heard = Wish.objects.filter(heard_in=row.public_id).values_list("public_id", flat=True).first()
    return heard is not None and not take_back_wish(
        wish_by(heard, lock=True), reason=reason, viewer=viewer, at=at
    )
