"""What was expected, as it was locked, with every amendment: the *Forudsagt* of the evaluation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from stillads.kernel.dates import format_date
from stillads.kernel.numbers import format_number
from stillads.kernel.rules import NotFound

from ..lookup import type_ref
from ..models import Criterion, Phase, PredictionAmendment
from ..prediction_rules import missing_in
from ..words import DIRECTIONS, with_unit
from .loading import amendments_of, current_criteria, held_prediction

PART = PredictionAmendment.Part


@dataclass(frozen=True, slots=True)
class CriterionView:
    """One expectation.

    size, unit      how much; None where only the direction was said
    direction       up, down, unchanged, not_worse
    expected_text   `mindst 20 % færre`-like words: direction and size
    late            thought of after the lock
    reason          why it was amended, added late or taken away
    earlier         what it was before, newest first
    withdrawn       no longer counts
    """

    id: int
    public_id: str
    perspective: str
    what: str
    direction: str
    worse: str  # which way is worse, for not_worse: up or down
    size: Decimal | None
    unit: str
    expected_text: str
    how_known: str
    measure: str
    primary: bool
    guardrail: bool
    evaluation_date: date | None
    locked_at: datetime | None
    late: bool
    withdrawn: bool
    reason: str
    created_at: datetime
    created_by: str
    earlier: tuple["CriterionView", ...] = ()


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """The rule or the evaluation date became another after the lock. Dates are ISO in `before`, `after`."""

    part: str
    before: str
    after: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PredictionView:
    """A phase's prediction. `decision_rule` and `evaluation_date` are those that hold now.

    criteria    the newest of each chain, withdrawn ones among them, in the order they were written
    lacks       what keeps it from being locked, as sentences; empty where it is complete
    without     why there is none, where somebody said so
    """

    phase_id: int
    phase_public_id: str
    criteria: tuple[CriterionView, ...]
    decision_rule: str
    evaluation_date: date | None
    locked_at: datetime | None
    locked_by: str
    locked_rule: str
    locked_evaluation_date: date | None
    amendments: tuple[AmendmentView, ...]
    lacks: tuple[str, ...]
    without: str
    version: int

    @property
    def counting(self) -> tuple[CriterionView, ...]:
        """The expectations that count: without those taken away."""
        return tuple(c for c in self.criteria if not c.withdrawn)

    @property
    def amended(self) -> bool:
        """Has anything changed since the lock?"""
        return bool(self.amendments) or any(c.reason for c in self.criteria)


def prediction_of(phase: type_ref) -> PredictionView:
    """The prediction of a phase, by number or public id. Three queries. NotFound where none is."""
    key = {"pk": phase} if isinstance(phase, int) else {"public_id": phase}
    rows = Phase.objects.select_related("prediction").prefetch_related("criteria", "prediction__amendments")
    row = rows.filter(**key).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return prediction_view(row)


def prediction_view(phase: Phase) -> PredictionView:
    """The view of a phase whose criteria and amendments have been fetched."""
    held = held_prediction(phase)
    amendments = amendments_of(held)
    rule, day = held.decision_rule, held.evaluation_date
    for amendment in amendments:
        if amendment.part == PART.DECISION_RULE:
            rule = amendment.after
        else:
            day = date.fromisoformat(amendment.after)
    return PredictionView(
        phase_id=phase.pk,
        phase_public_id=phase.public_id,
        criteria=tuple(_chains(list(phase.criteria.all()), held.locked_at)),
        decision_rule=rule,
        evaluation_date=day,
        locked_at=held.locked_at,
        locked_by=held.locked_by,
        locked_rule=held.decision_rule,
        locked_evaluation_date=held.evaluation_date,
        amendments=tuple(AmendmentView(a.part, a.before, a.after, a.reason, a.by, a.at) for a in amendments),
        lacks=() if held.locked_at else tuple(missing_in(held, current_criteria(phase))),
        without=phase.without_prediction,
        version=held.version,
    )


def expected_text(direction: str, size: Decimal | None, unit: str) -> str:
    """`falder med 20 %`, `stiger`, `bliver ikke ringere`."""
    word, with_size = DIRECTIONS[direction]
    if size is None:
        return str(word)
    return str(with_size) % {"size": with_unit(format_number(size), unit)}


def _chains(rows: list[Criterion], locked_at: datetime | None) -> Iterable[CriterionView]:
    by_id = {row.pk: row for row in rows}
    amended = {row.amends_id for row in rows}
    found = []
    for row in rows:
        if row.pk in amended:
            continue
        earlier, at = [], row
        while at.amends_id:
            at = by_id[at.amends_id]
            earlier.append(_view(at, locked_at, ()))
        found.append((at.pk, _view(row, locked_at, tuple(earlier))))
    return [view for _first, view in sorted(found, key=lambda pair: pair[0])]


def _view(row: Criterion, locked_at: datetime | None, earlier: tuple[CriterionView, ...]) -> CriterionView:
    return CriterionView(
        id=row.pk,
        public_id=row.public_id,
        perspective=row.perspective,
        what=row.what,
        direction=row.direction,
        worse=row.worse,
        size=row.size,
        unit=row.unit,
        expected_text=expected_text(row.direction, row.size, row.unit),
        how_known=row.how_known,
        measure=row.measure,
        primary=row.primary,
        guardrail=row.guardrail,
        evaluation_date=row.evaluation_date,
        locked_at=row.locked_at,
        late=row.amends_id is None and locked_at is not None and row.created_at > locked_at,
        withdrawn=row.withdrawn,
        reason=row.reason,
        created_at=row.created_at,
        created_by=row.created_by,
        earlier=earlier,
    )


def amendment_text(amendment: AmendmentView, value: str) -> str:
    """`before` or `after` as a person reads it: a date in Danish, or the rule itself."""
    if amendment.part == PART.EVALUATION_DATE and value:
        return format_date(date.fromisoformat(value))
    return value
