"""The meeting as it is shown: agenda, and feedback with the disagreement left in."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from statistics import mean

from django.conf import settings

from stillads.kernel.ids import token_hash
from stillads.kernel.rules import NotFound

from ..models import AgendaItem, Feedback, Meeting

FEW = "few"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item: its phase may be missing (welcome, break)."""

    public_id: str
    title: str
    presenters: str
    minutes: int
    order: int
    phase_id: int | None
    phase_public_id: str
    answers: int
    constructed: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting with its agenda."""

    pk: int
    public_id: str
    round_key: str
    round_title: str
    held_on: date
    starts_at: time | None
    place: str
    opens_at: datetime | None
    closes_at: datetime | None
    frozen_at: datetime | None
    frozen_by: str
    sha256: str
    agenda: list[AgendaLine]

    @property
    def minutes(self) -> int:
        """How long the agenda takes."""
        return sum(line.minutes for line in self.agenda)


@dataclass(frozen=True, slots=True)
class RoleFeedback:
    """What one role said: n answers, means over those who answered, wishes counted, texts.

    `role` is FEW where roles with too few answers to be shown apart (`of`) are taken together; where
    they are still too few, means and wishes are withheld, and it says so.
    """

    role: str
    n: int
    value_mean: float | None
    value_n: int
    ready_mean: float | None
    ready_n: int
    wishes: dict[str, int]
    texts: list[str]
    of: tuple[str, ...] = ()
    withheld: bool = False

    @property
    def favourites(self) -> tuple[str, ...]:
        """What most of them wish: several where as many wish one thing as another."""
        most = max(self.wishes.values(), default=0)
        return tuple(wish for wish, count in self.wishes.items() if count == most)


@dataclass(frozen=True, slots=True)
class ItemFeedback:
    """All roles' feedback on one item.

    `split`: no wish is the most frequent one of every role whose answers are shown, alone or together with
    others. What is withheld says nothing here, neither agreement nor disagreement.
    """

    item_public_id: str
    title: str
    n: int
    roles: list[RoleFeedback]
    split: bool
    constructed: bool = field(default=False)


def meeting_of_round(round_key: str) -> MeetingPage | None:
    """The round's meeting, or None where none is planned yet. Three queries."""
    meeting = Meeting.objects.filter(round__key=round_key).select_related("round").first()
    return _page(meeting) if meeting else None


def meeting_by_token(token: str) -> tuple[Meeting, MeetingPage]:
    """The meeting behind a link's secret; NotFound for any other."""
    meeting = Meeting.objects.filter(token_hash=token_hash(token)).select_related("round").first()
    if meeting is None:
        raise NotFound("no such meeting")
    return meeting, _page(meeting)


def _page(meeting: Meeting) -> MeetingPage:
    counts = Counter(Feedback.objects.filter(item__meeting=meeting).values_list("item_id", flat=True))
    agenda = [
        AgendaLine(
            item.public_id, item.title, item.presenters, item.minutes, item.order, item.phase_id,
            item.phase.public_id if item.phase else "", counts[item.pk], item.constructed,
        )
        for item in AgendaItem.objects.filter(meeting=meeting).select_related("phase__trial")
    ]  # fmt: skip
    return MeetingPage(
        meeting.pk, meeting.public_id, meeting.round.key, meeting.round.title, meeting.held_on,
        meeting.starts_at, meeting.place, meeting.opens_at, meeting.closes_at, meeting.frozen_at,
        meeting.frozen_by, meeting.frozen_sha256, agenda,
    )  # fmt: skip


def feedback_by_item(meeting_id: int) -> list[ItemFeedback]:
    """Feedback per item in agenda order, one entry per role that answered. Two queries."""
    rows: dict[int, list[Feedback]] = defaultdict(list)
    for row in Feedback.objects.filter(item__meeting_id=meeting_id).order_by("given_at", "pk"):
        rows[row.item_id].append(row)
    items = AgendaItem.objects.filter(meeting_id=meeting_id)
    return [_item_feedback(item, rows[item.pk]) for item in items if item.phase_id or rows[item.pk]]


def _item_feedback(item: AgendaItem, rows: list[Feedback]) -> ItemFeedback:
    by_role: dict[str, list[Feedback]] = defaultdict(list)
    for row in rows:
        by_role[row.role].append(row)
    roles = [_role_feedback(role, by_role[role]) for role in Feedback.Role.values if by_role[role]]
    fewest = fewest_answers()
    few = tuple(role.role for role in roles if role.n < fewest)
    shown = [role for role in roles if role.n >= fewest]
    if few:
        shown.append(_together([row for row in rows if row.role in few], few, len(rows)))
    return ItemFeedback(
        item.public_id,
        item.title,
        len(rows),
        shown,
        _disagree(roles, shown),
        any(r.constructed for r in rows),
    )


def _disagree(roles: list[RoleFeedback], shown: list[RoleFeedback]) -> bool:
    told = {name for row in shown if not row.withheld for name in row.of or (row.role,)}
    wished = [set(role.favourites) for role in roles if role.wishes and role.role in told]
    return bool(wished) and not set.intersection(*wished)


def _together(rows: list[Feedback], of: tuple[str, ...], everybody: int) -> RoleFeedback:
    """Roles with few answers as one: who answered without an account is not to be recognised by a role."""
    pooled = replace(_role_feedback(FEW, rows), of=of)
    if pooled.n >= fewest_answers():
        return pooled
    texts = sorted(pooled.texts) if everybody >= fewest_answers() else []
    return replace(pooled, value_mean=None, ready_mean=None, wishes={}, texts=texts, withheld=True)


def fewest_answers() -> int:
    """Fewest answers of a role that are shown apart (STILLADS_FEWEST_CITIZENS)."""
    return int(settings.STILLADS_FEWEST_CITIZENS)


def _role_feedback(role: str, rows: list[Feedback]) -> RoleFeedback:
    values = [row.value for row in rows if row.value is not None]
    ready = [row.ready for row in rows if row.ready is not None]
    return RoleFeedback(
        role=role,
        n=len(rows),
        value_mean=mean(values) if values else None,
        value_n=len(values),
        ready_mean=mean(ready) if ready else None,
        ready_n=len(ready),
        wishes=dict(Counter(row.wish for row in rows if row.wish)),
        texts=[row.text for row in rows if row.text],
    )
