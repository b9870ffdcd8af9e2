"""One measure broken down: by site, weekday, or what the playbook names."""

from datetime import date

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ...measures import Given, Point, Series, broken_down, by_weekday_and
from ...measures.breakdowns import SITE, WEEKDAY
from .results import givens_of, type_phase


def measure_by(phase: type_phase, measure: str, by: str, *, viewer: Viewer, on: date) -> tuple[Series, ...]:
    """One series for each value of `by`. Raises NotFound (no such measure), NotBrokenDown."""
    return broken_down(_given(phase, measure, by, viewer, on), by)


def measure_by_weekday_and(
    phase: type_phase, measure: str, by: str, *, viewer: Viewer, on: date
) -> dict[tuple[int, str], Point]:
    """The trial's days by (weekday, value of `by`): the hours of a week. Raises as `measure_by`."""
    return by_weekday_and(_given(phase, measure, by, viewer, on), by)


def _given(phase: type_phase, measure: str, by: str, viewer: Viewer, on: date) -> Given:
    pieces = () if by in {SITE, WEEKDAY} else (by,)
    for of_phase in givens_of([phase], viewer=viewer, on=on, only=[measure], pieces=pieces).values():
        if measure in of_phase:
            return of_phase[measure]
    raise NotFound("no such measure in this phase")
