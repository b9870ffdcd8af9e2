"""Legal bases in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date, format_span
from stillads.vocabularies.queries.legal import LegalBasisRow


@dataclass(frozen=True)
class LegalLine:
    """One provision; `unsure` where the source says that it is still to be checked."""

    key: str
    name: str
    subject: str
    days: str
    successor: str
    source: str
    unsure: bool


def legal_lines(rows: list[LegalBasisRow]) -> list[LegalLine]:
    """The list."""
    return [
        LegalLine(
            row.key,
            row.name,
            row.subject,
            format_span(row.valid_from, row.valid_to)
            if row.valid_to
            else _("from %s") % format_date(row.valid_from),
            row.successor,
            row.source,
            row.to_be_checked,
        )
        for row in rows
    ]
