"""One idea holds several: each goes its own way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..finding import fill_keys, first_step, idea_by, index_ideas, theme_by
from ..models import Idea, IdeaLineage
from ..rules import check_can_split, check_words
from ..states import S
from .step import take_step
from .tell import tell_givers


@dataclass(frozen=True, slots=True)
class Part:
    """One of the ideas that an idea is split into; `theme` empty keeps the whole's."""

    title: str
    text: str = ""
    theme: str = ""


def split_idea(
    *, idea: str, parts: Sequence[Part], idempotency_key: str, viewer: Viewer, at: datetime
) -> list[Idea]:
    """Makes an idea of each part. The giver is told, and hears what becomes of every part.

    Sent again with the same idempotency key it gives back the first result. Raises Denied, Invalid,
    RuleError (field parts).
    """
    with transaction.atomic():
        again = list(Idea.objects.filter(idempotency_key__startswith=f"{idempotency_key[:50]}:split:"))
        if again:
            return sorted(again, key=lambda child: child.pk)
        whole = idea_by(idea)
        check_can_split(viewer, whole, len(parts))
        _check_apart(parts)
        children = [
            _born(whole, part, f"{idempotency_key[:50]}:split:{number}", viewer, at)
            for number, part in enumerate(parts)
        ]
        names = [child.public_id for child in children]
        take_step(whole, S.SPLIT, viewer=viewer, at=at, data={"into": names})
        _tell(whole, children, viewer, at)
    return children


def _check_apart(parts: Sequence[Part]) -> None:
    titles = [part.title.strip().casefold() for part in parts]
    if len(set(titles)) != len(titles):
        raise RuleError(_("Two parts have the same title. Say what tells them apart."), field="parts")
    for part in parts:
        check_words(title=part.title, text=part.text or part.title)


def _born(whole: Idea, part: Part, key: str, viewer: Viewer, at: datetime) -> Idea:
    child = fill_keys(
        Idea(
            title=part.title.strip(),
            text=part.text.strip() or part.title.strip(),
            source=whole.source,
            theme=theme_by(part.theme) or whole.theme,
            unit=whole.unit,
            workshop=whole.workshop,
            constructed=whole.constructed,
            received_at=whole.received_at,
            idempotency_key=key,
        )
    )
    child.save()
    first_step(child, by=viewer.name, at=at).save()
    IdeaLineage.objects.create(parent=whole, child=child, kind=IdeaLineage.Kind.SPLIT, at=at)
    index_ideas([child], at=at)
    record(
        viewer=viewer, verb="ideas.split_from", target=f"idea:{child.public_id}", target_name=child.title,
        data={"from": whole.public_id}, at=at,
    )  # fmt: skip
    return child


def _tell(whole: Idea, children: list[Idea], viewer: Viewer, at: datetime) -> None:
    titles = "\n\n".join(f"– {child.title}" for child in children)
    text = _("There was more than one good thought in it. Each of them goes on by itself:")
    tell_givers(
        ideas=[whole],
        headline=_("Your idea has become several"),
        text=f"{text}\n\n{titles}",
        dedup_key="split",
        viewer=viewer,
        at=at,
    )
