"""The overall rating, one for each perspective."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer

from ..bodies import check_text
from ..models import Rating
from ..words import RATINGS
from .saving import Saved, held_for_writing, save_over


@transaction.atomic
def set_rating(
    *,
    phase: str,
    perspective: str,
    value: int | None,
    why: str,
    constructed: bool = False,
    version: int | None = None,
    viewer: Viewer,
    at: datetime,
) -> Saved:
    """Rates one perspective from −2 to 2, or leaves it unrated (None) on purpose; `why` is always needed.

    Raises RuleError with field `value` or `why`.
    """
    evaluation = held_for_writing(phase, viewer)
    row = Rating.objects.filter(evaluation=evaluation, perspective=perspective).first()
    if row is None:
        raise NotFound(_("There is no such perspective."))
    if value is not None and value not in RATINGS:
        raise RuleError(_("Choose one of the five steps, or “not rated”."), field="value")
    if not why.strip():
        raise RuleError(_("Write why in a sentence."), field="why")
    check_text(why=why)
    return save_over(
        row,
        {"value": value, "why": why.strip()[:400], "constructed": constructed},
        evaluation=evaluation,
        target=f"rating:{perspective}",
        version=version,
        viewer=viewer,
        at=at,
    )
