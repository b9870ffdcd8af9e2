"""The running texts: description, assessment, what made the greatest impression."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ..bodies import read_body, type_text
from ..models import TextField
from .saving import Saved, held_for_writing, save_over


@transaction.atomic
def save_text(
    *, phase: str, key: str, text: type_text, version: int | None = None, viewer: Viewer, at: datetime
) -> Saved:
    """Saves one text: `key` is description, assessment or impression; `text` as typed, or a Body.

    version  the one the writer began from. If somebody saved since, the text is kept beside theirs
             (`Saved.kept`) and both are shown until one is chosen.
    Raises RuleError with field `text` for a CPR number or an unknown number reference.
    """
    evaluation = held_for_writing(phase, viewer)
    row = TextField.objects.filter(evaluation=evaluation, key=key).first()
    if row is None:
        raise NotFound(_("The evaluation has no such text."))
    body = read_body(text, evaluation.phase)
    return save_over(
        row,
        {"body": body.data()},
        evaluation=evaluation,
        target=f"text:{key}",
        version=version,
        viewer=viewer,
        at=at,
    )
