"""When a desk is open: its weekly hours, without days off and the days it is closed. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.working_days import days_off
from stillads.playbooks.kinds.desk import Desk


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that can be booked, and how many can be helped in it at once."""

    starts_at: datetime
    ends_at: datetime
    capacity: int


def why_closed(desk: Desk, day: date, closed: Mapping[date, str]) -> str:
    """Why the desk is closed on a day, in words; empty where it is open. `closed`: day → why it was closed."""
    if day in closed:
        return closed[day] or _("closed")
    if holiday := days_off(day.year).get(day):
        return holiday
    if not any(hours.weekday == day.isoweekday() for hours in desk.hours):
        return _("closed")
    return ""


def slots_on(desk: Desk, day: date, closed: Mapping[date, str]) -> list[Slot]:
    """The day's slots in order; none on a day when it is closed. The last one ends before closing time."""
    if why_closed(desk, day, closed):
        return []
    step = timedelta(minutes=desk.slot_minutes)
    found: list[Slot] = []
    for hours in sorted(desk.hours, key=lambda hours: hours.opens):
        if hours.weekday != day.isoweekday():
            continue
        begins = datetime.combine(day, hours.opens, COPENHAGEN)
        ends = datetime.combine(day, hours.closes, COPENHAGEN)
        while begins + step <= ends:
            found.append(Slot(begins, begins + step, hours.capacity))
            begins += step
    return found


def capacity_at(desk: Desk, moment: datetime) -> int:
    """How many can be helped at once just then; one outside the hours, when somebody is there all the same."""
    local = moment.astimezone(COPENHAGEN)
    for hours in desk.hours:
        if hours.weekday == local.isoweekday() and hours.opens <= local.time() < hours.closes:
            return hours.capacity
    return 1
