"""Registering: one entry, once, with its sums and its line in the log; taken back by a newer entry."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import CharField
from django.utils.translation import gettext_lazy as _

from stillads.kernel.prepared import Parameter, Prepared
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may
from stillads.trials.rules import can_edit

from ..lookup import definition_of, deployment_by
from ..models import VOID, Asked, Deployment, Entry
from ..permissions import REGISTER, SET_UP
from ..temps import TEMP, check_open_to_temps, is_temp
from .drafting import Draft, Said, Terms, digest_of, draft, text_digest
from .writing import write

__all__ = [
    "CONFLICT", "Recorded", "Said", "check_can_void", "check_same", "entries_by_key", "register", "void",
    "write_entry",
]  # fmt: skip

CONFLICT: Final = _("That was sent before with other answers. Both cannot be kept under one name.")

# A row stands behind their entries and has moved on.
_STEPWISE: Final = {"account", "case", "desk", "plan", "presence", "wishes"}

_BY_KEY: Final = Prepared(lambda: Entry.objects.filter(idempotency_key=Parameter("key", CharField())))


@dataclass(frozen=True, slots=True)
class Recorded:
    """The entry; `again` where it was there already, sent with the same key."""

    entry: Entry
    again: bool = False


@transaction.atomic
def register(*, deployment: int | str, said: Said, viewer: Viewer, at: datetime) -> Recorded:
    """One registration by somebody who works at the unit.

    Raises Denied, NotFound, RuleError (closed, wrong clock, no participation), Invalid (a reason per field),
    Conflict (the key was used for something else).
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    if is_temp(viewer):
        check_open_to_temps(definition_of(row))
        said = replace(said, source=TEMP)
    return write_entry(row, said, viewer=viewer, at=at)


def write_entry(row: Deployment, said: Said, *, viewer: Viewer, at: datetime) -> Recorded:
    """The same without asking who may: for actions that have asked, inside their transaction.

    `row` comes from `lookup.deployment_by`.
    """
    if there := _there(said.key, digest_of(row, said)):
        return Recorded(there, again=True)
    return _save(draft(Terms(row), said, viewer=viewer, at=at), at)


def _save(made: Draft, at: datetime) -> Recorded:
    write([made], at=at)
    if made.written:
        return Recorded(made.entry)
    if there := _there(made.entry.idempotency_key, made.entry.digest):
        return Recorded(there, again=True)
    raise Conflict(_("That registration has been taken back already."))


@transaction.atomic
def void(
    *, entry: str, reason: str, key: str = "", moves_row: bool = False, viewer: Viewer, at: datetime
) -> Recorded:
    """Takes a registration back: a newer entry says so, with the reason; the sums are subtracted.

    moves_row  the caller puts back the row that the entry was a step of, in the same transaction

    The one who registered it, and those who set up registrations at the unit. Taken back twice is once.
    """
    old = Entry.objects.filter(public_id=entry).first()
    if old is None:
        raise NotFound(_("There is nothing here by that name."))
    row = deployment_by(old.deployment_id)
    check_can_void(row, old, viewer)
    if there := Entry.objects.filter(voids=old).first():
        return Recorded(there, again=True)
    if old.form == VOID:
        raise RuleError(_("What was taken back cannot be taken back again. Register it anew."))
    if old.subject and row.instrument.kind in _STEPWISE and not moves_row:
        raise RuleError(
            _("One step of several cannot be taken back by itself. Write what is right as the next one.")
        )
    taken = Entry(
        deployment=row,
        version_id=old.version_id,
        site_id=old.site_id,
        form=VOID,
        subject=old.subject,
        wave_id=old.wave_id,
        participant_id=old.participant_id,
        actor_id=viewer.person_id,
        occurred_at=old.occurred_at,
        local_day=old.local_day,
        received_at=at,
        source=old.source,
        idempotency_key=key or f"void:{old.public_id}",
        digest=text_digest(f"void:{old.public_id}"),
        answers={},
        voids=old,
        void_reason=reason.strip()[:200],
        constructed=old.constructed,
    )
    Asked.objects.filter(entry_key=old.public_id).update(answered=False, entry_key="")
    return _save(Draft(taken, viewer, old), at)


def check_can_void(row: Deployment, old: Entry, viewer: Viewer) -> None:
    """The one who registered it, those who set up registrations at the unit, and those whose trial it is."""
    if viewer.person_id is not None and viewer.person_id == old.actor_id:
        return
    if may(viewer, SET_UP, unit_id=row.unit_id):
        return
    if row.phase_site is not None and can_edit(row.phase_site.phase.trial, viewer):
        return
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    if old.actor_id is not None or (is_temp(viewer) and old.source != TEMP):
        raise Denied(_("Somebody else registered it. Ask that colleague or your manager to take it back."))


def entries_by_key(keys: Iterable[str]) -> dict[str, Entry]:
    """What is kept under those keys. One query."""
    wanted = list(keys)
    rows = (
        _BY_KEY.all(key=wanted[0]) if len(wanted) == 1 else Entry.objects.filter(idempotency_key__in=wanted)
    )
    return {row.idempotency_key: row for row in rows}


def check_same(there: Entry, digest: str) -> None:
    """Raises Conflict where something else was sent under the key of `there`."""
    if there.digest != digest:
        raise Conflict(CONFLICT)


def _there(key: str, digest: str) -> Entry | None:
    row = _BY_KEY.first(key=key)
    if row is not None:
        check_same(row, digest)
    return row
