"""Where the figures of an instrument may go: its deployments that the viewer sets up, each with its calendar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Denied, NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission
from stillads.playbooks.kinds.series import Series
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import Instrument
from stillads.trials.models import Window

from ...lookup import definition_of
from ...models import Deployment
from ...openness import calendar_of, is_open
from ...permissions import SET_UP
from ...series.rows import Place


@dataclass(frozen=True)
class Places:
    """The instrument's definition, its deployments by key, and the places per unit's public id."""

    instrument: Instrument
    kind: Series
    deployments: dict[int, Deployment]
    by_unit: dict[str, list[Place]]


def series_by(ref: str) -> Instrument:
    """The instrument by `KEY/INSTRUMENT` (of the newest version at work), or by one of its deployments.

    Raises NotFound where there is none of that name that takes figures.
    """
    rows = Instrument.objects.filter(kind="series").select_related("version__playbook")
    playbook, slash, key = ref.partition("/")
    if not slash:
        found = rows.filter(deployments__public_id=ref).first()
    else:
        wanted = rows.filter(version__playbook__key=playbook, key=key, deployments__isnull=False)
        found = wanted.order_by("-version__number").first()
    if found is None:
        raise NotFound(_("There are no figures of others by that name."))
    return found


def places_of(instrument: Instrument, viewer: Viewer) -> Places:
    """Raises Denied where the viewer sets up registrations at none of its units."""
    rows = Deployment.objects.filter(instrument=instrument).select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(SET_UP).roles))
    found = list(rows.defer("instrument__version__content").order_by("unit__name_sort", "pk"))
    if not found:
        raise Denied(_("The figures belong to units that you do not set up registrations at."))
    kind = playbook_of(instrument.version).instrument(instrument.key)
    assert isinstance(kind, Series)  # noqa: S101  (asked for by series_by)
    opens = _openers(found)
    by_unit: dict[str, list[Place]] = {}
    for row in found:
        by_unit.setdefault(row.unit.public_id, []).append(Place(row.pk, row.unit.name, opens[row.pk]))
    return Places(instrument, kind, {row.pk: row for row in found}, by_unit)


def _openers(rows: list[Deployment]) -> dict[int, Callable[[date], bool]]:
    phases = [row.phase_site.phase_id for row in rows if row.phase_site]
    windows: dict[int, list[Window]] = {}
    for window in Window.objects.filter(phase_id__in=phases).exclude(key=""):
        windows.setdefault(window.phase_id, []).append(window)
    return {
        row.pk: _opener(row, windows.get(row.phase_site.phase_id, []) if row.phase_site else [])
        for row in rows
    }


def _opener(row: Deployment, windows: list[Window]) -> Callable[[date], bool]:
    calendar = calendar_of(row, definition_of(row).open, windows)
    return lambda day: is_open(calendar, day)
