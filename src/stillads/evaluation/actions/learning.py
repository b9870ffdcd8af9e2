"""What was learnt: kept with the phase, whatever is decided."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer

from ..bodies import read_written, type_text
from ..models import LearningNote
from ..rules import check_takes_part
from ..standing import standing_before
from .saving import Saved, phase_of


@transaction.atomic
def save_learning_note(
    *, phase: str, text: type_text, version: int | None = None, viewer: Viewer, at: datetime
) -> Saved:
    """Writes or rewrites the learning note; allowed in every state, also when the evaluation is locked.

    Raises Conflict where somebody saved since `version`: nothing is written over.
    """
    row = phase_of(phase, hold=True)
    check_takes_part(standing_before(row), viewer)
    body = read_written(text, row).data()
    note = LearningNote.objects.filter(phase=row).first()
    if note is None:
        note = LearningNote.objects.create(phase=row, body=body, by=viewer.name[:200], at=at)
    elif note.body != body:
        if version is not None and note.version != version:
            raise Conflict(
                _("Somebody else has written here meanwhile. Read theirs first, then save once more."),
                field="text",
            )
        note.body, note.by, note.at, note.version = body, viewer.name[:200], at, note.version + 1
        note.save(update_fields=["body", "by", "at", "version"])
    record(
        viewer=viewer,
        verb="evaluation.save_learning_note",
        target=f"phase:{phase}",
        target_name=row.trial.title,
        at=at,
    )
    return Saved(note.public_id, note.version)
