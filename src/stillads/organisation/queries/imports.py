"""The imports that were done, and their reports."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer

from ..imports.report import Report
from ..models import OrganisationImport
from ..permissions import IMPORT
from ..policy import check_may


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import that was kept."""

    public_id: str
    kind: str
    file_name: str
    by: str
    at: datetime
    created: int
    changed: int
    unchanged: int


def recent_imports(*, viewer: Viewer, limit: int = 20) -> list[ImportRow]:
    """The newest first. One query."""
    check_may(viewer, IMPORT)
    return [_row(row) for row in OrganisationImport.objects.order_by("-at", "-pk")[:limit]]


def import_report(*, public_id: str, viewer: Viewer) -> tuple[ImportRow, Report]:
    """One import with its lines; NotFound where there is none."""
    check_may(viewer, IMPORT)
    row = OrganisationImport.objects.filter(public_id=public_id).first()
    if row is None:
        raise NotFound(_("There is no such import."))
    return _row(row), Report.from_json(row.report)


def _row(row: OrganisationImport) -> ImportRow:
    counts = row.report
    return ImportRow(
        row.public_id, row.kind, row.file_name, row.by, row.at, counts["created"], counts["changed"],
        counts["unchanged"],
    )  # fmt: skip
