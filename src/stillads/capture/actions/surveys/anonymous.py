"""Keeping an answer that nobody can lead back to anyone.

Kept is a row with a random key, the day and the answers, and what it adds to the daily sums: no line in the
log, no moment, no sender. That somebody has answered is a mark on the list of those asked. Both are written
in one transaction, and a database remembers which rows a transaction wrote (PostgreSQL's `xmin`, the order of
rows on disk); so all rows of the wave's list are written at once, each as it was but the one, and the answers
lie in the order of their random keys (SQLite) or are the only thing that has an order at all.
"""

import hashlib
from datetime import datetime

from django.db.models import BooleanField, Case, F, Value, When

from stillads.kernel.clock import local_day
from stillads.kernel.ids import public_id
from stillads.kernel.rules import Conflict
from stillads.playbooks.format.answers import type_raw
from stillads.playbooks.loading import playbook_of

from ...facts import facts_of_anonymous
from ...models import AnonymousEntry, Asked, Deployment, Wave
from ...references import check_references
from ...sums import additions
from .. import buckets
from ..entries import CONFLICT

FORM = "answer"


def keep_anonymous(
    row: Deployment, wave: Wave, raw: type_raw, *, key: str = "", at: datetime, constructed: bool = False
) -> bool:
    """Keeps one answer, inside the caller's transaction. Returns whether it was there already.

    key  what only the sender knows (a sheet's code, a number in the page): the same one is kept once. What is
         stored is made from it and cannot be turned back.
    Raises Invalid (a reason per field), Conflict (the key came with other answers).
    """
    survey = playbook_of(row.instrument.version).instrument(row.instrument.key)
    answers = survey.record(FORM, raw)
    check_references(survey.forms()[FORM], answers, row)
    stored = _stored(wave, key) if key else public_id(32)
    there = AnonymousEntry.objects.filter(key=stored).first() if key else None
    if there is not None:
        if there.answers != answers:
            raise Conflict(CONFLICT)
        return True
    entry = AnonymousEntry(
        key=stored, deployment=row, version_id=row.instrument.version_id, site_id=row.unit_id, wave=wave,
        day=min(local_day(at), wave.closes_on), answers=answers, constructed=constructed,
    )  # fmt: skip
    entry.save(force_insert=True)
    measures = playbook_of(row.instrument.version).measures
    made = additions(measures, row.instrument.key, FORM, facts_of_anonymous(entry, row))
    buckets.add(row, entry.site_id, entry.day, made)
    return False


def _stored(wave: Wave, key: str) -> str:
    return hashlib.sha256(f"{wave.public_id}\n{key}".encode()).hexdigest()[:32]


def mark_answered(asked: Asked) -> None:
    """Puts the mark on one row by writing every row of the wave, so that no row tells when or with what."""
    Asked.objects.filter(wave_id=asked.wave_id).update(
        answered=Case(
            When(pk=asked.pk, then=Value(True)), default=F("answered"), output_field=BooleanField()
        ),
        declined_why=Case(When(pk=asked.pk, then=Value("")), default=F("declined_why")),
    )
