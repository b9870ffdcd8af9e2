"""What surveys ask of those who work at a unit: people to be reminded by word of mouth, and MED's day to be written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Q

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import MANAGER

from ...models import Asked, Deployment, Wave
from ...permissions import AT_WORK_HERE
from ...survey_rules import can_ask, reminder_days, survey_of

_LAST_DAYS: Final = timedelta(days=7)
_AHEAD: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class WaitingWave:
    """A wave that waits for staff: `missing` people to remind, or nought where MED's day is not written down yet."""

    wave: str
    deployment: str
    title: str
    unit_name: str
    missing: int
    due_on: date


def waiting_waves(*, viewer: Viewer, day: date) -> list[WaitingWave]:
    """Those at the units where the viewer works. Two queries, however many waves.

    Reminded are those who are asked in a conversation or on paper (the others get an e-mail), from the playbook's
    first reminder on, or in the last week where it names none. MED's day is for the manager, two weeks before.
    """
    units = viewer.units_for(*AT_WORK_HERE)
    rows = Wave.objects.filter(
        Q(deployment__valid_to__isnull=True) | Q(deployment__valid_to__gte=day),
        deployment__unit_id__in=units,
        opens_on__lte=day + _AHEAD,
        closes_on__gte=day,
    ).select_related(
        "deployment__instrument__version__playbook", "deployment__unit", "deployment__phase_site__phase__trial"
    )  # fmt: skip
    waves = list(rows.defer("deployment__instrument__version__content").order_by("closes_on", "pk"))
    silent = Asked.objects.filter(wave__in=waves, answered=False, declined_why="").exclude(
        channel=Asked.Channel.EMAIL
    )
    missing = dict(silent.values_list("wave_id").order_by().annotate(n=Count("pk")))
    leads = viewer.units_for(MANAGER)
    return [one for wave in waves for one in _waits(wave, missing.get(wave.pk, 0), day, leads)]


def _waits(wave: Wave, missing: int, day: date, leads: frozenset[int]) -> Iterator[WaitingWave]:
    row = wave.deployment
    survey = survey_of(row)
    if not can_ask(survey, wave):
        if row.unit_id in leads:
            yield _view(wave, row, survey.title, 0, max(wave.opens_on, day))
        return
    first = min(reminder_days(survey, wave), default=max(wave.opens_on, wave.closes_on - _LAST_DAYS))
    if missing and day >= first:
        yield _view(wave, row, survey.title, missing, wave.closes_on)


def _view(wave: Wave, row: Deployment, title: str, missing: int, due: date) -> WaitingWave:
    return WaitingWave(wave.public_id, row.public_id, title, row.unit.name, missing, due)
