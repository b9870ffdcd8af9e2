"""Ideas that were ticked in the list, with their words, to merge them."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillads.kernel.rules import refusal, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..models import Idea
from ..permissions import READ
from ..rules import check_can_merge
from .listing import IdeaRow, row_of


@dataclass(frozen=True, slots=True)
class Picked:
    """The ideas with their texts, and why they cannot be merged (None: they can)."""

    rows: list[tuple[IdeaRow, str]]
    theme: str
    unit: str
    merge_refusal: type_reason | None


def picked_ideas(public_ids: Iterable[str], *, viewer: Viewer) -> Picked:
    """The ideas in the order they came in; `theme` (key) and `unit` (public id) where they share one."""
    check_may(viewer, READ)
    rows = list(
        Idea.objects.filter(public_id__in=list(public_ids)[:50])
        .select_related("theme", "unit", "workshop")
        .order_by("received_at", "pk")
    )
    themes = {idea.theme.key if idea.theme else "" for idea in rows}
    units = {idea.unit.public_id if idea.unit else "" for idea in rows}
    return Picked(
        [(row_of(idea), idea.text) for idea in rows],
        themes.pop() if len(themes) == 1 else "",
        units.pop() if len(units) == 1 else "",
        refusal(check_can_merge, viewer, rows),
    )
