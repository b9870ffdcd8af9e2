"""When something happened, as a phone tells it: its own clock, how far back, and a time of day where one is known."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.rules import RuleError

NOON: Final = time(12)
"""A forgotten event of another day, where nobody remembers the hour."""

_TRUSTED: Final = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Told:
    """`tapped`: when it was written down; `days_back`: 0 for that very moment; `clock`: "7.30", or empty."""

    tapped: datetime
    days_back: int = 0
    clock: str = ""


def occurred(told: Told) -> datetime:
    """The moment it happened. Raises RuleError where the time of day cannot be read."""
    if not told.days_back and not told.clock:
        return told.tapped
    day = told.tapped.astimezone(COPENHAGEN).date() - timedelta(days=told.days_back)
    return datetime.combine(day, read_clock(told.clock) if told.clock else NOON, COPENHAGEN)


def read_clock(text: str) -> time:
    """`7.30`, `07:30` → a time."""
    hours, _sign, minutes = text.strip().replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        raise RuleError(_("Write the time like this: 7.30."), field="clock") from None


def on_our_clock(tapped: datetime, sent_at: datetime | None, at: datetime) -> datetime:
    """A phone's moment moved by as much as its clock is wrong; never later than `at`.

    sent_at  what the phone's clock showed when it sent; less than two minutes off is taken as the way of the message
    """
    if sent_at is not None and abs(at - sent_at) > _TRUSTED:
        tapped += at - sent_at
    return min(tapped, at)
