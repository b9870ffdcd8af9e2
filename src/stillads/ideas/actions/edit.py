"""Changing an idea's words, theme and place."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import Conflict
from stillads.kernel.viewer import Viewer

from ..finding import fill_keys, idea_by, index_ideas, theme_by, unit_by
from ..models import Idea
from ..rules import check_can_edit, check_words


def edit_idea(
    *,
    idea: str,
    title: str,
    text: str,
    theme: str = "",
    unit: str = "",
    version: int,
    viewer: Viewer,
    at: datetime,
) -> Idea:
    """Saves the idea's words, theme (key) and unit (public id or key).

    Raises Conflict where somebody saved after `version` was read, Invalid and RuleError otherwise.
    """
    check_words(title=title, text=text)
    with transaction.atomic():
        found = idea_by(idea)
        check_can_edit(viewer, found)
        if found.version != version:
            raise Conflict(_("Somebody else changed the idea meanwhile. See what it says now."))
        before = {"title": found.title, "text": found.text}
        found.title, found.text = title.strip(), text.strip()
        found.theme, found.unit = theme_by(theme), unit_by(unit)
        found.version += 1
        fill_keys(found).save()
        index_ideas([found], at=at)
        record(
            viewer=viewer, verb="ideas.edit", target=f"idea:{found.public_id}", target_name=found.title,
            data={"before": before}, at=at,
        )  # fmt: skip
    return found
