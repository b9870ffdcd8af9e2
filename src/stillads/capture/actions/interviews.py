"""Notes of a focus group, an interview or an observation, and the passages that are coded from them."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import COPENHAGEN, local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.answers import type_raw

from ..interview_rules import PASSAGE, SESSION, check_passage, interview_of, living, root_of
from ..lookup import deployment_by
from ..models import Deployment, Entry
from ..permissions import REGISTER
from .entries import Recorded, Said, write_entry


@transaction.atomic
def note_session(
    *,
    deployment: str,
    raw: type_raw,
    key: str,
    session: str = "",
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Recorded:
    """The notes of one session; with `session` (the name it has) they take the place of those written before.

    Raises Denied, NotFound, Invalid (a reason per field), Conflict (corrected by somebody else meanwhile).
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    answers = interview_of(row).record(SESSION, raw)
    old = session_of(row, session) if session else None
    said = Said(
        form=SESSION, raw=raw, key=key, occurred_at=_held_at(answers["held_on"], at), source="paper",
        subject=root_of(old) if old else "", corrects=old.public_id if old else "",
        reason=str(_("Notes corrected")) if old else "", constructed=constructed,
    )  # fmt: skip
    return write_entry(row, said, viewer=viewer, at=at)


@transaction.atomic
def code_passage(
    *,
    deployment: str,
    session: str,
    raw: type_raw,
    key: str,
    passage: str = "",
    constructed: bool = False,
    viewer: Viewer,
    at: datetime,
) -> Recorded:
    """Something said or seen, coded to themes. `passage` (public id) is the one whose place it takes.

    It counts on the day of its session. Raises as `note_session`; Invalid too where a role is missing or is a name.
    """
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    held = session_of(row, session)
    check_passage(interview_of(row).record(PASSAGE, raw))
    said = Said(
        form=PASSAGE, raw=raw, key=key, occurred_at=held.occurred_at, source="paper", subject=root_of(held),
        corrects=passage, reason=str(_("Coded anew")) if passage else "", constructed=constructed,
    )  # fmt: skip
    return write_entry(row, said, viewer=viewer, at=at)


def session_of(row: Deployment, ref: str) -> Entry:
    """The newest notes of the session named `ref`. Raises NotFound."""
    for entry in living(row, SESSION):
        if root_of(entry) == ref:
            return entry
    raise NotFound(_("There is nothing here by that name."))


def _held_at(day: str, at: datetime) -> datetime:
    """Noon of the day, or now where that is yet to come."""
    noon = datetime.combine(date.fromisoformat(day), datetime.min.time(), COPENHAGEN).replace(hour=12)
    return min(noon, at) if noon.date() == local_day(at) else noon
