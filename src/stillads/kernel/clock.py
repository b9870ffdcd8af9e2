"""Now and today, in the municipality's own time. Tests set it; nothing else may."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_frozen: ContextVar[datetime | None] = ContextVar("stillads_clock", default=None)


def now() -> datetime:
    """The present moment, aware, in Copenhagen's time."""
    return _frozen.get() or datetime.now(COPENHAGEN)


def today() -> date:
    """The calendar day in Copenhagen."""
    return now().date()


def local_day(moment: datetime) -> date:
    """The calendar day in Copenhagen on which an aware `moment` falls."""
    return moment.astimezone(COPENHAGEN).date()


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Hold the clock still at an aware `moment`: for tests and for telling the demo."""
    token = _frozen.set(moment.astimezone(COPENHAGEN))
    try:
        yield
    finally:
        _frozen.reset(token)
