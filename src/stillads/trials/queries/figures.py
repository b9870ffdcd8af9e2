"""Figures typed by hand: the *Målt* of a trial without registrations of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from stillads.kernel.numbers import format_number

from ..lookup import type_ref
from ..models import Figure
from ..words import with_unit


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure that holds now. `earlier` are those it replaced, newest first.

    value, before           in `unit`
    numerator, denominator  the n of N, where it is one
    """

    id: int
    public_id: str
    criterion_id: int | None
    criterion_public_id: str
    perspective: str
    label: str
    value: Decimal
    unit: str
    numerator: int | None
    denominator: int | None
    before: Decimal | None
    period_first: date | None
    period_last: date | None
    method: str
    source: str
    dated: date
    site: str
    estimate: bool
    published_by_source: bool
    constructed: bool
    withdrawn: bool
    reason: str
    created_at: datetime
    created_by: str
    earlier: tuple["FigureView", ...] = ()

    @property
    def value_text(self) -> str:
        """The number with its unit."""
        return with_unit(format_number(self.value), self.unit)

    @property
    def before_text(self) -> str:
        """The same before the trial; empty where it is not known."""
        return with_unit(format_number(self.before), self.unit) if self.before is not None else ""


def figures_of(phase: type_ref, *, with_withdrawn: bool = False) -> list[FigureView]:
    """The figures of a phase that hold now, in the order they were first written. One query."""
    key = {"phase": phase} if isinstance(phase, int) else {"phase__public_id": phase}
    rows = list(Figure.objects.filter(**key).select_related("criterion").order_by("pk"))
    by_id = {row.pk: row for row in rows}
    replaced = {row.replaces_id for row in rows}
    found = [_chain(row, by_id) for row in rows if row.pk not in replaced]
    return [figure for figure in found if with_withdrawn or not figure.withdrawn]


def figure_by_public_id(public_ids: list[str]) -> dict[str, FigureView]:
    """The newest figure behind each of the references in a text (`[tal:ab12cd]`): public id → figure.

    A reference to a figure that was corrected gives the newest; withdrawn ones are left out. Two queries.
    """
    phases = Figure.objects.filter(public_id__in=public_ids).values_list("phase_id", flat=True)
    rows = list(Figure.objects.filter(phase_id__in=list(phases)).select_related("criterion").order_by("pk"))
    by_id = {row.pk: row for row in rows}
    replaced = {row.replaces_id for row in rows}
    newest: dict[str, FigureView] = {}
    for view in (_chain(row, by_id) for row in rows if row.pk not in replaced):
        newest |= {each.public_id: view for each in (view, *view.earlier) if not view.withdrawn}
    return {public_id: newest[public_id] for public_id in public_ids if public_id in newest}


def _chain(row: Figure, by_id: dict[int, Figure]) -> FigureView:
    earlier, at = [], row
    while at.replaces_id:
        at = by_id[at.replaces_id]
        earlier.append(_view(at, ()))
    return _view(row, tuple(earlier))


def _view(row: Figure, earlier: tuple[FigureView, ...]) -> FigureView:
    return FigureView(
        id=row.pk,
        public_id=row.public_id,
        criterion_id=row.criterion_id,
        criterion_public_id=row.criterion.public_id if row.criterion else "",
        perspective=row.perspective,
        label=row.label,
        value=row.value,
        unit=row.unit,
        numerator=row.numerator,
        denominator=row.denominator,
        before=row.before,
        period_first=row.period_first,
        period_last=row.period_last,
        method=row.method,
        source=row.source,
        dated=row.dated,
        site=row.site,
        estimate=row.estimate,
        published_by_source=row.published_by_source,
        constructed=row.constructed,
        withdrawn=row.withdrawn,
        reason=row.reason,
        created_at=row.created_at,
        created_by=row.created_by,
        earlier=earlier,
    )
