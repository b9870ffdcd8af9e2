"""From the form to a search of the log."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from stillads.audit.queries.events import LogSearch
from stillads.kernel.clock import today
from stillads.organisation.queries.people import actors_named

DAYS = 30  # a search without days reads the last month, not years


def default_days() -> dict[str, date]:
    """The last month."""
    return {"fra": today() - timedelta(days=DAYS), "til": today()}


def search_of(data: Mapping[str, Any], *, offset: int = 0, limit: int = 50) -> LogSearch:
    """People are found by any part of their name, whatever they were called when the event happened."""
    text = data.get("q", "").strip()
    named = actors_named(text) if text else ()
    about = (*named, data["om"]) if data.get("om") else named
    actors = (*named, data["af"]) if data.get("af") else named
    return LogSearch(
        actors=actors,
        about=about,
        text=text,
        first=data.get("fra"),
        last=data.get("til"),
        denied=data.get("kun") == "naegtet",
        looks=data.get("kun") == "set",
        offset=offset,
        limit=limit,
    )
