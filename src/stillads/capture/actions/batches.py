"""What waited on a phone, up to ten at a time: each is kept, was there, or is refused with a reason; none is lost."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.register import EVENT

from ..lookup import deployment_by
from ..models import Deployment, Entry
from ..moments import Told, occurred, on_our_clock
from ..permissions import REGISTER
from ..queries.tapping import count_of_day
from ..successors import where_on
from ..temps import TEMP, check_open_to_temps, is_temp
from .drafting import Draft, Said, Terms, digest_of, draft
from .entries import CONFLICT, check_same, entries_by_key, void
from .writing import write

MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waited.

    key   the phone's own name for it; viewer: who tapped
    told  the moment by the phone's clock
    undo  key of the tap that it takes back; then `raw` says nothing
    """

    key: str
    viewer: Viewer
    told: Told
    raw: type_raw
    participant: str = ""
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it; `reason` in words where it was refused."""

    key: str
    result: Literal["kept", "again", "refused"]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of each, and how many stand for the day after it (None where nobody counted)."""

    outcomes: list[Outcome]
    today: int | None


@transaction.atomic
def register_batch(
    *, deployment: str, items: Sequence[Waiting], sent_at: datetime | None, viewer: Viewer, at: datetime
) -> Sent:
    """In the order in which they were tapped; one that is refused leaves the others as they are.

    `viewer` has the phone in hand and sends. Raises RuleError (more than ten), NotFound.
    """
    if len(items) > MOST:
        raise RuleError(_("At most %(n)d at a time.") % {"n": MOST})
    queue = _Queue(deployment_by(deployment), items, sent_at, at)
    for item in items:
        queue.take(item)
    queue.write()
    return Sent(queue.outcomes, count_of_day(queue.terms_on(local_day(at)).row, local_day(at)))


class _Queue:
    """Each is looked at by itself; those that are sound are written together, before an undo and at the end.

    there  what is kept under a key of the queue, or only waits to be written
    """

    def __init__(
        self, row: Deployment, items: Sequence[Waiting], sent_at: datetime | None, at: datetime
    ) -> None:
        self.outcomes: list[Outcome] = []
        self._row, self._sent_at, self._at = row, sent_at, at
        self._terms: dict[date, Terms] = {}
        self._waiting: list[Draft] = []
        self._there = entries_by_key({key for item in items for key in (item.key, item.undo) if key})

    def take(self, item: Waiting) -> None:
        try:
            check_may(item.viewer, REGISTER, unit_id=self._row.unit_id)
            again = self._undo(item) if item.undo else self._draft(item)
        except Denied:
            gone = _("The one who tapped does not work at the unit any more.")
            self.outcomes.append(Outcome(item.key, "refused", gone))
        except RuleError as refused:
            self.outcomes.append(Outcome(item.key, "refused", str(refused)))
        else:
            self.outcomes.append(Outcome(item.key, "again" if again else "kept"))

    def write(self) -> None:
        """What waits. A key that somebody else has sent in this very moment is judged by what they sent."""
        drafts, self._waiting = self._waiting, []
        write(drafts, at=self._at)
        if beaten := {each.entry.idempotency_key: each.entry for each in drafts if not each.written}:
            first = entries_by_key(beaten)
            self._there |= first
            self.outcomes = [
                _beaten(said, beaten[said.key], first[said.key])
                if said.key in beaten and said.result != "refused"
                else said
                for said in self.outcomes
            ]

    def terms_on(self, day: date) -> Terms:
        """What what happened on `day` goes by: of the register it was tapped on, or of the one that took over."""
        if day not in self._terms:
            self._terms[day] = Terms(where_on(self._row, day))
        return self._terms[day]

    def _draft(self, item: Waiting) -> bool:
        tapped = on_our_clock(item.told.tapped, self._sent_at, self._at)
        moment = occurred(Told(tapped, item.told.days_back, item.told.clock))
        terms = self.terms_on(local_day(moment))
        said = _said(terms, item, tapped, moment)
        try:
            return self._draft_of(said, terms, item.viewer)
        except RuleError as refused:
            if terms.row == self._row:
                raise
            raise RuleError(
                _("What is registered here has been changed meanwhile. %(why)s") % {"why": refused}
            ) from refused

    def _draft_of(self, said: Said, terms: Terms, viewer: Viewer) -> bool:
        if there := self._there.get(said.key):
            check_same(there, digest_of(terms.row, said))
            return True
        with transaction.atomic() if terms.takes_photos else nullcontext():
            made = draft(terms, said, viewer=viewer, at=self._at)
        self._there[said.key] = made.entry
        self._waiting.append(made)
        return False

    def _undo(self, item: Waiting) -> bool:
        self.write()
        old = self._there.get(item.undo)
        if old is None or old.site_id != self._row.unit_id:
            return True  # it was refused, and never counted
        with transaction.atomic():
            reason = _("Undone on the phone")
            return void(entry=old.public_id, reason=reason, viewer=item.viewer, at=self._at).again


def _beaten(said: Outcome, mine: Entry, first: Entry) -> Outcome:
    if mine.digest == first.digest:
        return Outcome(said.key, "again")
    return Outcome(said.key, "refused", str(CONFLICT))


def _said(terms: Terms, item: Waiting, tapped: datetime, moment: datetime) -> Said:
    temp = is_temp(item.viewer)
    if temp:
        check_open_to_temps(terms.definition)
    return Said(
        form=EVENT,
        raw=item.raw,
        key=item.key,
        participant=item.participant,
        occurred_at=moment,
        tapped_at=tapped,
        as_sent=f"{item.told.tapped.isoformat()} {item.told.days_back} {item.told.clock}",
        source=TEMP if temp else "queue",
    )
