"""How a period is called: uge 33, 23. august, august 2022."""

from collections.abc import Sequence
from datetime import date, timedelta

from stillads.kernel.dates import MONTHS, format_date, format_week

from .run_data import RunPoint, type_period


def period_name(point: RunPoint, period: type_period, *, year: bool = False) -> str:
    """A period's name; `year` where it is not plain which one is meant."""
    if period == "day":
        return format_date(point.first, year=year)
    if period == "month":
        month = MONTHS[point.first.month - 1]
        return f"{month} {point.first.year}" if year else month
    week = format_week(point.first)
    return f"{week}, {point.first.isocalendar().year}" if year else week


def tick_name(point: RunPoint, period: type_period) -> str:
    """A period's name at the axis, where the axis says what it counts."""
    if period == "day":
        return f"{point.first.day}."
    if period == "month":
        return MONTHS[point.first.month - 1][:3]
    return str(point.first.isocalendar().week)


def several_years(points: Sequence[RunPoint]) -> bool:
    """Whether the periods lie in more than one year."""
    return len({point.first.isocalendar().year for point in points}) > 1


def stretches(points: Sequence[RunPoint], period: type_period) -> list[tuple[str, date]]:
    """The axis's second row: months under weeks and days, years under months, each with its first day."""
    found: list[tuple[str, date]] = []
    for point in points:
        # a week belongs to the month of its Thursday, as ISO weeks belong to years
        day = point.first + timedelta(days=3) if period == "week" else point.first
        name = str(day.year) if period == "month" else MONTHS[day.month - 1]
        if not found or found[-1][0] != name:
            found.append((name, point.first))
    return found
