"""What a round needs from consultant and director on its way to a decision."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.booklet.models import Edition
from stillads.decisions.models import CommitteeItem, HearingStep, Meeting
from stillads.documents.blocks import parse_body
from stillads.trials.models import Phase, Round

from .task import Task

LOOK_AHEAD = 42  # days before the meeting when its planning begins to be asked for
SETTLED = {HearingStep.State.ANSWERED, HearingStep.State.WAIVED}


def round_tasks(today: date) -> Iterator[Task]:
    """Tasks of every round that is being evaluated or waits for its decision. Six queries."""
    rounds = list(Round.objects.filter(state__in=[Round.State.EVALUATING, Round.State.MEETING]))
    ids = [row.pk for row in rounds]
    meetings = {row.round_id: row for row in Meeting.objects.filter(round_id__in=ids)}
    published = set(
        Edition.objects.filter(booklet__round_id__in=ids).values_list("booklet__round_id", flat=True)
    )
    items = {row.round_id: row for row in CommitteeItem.objects.filter(round_id__in=ids).order_by("pk")}
    undecided = dict(
        Phase.objects.filter(round_id__in=ids, state=Phase.State.EVALUATED)
        .order_by()
        .values_list("round_id")
        .annotate(Count("pk"))
    )
    heard = _heard(ids)
    for row in rounds:
        yield from _booklet(row, published)
        yield from _meeting(row, meetings.get(row.pk), today)
        yield from _committee(row, heard, items.get(row.pk))
        yield from _decisions(row, items.get(row.pk), undecided.get(row.pk, 0), today)


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


def _committee(row: Round, heard: set[int], item: CommitteeItem | None) -> Iterator[Task]:
    if row.state != Round.State.MEETING or row.committee_meeting is None:
        return
    if row.pk not in heard:
        text = _("Have the elders' council and MED heard, or write why not.")
        yield Task(text, row.title, "actions", (row.key,), row.committee_meeting)
    if item is None:
        yield Task(_("Draft the committee item."), row.title, "actions", (row.key,), row.committee_meeting)
    elif item.state == CommitteeItem.State.DRAFT:
        text = _("Finish the committee item and submit it.")
        yield Task(text, row.title, "item", (item.public_id,), item.meeting_on)


def _decisions(row: Round, item: CommitteeItem | None, undecided: int, today: date) -> Iterator[Task]:
    """Once the committee has met, what it decided is to be written down."""
    day = item.meeting_on if item else row.committee_meeting
    if row.state != Round.State.MEETING or day is None or day > today or not undecided:
        return
    text = ngettext(
        "Write down what was decided on %(n)d trial.",
        "Write down what was decided on %(n)d trials.",
        undecided,
    )
    yield Task(text % {"n": undecided}, row.title, "actions", (row.key,), day)


def management_tasks() -> Iterator[Task]:
    """Drafts in which management's own recommendation is missing: the director writes it. One query."""
    drafts = CommitteeItem.objects.filter(state=CommitteeItem.State.DRAFT).select_related("round")
    for item in drafts.order_by("meeting_on", "pk"):
        if parse_body(item.management_recommendation).is_empty():
            text = _("Write management's recommendation in the committee item.")
            yield Task(text, item.round.title, "item", (item.public_id,), item.meeting_on)
