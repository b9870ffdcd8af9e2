"""What a round needs from the development consultant on its way to a decision."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from stillads.booklet.models import Edition
from stillads.decisions.models import CommitteeItem, HearingStep, Meeting
from stillads.trials.models import Round

from .task import Task

LOOK_AHEAD = 42  # days before the meeting when its planning begins to be asked for
SETTLED = {HearingStep.State.ANSWERED, HearingStep.State.WAIVED}


def round_tasks(today: date) -> Iterator[Task]:
    """Tasks of every round that is being evaluated or waits for its decision. Five queries."""
    rounds = list(Round.objects.filter(state__in=[Round.State.EVALUATING, Round.State.MEETING]))
    ids = [row.pk for row in rounds]
    meetings = {row.round_id: row for row in Meeting.objects.filter(round_id__in=ids)}
    published = set(
        Edition.objects.filter(booklet__round_id__in=ids).values_list("booklet__round_id", flat=True)
    )
    items = set(CommitteeItem.objects.filter(round_id__in=ids).values_list("round_id", flat=True))
    heard = _heard(ids)
    for row in rounds:
        yield from _booklet(row, published)
        yield from _meeting(row, meetings.get(row.pk), today)
        yield from _committee(row, heard, items)


def _heard(ids: list[int]) -> set[int]:
    """The rounds in which both bodies have answered or been passed over."""
    rows = (
        HearingStep.objects.filter(round_id__in=ids).order_by("pk").values_list("round_id", "body", "state")
    )
    newest = {(round_id, body): state for round_id, body, state in rows}
    return {
        pk for pk in ids if all(newest.get((pk, str(body))) in SETTLED for body in HearingStep.Body.values)
    }


def _booklet(row: Round, published: set[int]) -> Iterator[Task]:
    if row.state == Round.State.MEETING and row.pk not in published:
        yield Task(_("Publish the booklet."), row.title, "booklet", (row.key,), row.welfare_meeting)


def _meeting(row: Round, meeting: Meeting | None, today: date) -> Iterator[Task]:
    day = meeting.held_on if meeting else row.welfare_meeting
    if day is None:
        return
    if meeting is None and (day - today).days <= LOOK_AHEAD:
        yield Task(_("Plan the welfare meeting."), row.title, "meeting", (row.key,), day)
    if meeting and meeting.frozen_at is None and day <= today:
        yield Task(_("Freeze the feedback from the welfare meeting."), row.title, "meeting", (row.key,), day)


def _committee(row: Round, heard: set[int], items: set[int]) -> Iterator[Task]:
    if row.state != Round.State.MEETING or row.committee_meeting is None:
        return
    if row.pk not in heard:
        text = _("Have the elders' council and MED heard, or write why not.")
        yield Task(text, row.title, "actions", (row.key,), row.committee_meeting)
    if row.pk not in items:
        yield Task(_("Draft the committee item."), row.title, "actions", (row.key,), row.committee_meeting)
