"""The rounds in which an extended trial can go on."""

from stillads.trials.models import Round


def planned_rounds() -> list[tuple[str, str]]:
    """(key, key and title) of every round that still takes trials, soonest first. One query."""
    rows = Round.objects.filter(state__in=[Round.State.PLANNED, Round.State.OPEN]).order_by("start")
    return [(row.key, f"{row.key}: {row.title}") for row in rows]
