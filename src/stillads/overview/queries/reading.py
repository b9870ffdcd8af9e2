"""What a member of the committee or the elders' council comes for: booklet, meeting, item, decisions."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from stillads.booklet.models import Edition
from stillads.decisions.models import CommitteeItem, Decision, Meeting
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import COMMITTEE, COUNCIL
from stillads.trials.models import Round

MOST = 6


@dataclass(frozen=True, slots=True)
class RoundReading:
    """A round and what of it is there to read; `items` are (public id, title, day), drafts left out."""

    key: str
    title: str
    has_booklet: bool
    meeting_on: date | None
    items: tuple[tuple[str, str, date], ...]
    decisions: int


def reading_for(viewer: Viewer) -> list[RoundReading]:
    """The newest rounds with something to read, for those two roles; nothing for others. Five queries."""
    if not viewer.has_role(COMMITTEE, COUNCIL):
        return []
    booklets = set(Edition.objects.values_list("booklet__round_id", flat=True))
    meetings = dict(Meeting.objects.values_list("round_id", "held_on"))
    items: dict[int, list[tuple[str, str, date]]] = {}
    sent = CommitteeItem.objects.exclude(state=CommitteeItem.State.DRAFT).order_by("meeting_on", "pk")
    for row in sent:
        items.setdefault(row.round_id, []).append((row.public_id, row.title, row.meeting_on))
    standing = Decision.objects.filter(replaced_by__isnull=True).order_by()
    decided = dict(standing.values_list("phase__round_id").annotate(Count("pk")))
    named = booklets | set(meetings) | set(items) | set(decided)
    rounds = Round.objects.filter(pk__in=named).order_by("-start", "-pk")[:MOST]
    return [
        RoundReading(
            key=row.key,
            title=row.title,
            has_booklet=row.pk in booklets,
            meeting_on=meetings.get(row.pk),
            items=tuple(items.get(row.pk, ())),
            decisions=decided.get(row.pk, 0),
        )
        for row in rounds
    ]
