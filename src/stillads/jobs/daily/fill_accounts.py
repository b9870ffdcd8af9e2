"""Cards are filled by the calendar: what is due since the last day is added."""

from datetime import datetime

from stillads.capture.actions.accounts.earning import earn_all


def run(at: datetime) -> str:
    """Adds what is due; run again it adds nothing more."""
    opened, added = earn_all(at=at)
    return f"{opened} new cards, {added} times filled"
