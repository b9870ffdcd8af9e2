"""What waited on a phone, up to ten at a time: each is kept, was there, or is refused with a reason; none is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import Denied, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.register import EVENT

from ..lookup import definition_of, deployment_by
from ..models import Deployment, Entry
from ..moments import Told, occurred, on_our_clock
from ..permissions import REGISTER
from ..queries.tapping import count_of_day
from ..successors import where_on
from ..temps import TEMP, check_open_to_temps, is_temp
from .entries import Said, void, write_entry

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
    row = deployment_by(deployment)
    outcomes = [_one(row, item, sent_at, at) for item in items]
    return Sent(outcomes, count_of_day(where_on(row, local_day(at)), local_day(at)))


def _one(row: Deployment, item: Waiting, sent_at: datetime | None, at: datetime) -> Outcome:
    try:
        check_may(item.viewer, REGISTER, unit_id=row.unit_id)
        with transaction.atomic():
            again = _undo(row, item, at) if item.undo else _write(row, item, sent_at, at)
    except Denied:
        return Outcome(item.key, "refused", _("The one who tapped does not work at the unit any more."))
    except RuleError as refused:
        return Outcome(item.key, "refused", str(refused))
    return Outcome(item.key, "again" if again else "kept")


def _write(row: Deployment, item: Waiting, sent_at: datetime | None, at: datetime) -> bool:
    temp = is_temp(item.viewer)
    tapped = on_our_clock(item.told.tapped, sent_at, at)
    told = Told(tapped, item.told.days_back, item.told.clock)
    place = where_on(row, local_day(occurred(told)))
    if temp:
        check_open_to_temps(definition_of(place))
    said = Said(
        form=EVENT,
        raw=item.raw,
        key=item.key,
        participant=item.participant,
        occurred_at=occurred(told),
        tapped_at=tapped,
        as_sent=f"{item.told.tapped.isoformat()} {item.told.days_back} {item.told.clock}",
        source=TEMP if temp else "queue",
    )
    try:
        return write_entry(place, said, viewer=item.viewer, at=at).again
    except RuleError as refused:
        if place is row:
            raise
        raise RuleError(
            _("What is registered here has been changed meanwhile. %(why)s") % {"why": refused}
        ) from refused


def _undo(row: Deployment, item: Waiting, at: datetime) -> bool:
    old = Entry.objects.filter(idempotency_key=item.undo, deployment__unit_id=row.unit_id).first()
    if old is None:
        return True  # it was refused, and never counted
    return void(entry=old.public_id, reason=_("Undone on the phone"), viewer=item.viewer, at=at).again
