"""One idea: its words, its life, its family, and what can be done with it now."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from stillads.kernel.rules import NotFound, refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..ancestry import ancestors_of, descendants_of
from ..models import Idea, IdeaGiver, IdeaLineage
from ..permissions import READ
from ..rules import check_can_edit, check_can_split, check_can_step
from ..states import LABELS, S
from .listing import IdeaRow, row_of


@dataclass(frozen=True, slots=True)
class Action:
    """A deed and why it is off (None: it is on)."""

    name: str
    refusal: type_reason | None


@dataclass(frozen=True, slots=True)
class Relative:
    """A member of the idea's family. `parents`: public ids of those it came out of, in the family."""

    public_id: str
    title: str
    state: str
    state_label: str
    here: bool
    generation: int
    parents: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class PastStep:
    """One step of the idea's life."""

    at: datetime
    to: str
    to_label: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class IdeaDetail:
    """Everything the idea's page shows.

    `channels`: way → how many givers hear of it so, those of ideas that it came out of included.
    """

    row: IdeaRow
    text: str
    version: int
    theme_key: str
    unit_id: str
    source_note: str
    trial_key: str
    trial_title: str
    channels: dict[str, int]
    told_at: datetime | None
    steps: list[PastStep]
    news: list[tuple[datetime, str, str]]
    family: list[Relative]
    actions: dict[str, Action]


def idea_detail(public_id: str, *, viewer: Viewer) -> IdeaDetail:
    """The idea. Raises Denied, NotFound. The number of SQL queries depends on generations alone."""
    check_may(viewer, READ)
    idea = Idea.objects.filter(public_id=public_id).select_related("theme", "unit", "workshop").first()
    if idea is None:
        raise NotFound(_("There is no such idea."))
    givers = list(
        IdeaGiver.objects.filter(idea__in=ancestors_of([idea.pk])[idea.pk]).values_list("channel", "told_at")
    )
    return IdeaDetail(
        row=row_of(idea),
        text=idea.text,
        version=idea.version,
        theme_key=idea.theme.key if idea.theme else "",
        unit_id=idea.unit.public_id if idea.unit else "",
        source_note=idea.source_note,
        trial_key=idea.trial_key,
        trial_title=idea.trial_title,
        channels=dict(Counter(channel for channel, _at in givers)),
        told_at=max((told_at for _channel, told_at in givers), default=None),
        steps=[
            PastStep(step.at, step.to_state, str(LABELS[step.to_state]), step.reason, step.by)
            for step in idea.transitions.order_by("at", "pk")
        ],
        news=[(news.at, news.headline, news.text) for news in idea.news.order_by("at", "pk")],
        family=family_of(idea),
        actions=_actions(viewer, idea),
    )


def family_of(idea: Idea) -> list[Relative]:
    """The idea, what it came out of and what came out of it, with those that shared its way; oldest first.

    Empty where it has no relatives.
    """
    above, below = ancestors_of([idea.pk])[idea.pk], descendants_of([idea.pk])[idea.pk]
    pks = set().union(*ancestors_of(below).values(), *descendants_of(above).values())
    if len(pks) == 1:
        return []
    links = list(IdeaLineage.objects.filter(Q(parent__in=pks) & Q(child__in=pks)).order_by("pk"))
    members = {member.pk: member for member in Idea.objects.filter(pk__in=pks).order_by("received_at", "pk")}
    depth = _depths(set(members), [(link.parent_id, link.child_id) for link in links])
    kinds = {link.child_id: link.kind for link in links}
    relatives = [
        Relative(
            public_id=member.public_id,
            title=member.title,
            state=member.state,
            state_label=str(LABELS[member.state]),
            here=member.pk == idea.pk,
            generation=depth[member.pk],
            parents=tuple(members[link.parent_id].public_id for link in links if link.child_id == member.pk),
            kind=kinds.get(member.pk, ""),
        )
        for member in members.values()
    ]
    return sorted(relatives, key=lambda relative: relative.generation)


def _depths(pks: set[int], pairs: list[tuple[int, int]]) -> dict[int, int]:
    depth = dict.fromkeys(pks, 0)
    for _round in pks:  # longest way down; settles after as many rounds as there are generations
        deeper = {child: depth[parent] + 1 for parent, child in pairs if depth[parent] >= depth[child]}
        if not deeper:
            break
        depth |= deeper
    return depth


def _actions(viewer: Viewer, idea: Idea) -> dict[str, Action]:
    found = {
        "consider": refusal(check_can_step, viewer, idea, S.CONSIDERED),
        "park": refusal(check_can_step, viewer, idea, S.PARKED),
        "decline": refusal(check_can_step, viewer, idea, S.DECLINED),
        "choose": refusal(check_can_step, viewer, idea, S.CHOSEN),
        "merge": refusal(check_can_step, viewer, idea, S.MERGED),
        "split": refusal(check_can_split, viewer, idea),
        "edit": refusal(check_can_edit, viewer, idea),
    }
    return {name: Action(name, reason) for name, reason in found.items()}
