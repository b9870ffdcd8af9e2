"""Observation windows of a phase: named stretches in which something is watched."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.dates import week_span
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer

from ..lookup import find, phase_by, type_ref
from ..models import Phase, Window
from ..rules import check_can_edit, check_given, check_texts


@transaction.atomic
def add_window(
    *,
    phase: type_ref,
    name: str,
    first_day: date | None = None,
    last_day: date | None = None,
    week: int | None = None,
    year: int | None = None,
    what: str = "",
    viewer: Viewer,
    at: datetime,
) -> Window:
    """A window from day to day, or a whole ISO week (of the year the phase starts, unless one is given).

    The same name and days make one window, however often they are sent.
    """
    row = phase_by(phase, lock=True)
    check_can_edit(row.trial, viewer)
    check_given(name=name)
    check_texts(name=name, what=what)
    first, last = window_days(row, first_day, last_day, week, year)
    made, new = Window.objects.get_or_create(
        phase=row, name=name.strip(), first_day=first, last_day=last, defaults={"what": what.strip()}
    )
    if new:
        _log("trials.add_window", made, viewer, at)
    return made


@transaction.atomic
def edit_window(
    *,
    window: type_ref,
    name: str,
    first_day: date | None = None,
    last_day: date | None = None,
    week: int | None = None,
    what: str = "",
    viewer: Viewer,
    at: datetime,
) -> Window:
    """Another name or other days."""
    row = find(Window, window, lock=True)
    check_can_edit(row.phase.trial, viewer)
    check_given(name=name)
    check_texts(name=name, what=what)
    row.first_day, row.last_day = window_days(row.phase, first_day, last_day, week, None)
    row.name, row.what = name.strip(), what.strip()
    row.save()
    _log("trials.edit_window", row, viewer, at)
    return row


@transaction.atomic
def remove_window(*, window: type_ref, viewer: Viewer, at: datetime) -> None:
    """Takes the window away; the log remembers it."""
    row = find(Window, window, lock=True)
    check_can_edit(row.phase.trial, viewer)
    _log("trials.remove_window", row, viewer, at)
    row.delete()


def window_days(
    phase: Phase, first: date | None, last: date | None, week: int | None, year: int | None
) -> tuple[date, date]:
    """First and last day; RuleError where they are missing, turned round or before the baseline."""
    if week is not None:
        first, last = _week(year or phase.start.year, week)
    if first is None:
        raise RuleError(_("Write a first day, or the number of a week."), field="first_day")
    last = last or first
    if last < first:
        raise RuleError(_("The last day lies before the first."), field="last_day")
    if first < (phase.baseline_start or phase.start):
        raise RuleError(_("The window begins before anything is registered."), field="first_day")
    return first, last


def _week(year: int, week: int) -> tuple[date, date]:
    try:
        return week_span(year, week)
    except ValueError as error:
        raise RuleError(_("There is no such week in that year."), field="week") from error


def _log(verb: str, row: Window, viewer: Viewer, at: datetime) -> None:
    record(
        viewer=viewer,
        verb=verb,
        target=f"phase:{row.phase.public_id}",
        target_name=row.name,
        data={"from": row.first_day.isoformat(), "to": row.last_day.isoformat()},
        at=at,
    )
