"""The ideas of a workshop, entered all at once."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from ..finding import fill_keys, first_step, index_ideas, theme_by, title_of, unit_by, workshop_by
from ..models import Idea, IdeaTransition, Workshop
from ..rules import check_can_enter, check_words


def create_workshop(
    *, title: str, held_on: date, place: str = "", idempotency_key: str, viewer: Viewer, at: datetime
) -> Workshop:
    """A workshop to which ideas can be entered. Sent again it gives back the first one."""
    check_can_enter(viewer)
    check_words(workshop=title, place=place)
    with transaction.atomic():
        workshop, created = Workshop.objects.get_or_create(
            idempotency_key=idempotency_key,
            defaults={"title": title.strip(), "held_on": held_on, "place": place.strip()},
        )
        if created:
            target = f"workshop:{workshop.public_id}"
            record(viewer=viewer, verb="ideas.create_workshop", target=target, target_name=title, at=at)
    return workshop


def enter_many(
    *,
    lines: Sequence[str],
    workshop: str = "",
    theme: str = "",
    unit: str = "",
    source: str = Idea.Source.WORKSHOP,
    constructed: bool = False,
    source_note: str = "",
    idempotency_key: str,
    viewer: Viewer,
    at: datetime,
) -> list[Idea]:
    """One new idea per line (see `entry.read_lines`), at most 500, in a handful of SQL statements.

    All or none. Sent again with the same idempotency key it gives back the first result. Raises Denied,
    RuleError (field lines), NotFound for an unknown workshop, theme or unit.
    """
    check_can_enter(viewer, len(lines))
    for line in lines:
        check_words(lines=line)
    batch = hashlib.sha256(idempotency_key.encode()).hexdigest()[:40]
    with transaction.atomic():
        again = list(Idea.objects.filter(idempotency_key__startswith=f"{batch}:").order_by("pk"))
        if again:
            return again
        shared = {
            "workshop": workshop_by(workshop), "theme": theme_by(theme), "unit": unit_by(unit),
            "source": Idea.Source(source), "constructed": constructed, "source_note": source_note,
            "received_at": at,
        }  # fmt: skip
        made = [
            fill_keys(Idea(title=title_of(line), text=line, idempotency_key=f"{batch}:{number}", **shared))
            for number, line in enumerate(lines)
        ]
        ideas = Idea.objects.bulk_create(made, batch_size=50)
        IdeaTransition.objects.bulk_create(
            [first_step(idea, by=viewer.name, at=at) for idea in ideas], batch_size=100
        )
        index_ideas(ideas, at=at)
        record(
            viewer=viewer, verb="ideas.enter_many", target=f"workshop:{workshop}" if workshop else "ideas",
            data={"count": len(ideas), "ideas": [idea.public_id for idea in ideas]}, at=at,
        )  # fmt: skip
    return ideas
