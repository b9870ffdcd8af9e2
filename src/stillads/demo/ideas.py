"""Ideas: those of the workshops in 2021 (constructed), new ones of these days, and one that got a no."""

from datetime import date, datetime, timedelta
from typing import Any

from ruamel.yaml import YAML

from stillads.ideas.actions.decide import consider, decline
from stillads.ideas.actions.enter import create_workshop, enter_many
from stillads.ideas.actions.submit import submit_idea
from stillads.ideas.models import Theme
from stillads.kernel.clock import COPENHAGEN

from .people import consultant, narrator
from .story import CONTENT


def _content() -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe").load((CONTENT / "ideas.yaml").read_text("utf-8"))
    return content


def tell_workshop() -> dict[str, list[str]]:
    """The workshop's ideas. Returns public ids by the key of the trial they became part of."""
    told = _content()
    at = datetime(2021, 11, 16, 9, tzinfo=COPENHAGEN)
    workshop = create_workshop(
        **told["workshop"], idempotency_key="demo-workshop", viewer=consultant(at), at=at
    )
    rows = told["workshop_ideas"]
    made = enter_many(
        lines=[row["text"] for row in rows], workshop=workshop.public_id, constructed=True,
        idempotency_key="demo-workshop-ideas", viewer=consultant(at), at=at,
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for row, idea in zip(rows, made, strict=True):
        if row["for"]:
            found.setdefault(row["for"], []).append(idea.public_id)
    return found


def tell_new(today: date) -> None:
    """What has come in lately; the last one has been answered with a no and its reason."""
    told = _content()
    for number, row in enumerate([*told["new_ideas"], *told["declined"]]):
        at = datetime.combine(today - timedelta(days=row["days_ago"]), datetime.min.time(), COPENHAGEN)
        at += timedelta(hours=10)
        made = submit_idea(
            text=row["text"], source=row["source"], theme=theme_key(row["theme"]), constructed=True,
            idempotency_key=f"demo-new-{number}", viewer=narrator(), at=at,
        )  # fmt: skip
        if "reason" in row:
            later = at + timedelta(days=6)
            consider(idea=made.public_id, viewer=consultant(later), at=later)
            decline(idea=made.public_id, reason=row["reason"], viewer=consultant(later), at=later)


def theme_key(order: int) -> str:
    """The key of the slides' theme number `order`."""
    return Theme.objects.get(order=order).key
