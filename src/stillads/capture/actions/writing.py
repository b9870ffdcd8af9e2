"""Writing entries with their lines in the log and their sums: in the caller's transaction, all of them together."""

from collections.abc import Sequence
from datetime import datetime

from stillads.audit.actions.record import event, record_all
from stillads.audit.models import AuditEvent
from stillads.kernel.adding import add_new
from stillads.playbooks.loading import playbook_of

from ..facts import facts_of_entry
from ..lookup import definition_of
from ..models import VOID, Deployment, Entry
from ..photos import let_go
from ..sums import additions
from . import buckets
from .drafting import Draft


def write(drafts: Sequence[Draft], *, at: datetime) -> None:
    """Three statements, however many drafts there are.

    A draft whose key was there already, or whose `old` was taken back already, is left out with all that would follow
    from it: it is then not `written`.
    """
    add_new([draft.entry for draft in drafts])
    written = [draft for draft in drafts if draft.written]
    record_all([_logged(draft, at) for draft in written])
    for draft in written:
        if draft.old is not None:
            let_go(draft.entry.deployment, draft.old, draft.entry, viewer=draft.viewer, at=at)
    buckets.add_many(
        each for draft in written for each in _sums(draft)
    )  # last: the rows that others wait for


def _sums(draft: Draft) -> list[buckets.type_addition]:
    row = draft.entry.deployment
    made = [] if draft.old is None else _sums_of(row, draft.old, -1)
    return made if draft.entry.form == VOID else made + _sums_of(row, draft.entry, 1)


def _sums_of(row: Deployment, entry: Entry, sign: int) -> list[buckets.type_addition]:
    instrument = row.instrument
    measures = playbook_of(instrument.version).measures
    made = additions(measures, instrument.key, entry.form, facts_of_entry(entry, row))
    return buckets.placed(row, entry.site_id, entry.local_day, made, sign)


def _logged(draft: Draft, at: datetime) -> AuditEvent:
    entry, old, row = draft.entry, draft.old, draft.entry.deployment
    return event(
        viewer=draft.viewer,
        verb="capture.void" if entry.form == VOID else "capture.register",
        target=f"deployment:{row.public_id}",
        target_name=definition_of(row).title,
        unit=row.unit.key,
        data={"entry": entry.public_id, "form": entry.form, **({"voids": old.public_id} if old else {})},
        at=at,
    )
