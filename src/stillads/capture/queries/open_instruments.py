"""What can be registered at the units a viewer reaches, today; and why the rest cannot."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from stillads.kernel.rules import refusal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission
from stillads.trials.models import Window

from ..lookup import definition_of
from ..models import VOID, Deployment, Entry
from ..openness import calendar_of, check_open
from ..permissions import REGISTER


@dataclass(frozen=True, slots=True)
class OpenInstrument:
    """One instrument at one unit.

    closed       why nothing can be registered today; empty where it is open
    today        how many were registered today at the unit (those taken back not counted)
    minutes      what it asks of one employee, in minutes a week
    """

    deployment: str
    kind: str
    title: str
    what: str
    used_for: str
    by: tuple[str, ...]
    unit: str
    unit_name: str
    trial: str
    trial_title: str
    playbook: str
    closed: str
    today: int
    minutes: float
    constructed: bool


def open_instruments(
    *, viewer: Viewer, day: date, unit: str | None = None, trial: str | None = None, also_closed: bool = False
) -> list[OpenInstrument]:
    """By unit, trial and instrument. Three queries, however many instruments."""
    rows = Deployment.objects.select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    ).defer("instrument__version__content")
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(REGISTER).roles))
    if unit is not None:
        rows = rows.filter(unit__public_id=unit)
    if trial is not None:
        rows = rows.filter(phase_site__phase__trial__public_id=trial)
    rows = rows.filter(valid_from__lte=day).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    running = Q(
        phase_site__phase__playbook_version=F("instrument__version")
    )  # not what a changed playbook left
    rows = rows.filter(Q(phase_site__isnull=True) | running)
    found = list(rows.order_by("unit__name_sort", "phase_site__phase__trial__title_sort", "pk"))
    windows = _windows(found)
    counts = _counts(found, day)
    made = [_view(row, windows, counts, day) for row in found]
    return [view for view in made if also_closed or not view.closed]


def _view(
    row: Deployment, windows: dict[int, list[Window]], counts: dict[int, int], day: date
) -> OpenInstrument:
    definition = definition_of(row)
    phase = row.phase_site.phase if row.phase_site else None
    calendar = calendar_of(row, definition.open, windows.get(phase.pk, []) if phase else [])
    return OpenInstrument(
        deployment=row.public_id,
        kind=definition.kind,
        title=definition.title,
        what=definition.what,
        used_for=definition.used_for,
        by=definition.by,
        unit=row.unit.public_id,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        playbook=row.instrument.version.playbook.key,
        closed=str(refusal(check_open, calendar, day) or ""),
        today=counts.get(row.pk, 0),
        minutes=definition.cost.minutes_a_week if definition.cost else 0.0,
        constructed=bool(phase and phase.constructed),
    )


def _windows(rows: list[Deployment]) -> dict[int, list[Window]]:
    phases = {row.phase_site.phase_id for row in rows if row.phase_site}
    found: dict[int, list[Window]] = {}
    for window in Window.objects.filter(phase_id__in=phases).exclude(key=""):
        found.setdefault(window.phase_id, []).append(window)
    return found


def _counts(rows: list[Deployment], day: date) -> dict[int, int]:
    living = Entry.objects.filter(
        deployment_id__in=[row.pk for row in rows], local_day=day, voided_by__isnull=True
    ).exclude(form=VOID)
    return {
        line["deployment_id"]: line["n"] for line in living.values("deployment_id").annotate(n=Count("pk"))
    }
