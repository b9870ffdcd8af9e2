"""Milestones of a round: dates that somebody must act on, beside the fixed ones."""

from datetime import date, datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from ..lookup import find, round_by, type_ref
from ..models import Milestone
from ..rules import check_can_manage_rounds, check_given, check_texts


@transaction.atomic
def add_milestone(*, round_: type_ref, title: str, day: date, viewer: Viewer, at: datetime) -> Milestone:
    """A date with a title. The same title on the same day is one milestone, however often it is sent."""
    check_can_manage_rounds(viewer)
    check_given(title=title)
    check_texts(title=title)
    row, made = Milestone.objects.get_or_create(round=round_by(round_), title=title.strip(), day=day)
    if made:
        _log("trials.add_milestone", row, viewer, at)
    return row


@transaction.atomic
def edit_milestone(*, milestone: type_ref, title: str, day: date, viewer: Viewer, at: datetime) -> Milestone:
    """Another title or day."""
    check_can_manage_rounds(viewer)
    check_given(title=title)
    check_texts(title=title)
    row = find(Milestone, milestone, lock=True)
    row.title, row.day = title.strip(), day
    row.save(update_fields=["title", "day"])
    _log("trials.edit_milestone", row, viewer, at)
    return row


@transaction.atomic
def finish_milestone(*, milestone: type_ref, done: bool = True, viewer: Viewer, at: datetime) -> Milestone:
    """Ticks the milestone off, or takes the tick away."""
    check_can_manage_rounds(viewer)
    row = find(Milestone, milestone, lock=True)
    row.done_at, row.done_by = (at, viewer.name) if done else (None, "")
    row.save(update_fields=["done_at", "done_by"])
    _log("trials.finish_milestone" if done else "trials.reopen_milestone", row, viewer, at)
    return row


@transaction.atomic
def remove_milestone(*, milestone: type_ref, viewer: Viewer, at: datetime) -> None:
    """Takes the milestone away; the log remembers it."""
    check_can_manage_rounds(viewer)
    row = find(Milestone, milestone, lock=True)
    _log("trials.remove_milestone", row, viewer, at)
    row.delete()


def _log(verb: str, row: Milestone, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"round:{row.round.key}",
        target_name=row.title,
        data={"day": row.day.isoformat()},
        at=at,
    )
