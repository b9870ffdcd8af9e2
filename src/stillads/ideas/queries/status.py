"""What became of an idea, told to the one who gave it."""

from dataclasses import dataclass
from datetime import datetime

from stillads.kernel.ids import token_hash

from ..ancestry import descendants_of
from ..models import Idea, IdeaGiver, IdeaNews
from ..states import S


@dataclass(frozen=True, slots=True)
class StatusStep:
    """One thing that happened, in the words the giver was told."""

    at: datetime
    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class IdeaStatus:
    """The private page: `state` is that of what the idea lives on in. No staff names.

    `decided`: a decision on its trial has been told (a dedup key that begins with `decision:`).
    """

    title: str
    text: str
    given_at: datetime
    state: str
    channel: str
    steps: list[StatusStep]
    lives_on_in: list[str]
    trial_title: str
    progress: str


def status_of(token: str) -> IdeaStatus | None:
    """The idea behind a private link, or None. Whoever has the link may look: it is 192 random bits."""
    giver = IdeaGiver.objects.select_related("idea").filter(link_hash=token_hash(token)).first()
    if giver is None:
        return None
    idea = giver.idea
    family = descendants_of([idea.pk])[idea.pk]
    news = list(IdeaNews.objects.filter(idea__in=family).order_by("at", "pk"))
    living = list(
        Idea.objects.filter(pk__in=family)
        .exclude(state__in=[S.MERGED, S.SPLIT])
        .order_by("received_at", "pk")
    )
    heads = living or [idea]
    return IdeaStatus(
        title=idea.title,
        text=idea.text,
        given_at=idea.received_at,
        state=_furthest(heads),
        channel=giver.channel if giver.erased_at is None else IdeaGiver.Channel.NONE,
        steps=[StatusStep(item.at, item.headline, item.text) for item in news],
        lives_on_in=[head.title for head in heads if head.pk != idea.pk],
        trial_title=next((head.trial_title for head in heads if head.trial_title), ""),
        progress=_progress([item.dedup_key for item in news]),
    )


# What the key of a piece of news (see `tell_givers`) says of how far the trial has come.
_MOMENTS = (
    ("decision:", "", "decided"),
    ("dropped:", "", "stopped"),
    ("booklet:", "", "learned"),
    ("phase:", ":evaluated", "learned"),
    ("phase:", ":running", "begun"),
    ("release:", "", ""),
    ("chosen:", "", ""),
)


def _progress(keys: list[str]) -> str:
    """From the newest news back: decided, stopped, learned, begun; empty where no trial has begun."""
    for key in reversed(keys):
        for start, end, moment in _MOMENTS:
            if key.startswith(start) and key.endswith(end):
                return moment
    return ""


def _furthest(ideas: list[Idea]) -> str:
    """Of several parts the one that came furthest speaks for all."""
    order = [S.CHOSEN, S.CONSIDERED, S.NEW, S.PARKED, S.DECLINED]
    states = {idea.state for idea in ideas}
    return next((state for state in order if state in states), ideas[0].state)
