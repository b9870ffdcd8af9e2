"""A wish that is heard while somebody answers goes onto the wish list, in the same transaction."""

from datetime import datetime
from typing import Any, Final

from stillads.kernel.viewer import Viewer
from stillads.playbooks.kinds.survey import Survey

from ...models import Deployment, Entry
from ...wish_rules import wishes_beside
from ..wishes import keep_wish

_SPOKEN: Final = {"relative": "relative", "employee": "staff"}


def hear_in_answer(row: Deployment, survey: Survey, entry: Entry, *, viewer: Viewer, at: datetime) -> None:
    """Puts what was answered to the survey's wish question onto the participant's list, once per entry.

    Nothing where nothing was wished, or where it is about nobody: a wish list is somebody's.
    """
    text = _answer(entry, survey.wish.question) if survey.wish else ""
    if survey.wish is None or entry.participant is None or not text:
        return
    keep_wish(
        wishes_beside(row, survey.wish.wishes),
        participant=entry.participant.public_id,
        text=text,
        area=_answer(entry, survey.wish.area) if survey.wish.area else "",
        on_behalf=_SPOKEN.get(entry.answered_by, "self"),
        heard_in=entry.public_id,
        idempotency_key=f"wish:{entry.public_id}",
        viewer=viewer,
        at=at,
    )


def _answer(entry: Entry, key: str) -> str:
    said: Any = entry.answers.get(key, "")
    return said.strip() if isinstance(said, str) else ""
