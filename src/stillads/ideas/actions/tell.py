"""News to those who gave an idea, in the way they asked for."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from stillads.kernel.sealed import lookup, unseal
from stillads.kernel.viewer import Viewer
from stillads.notices.actions import enqueue

from ..ancestry import ancestors_of
from ..models import Idea, IdeaGiver, IdeaNews
from ..wording import news_letter, news_line

C = IdeaGiver.Channel


def tell_givers(
    *, ideas: Iterable[Idea | str], headline: str, text: str, dedup_key: str, viewer: Viewer, at: datetime
) -> int:
    """Tells the givers of `ideas`, and of all ideas that these came out of by merging or splitting.

    ideas      rows or public ids
    headline   one line, spoken to the giver: "Din idé er valgt"
    text       plain Danish; a blank line parts paragraphs. Greeting, the idea's title, the private
               link and the farewell are put around it
    dedup_key  names the step: the same key tells the same idea's givers once; at most 80 characters.
               `decision:…` ends the idea's way on the private page
    Returns how many messages went into the outbox. Everybody else finds the news on the private page.
    """
    with transaction.atomic():
        found = _rows(ideas)
        families = ancestors_of([idea.pk for idea in found])
        new = [idea for idea in found if _note(idea, headline, text, dedup_key, at)]
        family = {pk for idea in new for pk in families[idea.pk]}
        return _tell_family(family, headline, text, dedup_key, viewer, at)


def _rows(ideas: Iterable[Idea | str]) -> list[Idea]:
    listed = list(ideas)
    named = [idea for idea in listed if isinstance(idea, str)]
    rows = [idea for idea in listed if isinstance(idea, Idea)]
    return rows + list(Idea.objects.filter(public_id__in=named)) if named else rows


def _note(idea: Idea, headline: str, text: str, dedup_key: str, at: datetime) -> bool:
    _, created = IdeaNews.objects.get_or_create(
        idea=idea,
        dedup_key=dedup_key[:100],
        defaults={"headline": headline[:200], "text": text.strip(), "at": at},
    )
    return created


def _tell_family(
    family: Collection[int], headline: str, text: str, dedup_key: str, viewer: Viewer, at: datetime
) -> int:
    givers = IdeaGiver.objects.filter(idea__in=family, erased_at=None)
    told: set[str] = set()
    for giver in givers.select_related("idea", "poster_unit").order_by("pk"):
        if (who := _who(giver)) in told or giver.channel == C.NONE:
            continue
        told.add(who)
        _send(giver, headline, text, f"idea:{giver.pk}:{dedup_key}", viewer, at)
    IdeaGiver.objects.filter(idea__in=family).update(told_at=at)
    return len(told)


def _who(giver: IdeaGiver) -> str:
    """One person who gave two ideas that became one hears of it once; a poster has every idea's line."""
    if giver.channel == C.POSTER or not giver.address_sealed:
        return f"giver:{giver.pk}"
    return lookup(unseal(giver.address_sealed).casefold())


def _send(giver: IdeaGiver, headline: str, text: str, dedup_key: str, viewer: Viewer, at: datetime) -> None:
    about = f"idea:{giver.idea.public_id}"
    if giver.channel == C.POSTER:
        unit = giver.poster_unit
        if unit is not None:
            enqueue(
                channel="poster", recipient_name=unit.name, address=unit.public_id, subject=headline,
                body=news_line(giver.idea.title, text), about=about, dedup_key=dedup_key, viewer=viewer,
                at=at,
            )  # fmt: skip
        return
    name = unseal(giver.name_sealed) if giver.name_sealed else ""
    link = unseal(giver.link_sealed) if giver.link_sealed else ""
    body = news_letter(
        name=name, title=giver.idea.title, text=text, link=link, given_at=giver.idea.received_at
    )
    enqueue(
        channel=giver.channel, recipient_name=name, address=unseal(giver.address_sealed or b""),
        subject=headline, body=body, about=about, dedup_key=dedup_key, viewer=viewer, at=at,
    )  # fmt: skip
