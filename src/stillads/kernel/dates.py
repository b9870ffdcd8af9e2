"""Dates as Danes write and say them: 23. august 2022, uge 33."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def format_date(day: date, *, year: bool = True) -> str:
    """`23. august 2022`, or `23. august` where the year is plain."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def format_weekday(day: date) -> str:
    """`tirsdag 23. august`."""
    return f"{WEEKDAYS[day.weekday()]} {format_date(day, year=False)}"


def format_week(day: date) -> str:
    """`uge 33`: ISO 8601 week number."""
    return f"uge {day.isocalendar().week}"


def format_span(first: date, last: date) -> str:
    """`26. april – 23. august 2022`; both days count."""
    if first.year != last.year:
        return f"{format_date(first)} – {format_date(last)}"
    if (first.month, first.year) == (last.month, last.year) and first != last:
        return f"{first.day}.–{format_date(last)}"
    return format_date(last) if first == last else f"{format_date(first, year=False)} – {format_date(last)}"


def day_number(start: date, day: date) -> int:
    """Which day of the trial `day` is: the start itself is day 1."""
    return (day - start).days + 1


def length_in_days(first: date, last: date) -> int:
    """Days in a span where both ends count: 26 April – 23 August 2022 is 120."""
    return day_number(first, last)


def last_day(start: date, days: int) -> date:
    """The last day of a span of `days` days that begins with `start`."""
    return start + timedelta(days=days - 1)


def week_span(year: int, week: int) -> tuple[date, date]:
    """Monday and Sunday of an ISO week."""
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def relative_day(day: date, today: date) -> str:
    """`i dag`, `i morgen`, `om 6 dage`, `for 3 dage siden`."""
    distance = (day - today).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if distance in near:
        return near[distance]
    if distance > 0:
        return _("in %(n)d days") % {"n": distance}
    return _("%(n)d days ago") % {"n": -distance}
