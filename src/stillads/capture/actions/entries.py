"""Registering: one entry, once, with its sums and its line in the log; taken back by a newer entry."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.kinds.register import Register
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant, Window
from stillads.trials.rules import can_edit

from ..facts import facts_of_entry
from ..lookup import definition_of, deployment_by
from ..models import VOID, Asked, Deployment, Entry, ImportBatch, Wave
from ..openness import calendar_of, check_open
from ..participation import participant_for
from ..permissions import REGISTER, SET_UP
from ..photos import let_go, photos_of
from ..references import check_references
from ..sums import additions
from ..temps import TEMP, check_open_to_temps, is_temp
from . import buckets

CONFLICT: Final = _("That was sent before with other answers. Both cannot be kept under one name.")

# A row stands behind their entries and has moved on.
_STEPWISE: Final = {"account", "case", "desk", "plan", "presence", "wishes"}

_AHEAD: Final = timedelta(minutes=5)
_DAYS_BACK: Final = 31


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody registers.

    form         which form of the instrument; raw: what was sent, as `read_answers` takes it
    key          the sender's own name for this registration: sent again it is the same one
    participant  public id of the participant it is about
    occurred_at  when it happened (now, where empty); tapped_at: when it was written down, on a phone's queue
    answered_by  key of the standard list `who_answered`
    as_sent      the sender's own words for the moment, where it is our clock that `occurred_at` is told by: sent again
                 a minute later the same words are the same registration
    source       page, queue, temp, kiosk, link, paper, import, simulation
    subject      public id of the wish, case, plan … that it is a step of
    corrects     public id of the entry that it takes the place of, with `reason`
    unasked      a step that is completed without its form (mundtligt overleveret): no answer is required
    ongoing      a step of something that was begun in time: neither the days nor what the citizen has said since
                 are asked again (the action that takes the step has its own rule)
    """

    form: str
    raw: type_raw
    key: str
    participant: str = ""
    occurred_at: datetime | None = None
    tapped_at: datetime | None = None
    as_sent: str = ""
    answered_by: str = ""
    source: str = "page"
    subject: str = ""
    wave: Wave | None = None
    batch: ImportBatch | None = None
    corrects: str = ""
    reason: str = ""
    constructed: bool = False
    unasked: bool = False
    ongoing: bool = False
    more: Mapping[str, Any] = field(
        default_factory=dict
    )  # what the house adds to the answers: dates, numbers


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
    definition, playbook = definition_of(row), playbook_of(row.instrument.version)
    occurred = said.occurred_at or at
    digest = _digest(row, said)
    if there := _there(said.key, digest):
        return Recorded(there, again=True)
    _check_moment(row, said, occurred, at)
    old = _corrected(row, said) if said.corrects else None
    answers = {**({} if said.unasked else definition.record(said.form, said.raw)), **said.more}
    check_references(definition.forms()[said.form], answers, row, photos_of(row, old))
    participant = _participant(row, said, playbook.participation.requires)
    entry = Entry(
        deployment=row,
        version_id=row.instrument.version_id,
        site_id=row.unit_id,
        form=said.form,
        subject=said.subject,
        wave=said.wave,
        batch=said.batch,
        participant=participant,
        actor_id=viewer.person_id,
        answered_by=said.answered_by,
        occurred_at=occurred,
        local_day=local_day(occurred),
        received_at=at,
        source=said.source,
        idempotency_key=said.key,
        digest=digest,
        answers=answers,
        voids=old,
        void_reason=said.reason.strip()[:200] if old else "",
        constructed=said.constructed,
    )
    return _save(row, entry, old, viewer, at)


def _save(row: Deployment, entry: Entry, old: Entry | None, viewer: Viewer, at: datetime) -> Recorded:
    try:
        with transaction.atomic():
            entry.save(force_insert=True)
    except IntegrityError:
        if there := _there(entry.idempotency_key, entry.digest):
            return Recorded(there, again=True)
        raise Conflict(_("That registration has been taken back already.")) from None
    if old is not None:
        _sum(row, old, -1)
        let_go(row, old, entry, viewer=viewer, at=at)
    if entry.form != VOID:
        _sum(row, entry, 1)
    record(
        viewer=viewer,
        verb="capture.void" if entry.form == VOID else "capture.register",
        target=f"deployment:{row.public_id}",
        target_name=definition_of(row).title,
        unit=row.unit.key,
        data={"entry": entry.public_id, "form": entry.form, **({"voids": old.public_id} if old else {})},
        at=at,
    )
    return Recorded(entry)


def _sum(row: Deployment, entry: Entry, sign: int) -> None:
    instrument = row.instrument
    measures = playbook_of(instrument.version).measures
    made = additions(measures, instrument.key, entry.form, facts_of_entry(entry, row))
    buckets.add(row, entry.site_id, entry.local_day, made, sign)


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
        digest=_text_digest(f"void:{old.public_id}"),
        answers={},
        voids=old,
        void_reason=reason.strip()[:200],
        constructed=old.constructed,
    )
    Asked.objects.filter(entry_key=old.public_id).update(answered=False, entry_key="")
    return _save(row, taken, old, viewer, at)


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


def _check_moment(row: Deployment, said: Said, occurred: datetime, at: datetime) -> None:
    if occurred > at + _AHEAD:
        raise RuleError(_("That lies in the future. Is the clock of the phone right?"), field="occurred_at")
    definition = definition_of(row)
    back = definition.backdate_days if isinstance(definition, Register) else _DAYS_BACK
    written = said.tapped_at or at
    if said.source not in {"import", "simulation", "paper"} and local_day(occurred) < local_day(
        written
    ) - timedelta(days=back):
        raise RuleError(
            _("It can be registered at most %(n)d days afterwards.") % {"n": back}, field="occurred_at"
        )
    if said.ongoing:
        return
    windows = (
        Window.objects.filter(phase_id=row.phase_site.phase_id, key__in=definition.open.windows)
        if row.phase_site and definition.open.windows
        else ()
    )
    check_open(calendar_of(row, definition.open, list(windows)), local_day(occurred))


def _participant(row: Deployment, said: Said, requires: str) -> Participant | None:
    definition = definition_of(row)
    about = definition.about_whom if isinstance(definition, Register) else "may"
    wanted = definition.about_citizen or about == "must"
    if not said.participant:
        if wanted:
            raise RuleError(_("Choose whom it is about."), field="participant")
        return None
    return participant_for(row, said.participant, None if said.ongoing else requires)


def _corrected(row: Deployment, said: Said) -> Entry:
    old = Entry.objects.filter(public_id=said.corrects, deployment=row).first()
    if old is None:
        raise NotFound(_("There is nothing here by that name."))
    if not said.reason.strip():
        raise RuleError(_("Write why it is corrected."), field="reason")
    if Entry.objects.filter(voids=old).exists():
        raise Conflict(_("That registration has been taken back already."))
    return old


def _there(key: str, digest: str) -> Entry | None:
    row = Entry.objects.filter(idempotency_key=key).first()
    if row is not None and row.digest != digest:
        raise Conflict(CONFLICT)
    return row


def _digest(row: Deployment, said: Said) -> str:
    parts = [
        row.public_id,
        said.form,
        {name: list(texts) for name, texts in sorted(said.raw.items())},
        said.participant,
        said.as_sent or (said.occurred_at.isoformat() if said.occurred_at else ""),
        said.answered_by,
        said.subject,
        said.corrects,
    ]
    return _text_digest(json.dumps(parts, ensure_ascii=False, sort_keys=True))


def _text_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
