"""Several ideas become one; none of them is lost."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from ..finding import fill_keys, first_step, idea_by, ideas_by, index_ideas, theme_by, unit_by
from ..models import Idea, IdeaLineage, Workshop
from ..rules import check_can_merge, check_words
from ..states import S
from .step import take_step
from .tell import tell_givers


def merge_ideas(
    *,
    ideas: Collection[str],
    into: str = "",
    title: str = "",
    text: str = "",
    theme: str = "",
    unit: str = "",
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> Idea:
    """Merges `ideas` (public ids) into a new idea with these words, or into the one that `into` names.

    Their givers are told, and hear from now on what becomes of the merged idea. Sent again with the same
    idempotency key it gives back the first result. Raises Denied, Invalid, RuleError, NotFound.
    """
    with transaction.atomic():
        again = Idea.objects.filter(idempotency_key=idempotency_key).first()
        if again:
            return again
        parents = ideas_by(set(ideas) - {into})
        target = idea_by(into) if into else None
        if target and parents and all(parent.state == S.MERGED for parent in parents):
            return target  # the same form sent twice
        check_can_merge(viewer, parents, target)
        child = target or _born(parents, title, text, theme, unit, idempotency_key, viewer, at)
        for parent in parents:
            take_step(parent, S.MERGED, viewer=viewer, at=at, data={"into": child.public_id})
            IdeaLineage.objects.create(parent=parent, child=child, kind=IdeaLineage.Kind.MERGE, at=at)
        _tell(parents, child, viewer, at)
    return child


def _born(
    parents: list[Idea], title: str, text: str, theme: str, unit: str, key: str, viewer: Viewer, at: datetime
) -> Idea:
    check_words(title=title, text=text)
    child = fill_keys(
        Idea(
            title=title.strip(),
            text=text.strip(),
            source=parents[0].source,
            theme=theme_by(theme),
            unit=unit_by(unit),
            workshop=_shared_workshop(parents),
            constructed=all(parent.constructed for parent in parents),
            received_at=min(parent.received_at for parent in parents),
            idempotency_key=key,
        )
    )
    child.save()
    first_step(child, by=viewer.name, at=at).save()
    index_ideas([child], at=at)
    record(
        viewer=viewer, verb="ideas.merge_into", target=f"idea:{child.public_id}", target_name=child.title,
        data={"from": [parent.public_id for parent in parents]}, at=at,
    )  # fmt: skip
    return child


def _shared_workshop(parents: list[Idea]) -> Workshop | None:
    first = parents[0].workshop
    return first if all(parent.workshop_id == parents[0].workshop_id for parent in parents) else None


def _tell(parents: list[Idea], child: Idea, viewer: Viewer, at: datetime) -> None:
    text = _("Others had nearly the same thought. It goes on as one idea: “%(title)s”.") % {
        "title": child.title
    }
    tell_givers(
        ideas=parents,
        headline=_("Your idea has been joined with others"),
        text=text,
        dedup_key=f"merged:{child.public_id}",
        viewer=viewer,
        at=at,
    )
