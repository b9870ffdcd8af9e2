"""Taking in one idea."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.ids import new_token, token_hash
from stillads.kernel.rules import RuleError
from stillads.kernel.sealed import lookup, seal, unseal
from stillads.kernel.viewer import Viewer
from stillads.notices.actions import enqueue

from ..finding import fill_keys, first_step, index_ideas, theme_by, title_of, unit_by, workshop_by
from ..models import DoorCount, Idea, IdeaGiver
from ..rules import MOST_AN_HOUR, check_reachable, check_words
from ..wording import receipt_letter

C = IdeaGiver.Channel


class Submitted(NamedTuple):
    """The idea's public id, and the secret of the giver's private page."""

    public_id: str
    token: str


def submit_idea(
    *,
    text: str,
    title: str = "",
    source: str,
    theme: str = "",
    unit: str = "",
    workshop: str = "",
    channel: str = "none",
    name: str = "",
    address: str = "",
    poster_unit: str = "",
    constructed: bool = False,
    source_note: str = "",
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Submitted:
    """Saves an idea with the way its giver wants to hear of it, and thanks by e-mail or letter.

    title    empty: made out of the text's first sentence
    source   a value of Idea.Source; theme: a key; unit, poster_unit: public id or key of a unit
    channel  `email` (address is the e-mail), `letter` (the postal address), `poster`, `none`
    Sent again with the same idempotency key it gives back the first one. Raises Invalid and RuleError
    (fields text, title, name, email, address, poster_unit), also where one address sends too many.
    """
    check_words(text=text, title=title or title_of(text), name=name)
    posted_at = unit_by(poster_unit) if channel == C.POSTER else None
    check_reachable(channel, address, posted_at.pk if posted_at else None)
    with transaction.atomic():
        made = Idea.objects.filter(idempotency_key=idempotency_key).select_related("giver").first()
        if made:
            return Submitted(made.public_id, unseal(made.giver.link_sealed or b""))
        _check_door(viewer, at)
        idea = fill_keys(
            Idea(
                title=(title.strip() or title_of(text))[:160],
                text=text.strip(),
                source=Idea.Source(source),
                theme=theme_by(theme),
                unit=unit_by(unit),
                workshop=workshop_by(workshop),
                constructed=constructed,
                source_note=source_note,
                received_at=at,
                idempotency_key=idempotency_key,
            )
        )
        idea.save()
        first_step(idea, by=viewer.name, at=at).save()
        giver, token = _giver(idea, channel, name, address, at)
        giver.poster_unit = posted_at
        giver.save()
        index_ideas([idea], at=at)
        _thank(idea, channel, name, address, token, viewer, at)
        record(
            viewer=viewer, verb="ideas.submit", target=f"idea:{idea.public_id}", target_name=idea.title,
            data={"source": source, "channel": channel}, at=at,
        )  # fmt: skip
    return Submitted(idea.public_id, token)


def _giver(idea: Idea, channel: str, name: str, address: str, at: datetime) -> tuple[IdeaGiver, str]:
    token = new_token()
    by_post = channel in {C.EMAIL, C.LETTER}
    giver = IdeaGiver(
        idea=idea,
        channel=C(channel),
        name_sealed=seal(name.strip()) if name.strip() and by_post else None,
        address_sealed=seal(address.strip()) if by_post else None,
        link_hash=token_hash(token),
        link_sealed=seal(token),
        told_at=at,
    )
    return giver, token


def _thank(
    idea: Idea, channel: str, name: str, address: str, token: str, viewer: Viewer, at: datetime
) -> None:
    if channel not in {C.EMAIL, C.LETTER}:
        return
    enqueue(
        channel=channel,
        recipient_name=name.strip(),
        address=address,
        subject=_("Thank you for your idea"),
        body=receipt_letter(name=name.strip(), title=idea.title, link=token, given_at=at),
        about=f"idea:{idea.public_id}",
        dedup_key=f"idea:{idea.public_id}:receipt",
        viewer=viewer,
        at=at,
    )


def _check_door(viewer: Viewer, at: datetime) -> None:
    """Whoever is not signed in can give so many ideas an hour; a machine that fills the form is stopped."""
    if viewer.actor != "public" or not viewer.address:
        return
    hour = at.strftime("%Y-%m-%dT%H")
    count, _new = DoorCount.objects.get_or_create(address=lookup(f"{hour} {viewer.address}"), hour=hour)
    if count.count >= MOST_AN_HOUR:
        raise RuleError(
            _("Many ideas have come from this network within the hour. Wait a little, and send it again.")
        )
    DoorCount.objects.filter(pk=count.pk).update(count=F("count") + 1)
