"""Rounds: make one, name it anew, take it a step on."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.dates import last_day
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer

from ..lookup import round_by, type_ref
from ..models import Round
from ..rules import (
    check_can_manage_rounds,
    check_can_step_round,
    check_given,
    check_round_dates,
    check_round_key,
    check_texts,
    check_version,
    undecided,
)
from .step import born, take_step

DEFAULT_DAYS = 100
EVALUATION_DAYS = 28


@transaction.atomic
def create_round(
    *,
    key: str,
    title: str,
    start: date,
    end: date | None = None,
    baseline_start: date | None = None,
    evaluation_deadline: date | None = None,
    welfare_meeting: date | None = None,
    committee_meeting: date | None = None,
    constructed: bool = False,
    idempotency_key: str | None = None,
    viewer: Viewer,
    at: datetime,
) -> Round:
    """A new, planned round. Without `end` it lasts 100 days; without a deadline, four weeks are added.

    Sent again with the same idempotency key it gives the round already made.
    Raises Denied, Invalid, RuleError (key, order of dates), Conflict (the key is taken).
    """
    check_can_manage_rounds(viewer)
    if idempotency_key and (made := Round.objects.filter(idempotency_key=idempotency_key).first()):
        return made
    check_given(title=title)
    check_texts(title=title)
    check_round_key(key)
    end = end or last_day(start, DEFAULT_DAYS)
    days = {
        "baseline_start": baseline_start,
        "start": start,
        "end": end,
        "evaluation_deadline": evaluation_deadline or last_day(end, EVALUATION_DAYS + 1),
        "welfare_meeting": welfare_meeting,
        "committee_meeting": committee_meeting,
    }
    check_round_dates(**days)  # type: ignore[arg-type]  # start, end and deadline are never None here
    if Round.objects.filter(key=key).exists():
        raise Conflict(_("There is a round with that number already."), field="key")
    made = Round.objects.create(
        key=key, title=title.strip(), constructed=constructed, idempotency_key=idempotency_key or None, **days
    )
    born(made, viewer=viewer, at=at)
    record(viewer=viewer, verb="trials.create_round", target=f"round:{key}", target_name=title, at=at)
    return made


@transaction.atomic
def rename_round(
    *, round_: type_ref, title: str, version: int | None = None, viewer: Viewer, at: datetime
) -> Round:
    """Gives the round another title. The key never changes: booklets and addresses carry it."""
    check_can_manage_rounds(viewer)
    check_given(title=title)
    check_texts(title=title)
    row = round_by(round_, lock=True)
    check_version(row, version)
    row.title, row.version = title.strip(), row.version + 1
    row.save(update_fields=["title", "version"])
    record(viewer=viewer, verb="trials.rename_round", target=f"round:{row.key}", target_name=title, at=at)
    return row


@transaction.atomic
def step_round(*, round_: type_ref, target: str, reason: str = "", viewer: Viewer, at: datetime) -> Round:
    """Takes the round to another state of its table. With its last decision it takes that step by itself."""
    check_can_manage_rounds(viewer)
    check_texts(reason=reason)
    row = round_by(round_, lock=True)
    check_can_step_round(row, target, left=undecided(row))
    take_step(row, target, viewer=viewer, at=at, reason=reason)
    return row
