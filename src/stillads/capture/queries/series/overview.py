"""The figures that a viewer reads in, and the files that were read in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.organisation.policy import permission
from stillads.playbooks.kinds.series import Series
from stillads.playbooks.loading import playbook_of

from ...actions.series.places import places_of, series_by
from ...lookup import definition_of
from ...models import Deployment, ImportBatch
from ...permissions import SET_UP
from ...series.taking_back import TakingBack, taking_back


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file."""

    batch: str
    file_name: str
    rows: int
    first_day: date | None
    last_day: date | None
    by: str
    at: datetime
    undone_at: datetime | None
    undone_by: str
    undone_why: str


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """Figures of one playbook, wherever the viewer sets them up. `series` names them in addresses."""

    series: str
    title: str
    what: str
    holder: str
    trial_title: str
    units: tuple[str, ...]
    last_day: date | None
    constructed: bool


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """One of them with its files, the newest first, and the units that a name in a file can mean."""

    series: str
    kind: Series
    units: tuple[tuple[str, str], ...]
    batches: tuple[BatchLine, ...]


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A file that was read in, with its report as plain data; `taking_back` while that is under way, or broke off."""

    series: str
    title: str
    line: BatchLine
    report: dict[str, Any]
    columns: tuple[tuple[str, str, str], ...]  # key, title, unit
    taking_back: TakingBack | None


def series_lines(*, viewer: Viewer) -> list[SeriesLine]:
    """By title. Two queries, however many there are."""
    rows = Deployment.objects.filter(instrument__kind="series").select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=viewer.units_for(*permission(SET_UP).roles))
    found: dict[int, list[Deployment]] = {}
    for row in rows.defer("instrument__version__content").order_by("unit__name_sort", "pk"):
        found.setdefault(row.instrument_id, []).append(row)
    batches = ImportBatch.objects.filter(instrument_id__in=found, undone_at__isnull=True)
    last = dict(batches.order_by("last_day").values_list("instrument_id", "last_day"))
    return [_line(places, last.get(key)) for key, places in found.items()]


def _line(rows: list[Deployment], last: date | None) -> SeriesLine:
    kind = definition_of(rows[0])
    assert isinstance(kind, Series)  # noqa: S101  (asked for above)
    phase = rows[0].phase_site.phase if rows[0].phase_site else None
    return SeriesLine(
        series=rows[0].public_id,
        title=kind.title,
        what=kind.what,
        holder=kind.holder,
        trial_title=phase.trial.title if phase else rows[0].instrument.version.playbook.title,
        units=tuple(dict.fromkeys(row.unit.name for row in rows)),
        last_day=last,
        constructed=bool(phase and phase.constructed),
    )


def series_page(*, series: str, viewer: Viewer, day: date) -> SeriesPage:
    """One of them. Raises Denied, NotFound."""
    places = places_of(series_by(series), viewer)
    units = Unit.objects.filter(valid_from__lte=day).order_by("name_sort").values_list("public_id", "name")
    batches = ImportBatch.objects.filter(instrument=places.instrument).order_by("-pk")
    return SeriesPage(series, places.kind, tuple(units), tuple(_batch(row) for row in batches[:50]))


def batch_page(*, batch: str, viewer: Viewer) -> BatchPage:
    """One file. Raises Denied, NotFound."""
    row = ImportBatch.objects.select_related("instrument__version").filter(public_id=batch).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    places = places_of(row.instrument, viewer)
    kind = playbook_of(row.instrument.version).instrument(row.instrument.key)
    assert isinstance(kind, Series)  # noqa: S101  (files are read in for series alone)
    return BatchPage(
        series=next(iter(places.deployments.values())).public_id,
        title=kind.title,
        line=_batch(row),
        report=row.report,
        columns=tuple((column.key, column.title, column.unit) for column in kind.columns),
        taking_back=taking_back(row.public_id) if row.undone_at is None else None,
    )


def _batch(row: ImportBatch) -> BatchLine:
    return BatchLine(
        batch=row.public_id, file_name=row.file_name, rows=row.rows, first_day=row.first_day, last_day=row.last_day,
        by=row.by, at=row.at, undone_at=row.undone_at, undone_by=row.undone_by, undone_why=row.undone_why,
    )  # fmt: skip
