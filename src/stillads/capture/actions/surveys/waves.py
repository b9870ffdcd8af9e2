"""Making waves from the playbook; writing down when MED agreed."""

from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.survey import Survey
from stillads.trials.models import Phase, Window

from ...lookup import definition_of, deployment_by
from ...models import Asked, Deployment, Wave
from ...openness import calendar_of
from ...permissions import SET_UP
from ...survey_rules import survey_of, wave_by
from ...waves import PlannedWave, planned_waves

AHEAD: Final = timedelta(days=31)
"""How long before they open waves are made, so that links and MED's date can be seen to in time."""


def follow_phase(phase: Phase, viewer: Viewer, at: datetime) -> None:
    """The waves of a phase's surveys follow its dates and playbook. Done twice it does nothing."""
    rows = Deployment.objects.filter(phase_site__phase=phase, instrument__kind="survey")
    for pk in rows.values_list("pk", flat=True):
        make_waves(deployment_by(pk), at=at)


@transaction.atomic
def make_all_waves(*, at: datetime) -> int:
    """Makes the waves that are due soon in every survey that runs. Returns how many are new."""
    today = local_day(at)
    running = Deployment.objects.filter(instrument__kind="survey", valid_from__lte=today + AHEAD).filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    )
    return sum(make_waves(deployment_by(pk), at=at) for pk in running.values_list("pk", flat=True))


def make_waves(deployment: Deployment, *, at: datetime) -> int:
    """Makes and moves the waves of one survey; those that nobody was asked in may go. Returns how many are new."""
    survey = definition_of(deployment)
    if not isinstance(survey, Survey):
        return 0
    today = local_day(at)
    site = deployment.phase_site
    windows = list(Window.objects.filter(phase_id=site.phase_id)) if site else []
    plan = planned_waves(survey, calendar_of(deployment, survey.open, windows), today + AHEAD)
    there = {wave.number: wave for wave in Wave.objects.filter(deployment=deployment)}
    agreed = max((w.med_agreed_on for w in there.values() if w.med_agreed_on), default=None)
    new = 0
    for planned in plan:
        row = there.pop(planned.number, None)
        if row is None:
            new += 1
            Wave.objects.create(
                deployment=deployment, number=planned.number, opens_on=planned.opens_on,
                closes_on=planned.closes_on, med_agreed_on=agreed,
            )  # fmt: skip
        else:
            _move(row, planned, today)
    drop_empty(deployment, list(there))
    return new


def _move(row: Wave, planned: PlannedWave, today: date) -> None:
    """A wave that has begun keeps its first day; one that is over keeps both."""
    opens = row.opens_on if row.drawn_at else planned.opens_on
    closes = row.closes_on if row.closes_on < today and row.drawn_at else planned.closes_on
    if (row.opens_on, row.closes_on) != (opens, closes):
        row.opens_on, row.closes_on = opens, max(opens, closes)
        row.save(update_fields=["opens_on", "closes_on"])
        Asked.objects.filter(wave=row).update(expires_on=row.closes_on)


def drop_empty(deployment: Deployment, numbers: list[int] | None = None) -> None:
    """Waves (all, or of these numbers) in which nobody was asked or has answered are removed."""
    rows = Wave.objects.filter(
        deployment=deployment, asked__isnull=True, entries__isnull=True, anonymous_entries__isnull=True
    )
    if numbers is not None:
        rows = rows.filter(number__in=numbers)
    Wave.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).delete()


@transaction.atomic
def agree_with_med(*, wave: str, day: date, viewer: Viewer, at: datetime) -> Wave:
    """Writes down when MED agreed the guidelines of a survey of staff; it holds for the later waves too."""
    row = wave_by(wave, lock=True)
    check_may(viewer, SET_UP, unit_id=row.deployment.unit_id)
    if survey_of(row.deployment).drawn_from != "employees":
        raise RuleError(_("Only surveys of staff need it."))
    if day > local_day(at):
        raise RuleError(
            _("Write the day on which it was agreed. It cannot lie ahead."), field="med_agreed_on"
        )
    Wave.objects.filter(deployment_id=row.deployment_id, number__gte=row.number).update(med_agreed_on=day)
    record(
        viewer=viewer,
        verb="capture.agree_with_med",
        target=f"deployment:{row.deployment.public_id}",
        target_name=survey_of(row.deployment).title,
        unit=row.deployment.unit.key,
        data={"day": day.isoformat(), "from_wave": row.number},
        at=at,
    )
    row.med_agreed_on = day
    return row
