"""Legal bases as they hold on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..models import LegalBasis
from ..models.legal import is_unsure


@dataclass(frozen=True, slots=True)
class LegalBasisRow:
    """A provision with its days; `successor` is what followed it, as text, and `successor_key` its key."""

    key: str
    law: str
    paragraph: str
    subject: str
    valid_from: date
    valid_to: date | None
    successor: str
    successor_key: str
    source: str

    @property
    def name(self) -> str:
        """`Serviceloven § 83`."""
        return f"{self.law} {self.paragraph}"

    @property
    def to_be_checked(self) -> bool:
        """Does its source say that the row still has to be looked up?"""
        return is_unsure(self.source)


def legal_bases_on(day: date) -> list[LegalBasisRow]:
    """What holds on a day, by law and paragraph. One query. Public knowledge: no viewer."""
    holds = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    return _rows(holds)


def all_legal_bases() -> list[LegalBasisRow]:
    """The whole list, also what no longer holds. One query."""
    return _rows(Q())


def legal_basis(key: str) -> LegalBasisRow | None:
    """One row, or None."""
    return next(iter(_rows(Q(key=key))), None)


def _rows(wanted: Q) -> list[LegalBasisRow]:
    rows = LegalBasis.objects.filter(wanted).select_related("successor")
    return [
        LegalBasisRow(
            row.key, row.law, row.paragraph, row.subject, row.valid_from, row.valid_to,
            str(row.successor) if row.successor else "",
            row.successor.key if row.successor else "", row.source,
        )
        for row in sorted(rows, key=_order)
    ]  # fmt: skip


def _order(row: LegalBasis) -> tuple[str, int, str, date]:
    digits = "".join(letter if letter.isdigit() else " " for letter in row.paragraph).split()
    return row.law, int(digits[0]) if digits else 0, row.paragraph, row.valid_from
