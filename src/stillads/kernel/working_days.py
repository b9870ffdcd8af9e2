"""The Danish working calendar: public holidays, the days municipalities close, summer.

Sources: helligdage after Folkekirken and lov nr. 214 af 06/03/2023 (Store bededag is an
ordinary working day from 2024), by the `holidays` library; Grundlovsdag, 24 and 31 December
are agreed days off in KL's agreements and are added here.
"""

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=64)
def days_off(year: int) -> dict[date, str]:
    """Day → Danish name of every weekday off in `year`."""
    import holidays  # a tenth of a second that a starting process need not wait for

    found = {
        day: str(name) for day, name in holidays.country_holidays("DK", years=year, language="da").items()
    }
    found.setdefault(date(year, 6, 5), "Grundlovsdag")
    found.setdefault(date(year, 12, 24), "Juleaftensdag")
    found.setdefault(date(year, 12, 31), "Nytårsaftensdag")
    return found


def is_working_day(day: date) -> bool:
    """Monday to Friday and not a day off."""
    return day.weekday() < 5 and day not in days_off(day.year)


def next_working_day(day: date) -> date:
    """`day` itself if people are at work, or else the first day after it when they are."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day` (`day` itself does not count)."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """Working days in a span where both ends count."""
    span = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
    return sum(is_working_day(day) for day in span)


def summer_overlap(first: date, last: date) -> int:
    """How many days of the span fall in the main summer holiday, ISO weeks 28, 29 and 30."""
    span = ((first + timedelta(days=n)) for n in range((last - first).days + 1))
    return sum(day.isocalendar().week in {28, 29, 30} for day in span)
