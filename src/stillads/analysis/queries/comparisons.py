"""*Forudsagt | Målt | Forskel*: each locked expectation beside what was measured, and its verdict."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from stillads.trials.models import Criterion, Figure, Phase

from ..comparison import Comparison, compare
from ..figures import expected_of, figure_text, measured_of
from ..models import Verdict
from ..registered_words import from_registrations, row_of
from ..words import OUTCOMES, WHY, amount, change_text, difference_text, expected_text, n_of_n
from .criteria import Chain, current_figures, evaluation_day, locked_chains


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change after the lock: the expectation as it then stood, when, by whom and why."""

    predicted: str
    withdrawn: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of the table, in words; empty strings where there is nothing to say.

    criterion    public id, empty for a figure that nobody predicted; figure likewise
    predicted    `20 % fewer`; measured `12 calls`; before, n, period, method, source and site of the figure
    change       since before, with sign; difference: measured against predicted
    numbers      the comparison itself, for pictures; None where there is none
    late         thought of after the prediction was locked
    outcome      code of the fallen verdict, empty before it falls; outcome_word and caveat its words
    due          the evaluation date; provisional: it has not come yet, or no verdict has fallen
    changed_since_verdict  the figure was corrected after the verdict fell
    measure      key of the playbook's measure that its registrations speak through; empty for typed figures
    """

    criterion: str
    perspective: str
    what: str
    predicted: str = ""
    primary: bool = False
    guardrail: bool = False
    withdrawn: bool = False
    late: bool = False
    amendments: tuple[Amendment, ...] = ()
    figure: str = ""
    measured: str = ""
    before: str = ""
    n: str = ""
    period_first: date | None = None
    period_last: date | None = None
    method: str = ""
    source: str = ""
    dated: date | None = None
    site: str = ""
    estimate: bool = False
    constructed: bool = False
    change: str = ""
    difference: str = ""
    numbers: Comparison | None = None
    outcome: str = ""
    outcome_word: str = ""
    caveat: str = ""
    due: date | None = None
    provisional: bool = True
    changed_since_verdict: bool = False
    measure: str = ""


@dataclass(frozen=True, slots=True)
class PhaseComparison:
    """All rows of a phase.

    predicted  expectations locked before day 1; unpredicted: figures that belong to none
    locked     whether a prediction was locked at all
    due        verdicts that could fall now (their date has come)
    evaluation_date  the phase's; verdicts fall on it
    """

    predicted: tuple[ComparisonRow, ...]
    unpredicted: tuple[ComparisonRow, ...]
    locked: bool
    due: int
    evaluation_date: date


def comparisons_of(phase_ids: Collection[str], *, on: date) -> dict[str, PhaseComparison]:
    """Phase public id → its comparison as it stands `on` a day. Four queries, however many phases."""
    phases = list(Phase.objects.filter(public_id__in=phase_ids).select_related("prediction"))
    ids = [phase.pk for phase in phases]
    figures = current_figures(ids)
    chains = locked_chains(ids, figures)
    verdicts = {
        verdict.criterion_id: verdict
        for verdict in Verdict.objects.filter(criterion__phase_id__in=ids).select_related("figure")
    }
    return {
        phase.public_id: _phase(phase, chains.get(phase.pk, ()), figures.get(phase.pk, []), verdicts, on)
        for phase in phases
    }


def _phase(
    phase: Phase, chains: tuple[Chain, ...], figures: list[Figure], verdicts: dict[int, Verdict], on: date
) -> PhaseComparison:
    rows = tuple(_row(chain, phase, verdicts.get(chain.root.pk)) for chain in chains)
    taken = {chain.figure.pk for chain in chains if chain.figure is not None}
    fallen = {chain.root.public_id for chain in chains if chain.root.pk in verdicts}
    due = [
        row for row in rows if row.criterion not in fallen and not row.withdrawn and row.due and row.due <= on
    ]
    return PhaseComparison(
        rows,
        tuple(_measured_only(figure) for figure in figures if figure.pk not in taken),
        bool(rows),
        len(due),
        phase.evaluation_date or phase.end,
    )


def _row(chain: Chain, phase: Phase, verdict: Verdict | None) -> ComparisonRow:
    now = chain.now
    figure = chain.figure
    expected = expected_of(now)
    if verdict is not None and from_registrations(verdict.inputs):
        figure = None
    numbers = compare(expected, measured_of(figure)) if figure else None
    row = ComparisonRow(
        criterion=chain.root.public_id,
        perspective=now.perspective,
        what=now.what,
        predicted=_predicted(now, figure),
        primary=now.primary,
        guardrail=now.guardrail,
        withdrawn=now.withdrawn,
        measure=now.measure,
        late=_is_late(chain, phase),
        amendments=tuple(_amendment(before, after, figure) for before, after in _steps(chain)),
        change=change_text(numbers) if numbers else "",
        difference=difference_text(expected, numbers) if numbers else "",
        numbers=numbers,
        outcome=verdict.outcome if verdict else "",
        outcome_word=str(OUTCOMES[verdict.outcome]) if verdict else "",
        caveat=str(WHY[verdict.why]) if verdict and verdict.why else "",
        due=evaluation_day(chain, phase),
        provisional=verdict is None,
        changed_since_verdict=_changed(verdict, figure),
        **_of_figure(figure),
    )
    if verdict is None or not from_registrations(verdict.inputs):
        return row
    return replace(row, **row_of(verdict.inputs))


def _changed(verdict: Verdict | None, figure: Figure | None) -> bool:
    """Was the figure corrected after the verdict? What was registered stands in the verdict itself."""
    if verdict is None or from_registrations(verdict.inputs):
        return False
    return verdict.figure_id != (figure.pk if figure else None)


def _is_late(chain: Chain, phase: Phase) -> bool:
    locked_at = getattr(getattr(phase, "prediction", None), "locked_at", None)
    return locked_at is not None and chain.root.created_at > locked_at


def _steps(chain: Chain) -> list[tuple[Criterion, Criterion]]:
    rows = [chain.root, *chain.amendments]
    return list(pairwise(rows))


def _amendment(before: Criterion, after: Criterion, figure: Figure | None) -> Amendment:
    return Amendment(
        _predicted(before, figure), after.withdrawn, after.reason, after.created_by, after.created_at
    )


def _predicted(criterion: Criterion, figure: Figure | None) -> str:
    level = figure is not None and figure.before is None and figure.denominator is not None
    return expected_text(expected_of(criterion), as_level=level)


def _measured_only(figure: Figure) -> ComparisonRow:
    change = ""
    if figure.before is not None:
        change = change_text(Comparison(figure.value - figure.before, None, None, figure.unit))
    return ComparisonRow(
        criterion="",
        perspective=figure.perspective,
        what=figure.label,
        change=change,
        **_of_figure(figure),
    )


def _of_figure(figure: Figure | None) -> dict[str, Any]:
    if figure is None:
        return {}
    return {
        "figure": figure.public_id,
        "measured": figure_text(figure),
        "before": "" if figure.before is None else amount(figure.before, figure.unit),
        "n": n_of_n(figure.numerator, figure.denominator),
        "period_first": figure.period_first,
        "period_last": figure.period_last,
        "method": figure.method,
        "source": figure.source,
        "dated": figure.dated,
        "site": figure.site,
        "estimate": figure.estimate,
        "constructed": figure.constructed,
    }
