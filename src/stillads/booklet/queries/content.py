"""Everything that a round's booklet is compiled from, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from stillads.analysis.queries.comparisons import PhaseComparison, comparisons_of
from stillads.evaluation.models import (
    Box,
    Evaluation,
    EvidenceLink,
    Finding,
    LedgerLine,
    Rating,
    RecommendationPart,
    TextField,
)
from stillads.kernel.clock import today
from stillads.kernel.rules import NotFound
from stillads.trials.models import Figure, LogEntry, Phase, PhaseSite, Prediction, Round, Window

from ..models import Booklet

LEFT_OUT = (Phase.State.DRAFT, Phase.State.STOPPED)


@dataclass(frozen=True, slots=True)
class PhaseContent:
    """One trial's phase with all that its chapter needs; `evaluation` is None where nobody has begun."""

    phase: Phase
    sites: tuple[str, ...]
    windows: tuple[Window, ...]
    changes: tuple[LogEntry, ...]
    prediction: Prediction | None
    figures: tuple[Figure, ...]
    comparison: PhaseComparison
    evaluation: Evaluation | None
    texts: dict[str, TextField]
    boxes: dict[tuple[str, str], Box]
    findings: tuple[Finding, ...]
    evidence: dict[int, tuple[EvidenceLink, ...]]
    parts: tuple[RecommendationPart, ...]
    ratings: dict[str, Rating]
    ledger: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class RoundContent:
    """A round, its booklet's own texts (None before anybody wrote them), and its phases in order."""

    round: Round
    booklet: Booklet | None
    phases: tuple[PhaseContent, ...]


class _OfPhase(Protocol):
    phase_id: int


class _OfEvaluation(Protocol):
    evaluation_id: int


P = TypeVar("P", bound=_OfPhase)
E = TypeVar("E", bound=_OfEvaluation)


def round_content(round_key: str) -> RoundContent:
    """The content of a round's booklet. Raises NotFound for an unknown key.

    The number of queries is the same, however many trials.

    Phases that were never begun, or were stopped, have no chapter.
    """
    held = Round.objects.filter(key=round_key).first()
    if held is None:
        raise NotFound(f"no round {round_key}")
    phases = list(
        Phase.objects.filter(round=held)
        .exclude(state__in=LEFT_OUT)
        .select_related("trial", "trial__lead")
        .order_by("order_in_round", "trial__title_sort", "pk")
    )
    booklet = Booklet.objects.filter(round=held).first()
    return RoundContent(held, booklet, tuple(_phases(phases)))


def _phases(phases: Sequence[Phase]) -> Iterable[PhaseContent]:
    ids = [phase.pk for phase in phases]
    evaluations = {one.phase_id: one for one in Evaluation.objects.filter(phase__in=ids)}
    evaluation_ids = [one.pk for one in evaluations.values()]
    sites = _by_phase(
        PhaseSite.objects.filter(phase__in=ids).select_related("unit").order_by("unit__name_sort")
    )
    windows = _by_phase(Window.objects.filter(phase__in=ids))
    changes = _by_phase(
        LogEntry.objects.filter(phase__in=ids, removed_at=None)
        .exclude(kind=LogEntry.Kind.NOTE)
        .order_by("day", "pk")
    )
    figures = _by_phase(Figure.objects.filter(phase__in=ids).order_by("dated", "pk"))
    predictions = {one.phase_id: one for one in Prediction.objects.filter(phase__in=ids)}
    texts = _by_evaluation(TextField.objects.filter(evaluation__in=evaluation_ids))
    boxes = _by_evaluation(Box.objects.filter(evaluation__in=evaluation_ids))
    findings = _by_evaluation(Finding.objects.filter(evaluation__in=evaluation_ids, removed_at=None))
    parts = _by_evaluation(
        RecommendationPart.objects.filter(evaluation__in=evaluation_ids, removed_at=None).select_related(
            "owner"
        )
    )
    ratings = _by_evaluation(Rating.objects.filter(evaluation__in=evaluation_ids))
    ledger = _by_evaluation(
        LedgerLine.objects.filter(evaluation__in=evaluation_ids, removed_at=None).order_by("pk")
    )
    evidence = _evidence(evaluation_ids)
    comparisons = comparisons_of([phase.public_id for phase in phases], on=today())
    for phase in phases:
        evaluation = evaluations.get(phase.pk)
        key = evaluation.pk if evaluation else 0
        yield PhaseContent(
            phase=phase,
            sites=tuple(site.unit.name for site in sites[phase.pk]),
            windows=tuple(windows[phase.pk]),
            changes=tuple(changes[phase.pk]),
            prediction=predictions.get(phase.pk),
            figures=tuple(figures[phase.pk]),
            comparison=comparisons[phase.public_id],
            evaluation=evaluation,
            texts={one.key: one for one in texts[key]},
            boxes={(one.side, one.perspective): one for one in boxes[key]},
            findings=tuple(findings[key]),
            evidence={one.pk: tuple(evidence[one.pk]) for one in findings[key]},
            parts=tuple(parts[key]),
            ratings={one.perspective: one for one in ratings[key]},
            ledger=tuple(ledger[key]),
        )


def _evidence(evaluation_ids: Sequence[int]) -> dict[int, list[EvidenceLink]]:
    found: dict[int, list[EvidenceLink]] = defaultdict(list)
    links = EvidenceLink.objects.filter(
        finding__evaluation__in=evaluation_ids, finding__removed_at=None
    ).select_related("figure")
    for link in links.order_by("pk"):
        found[link.finding_id].append(link)
    return found


def _by_phase(rows: Iterable[P]) -> dict[int, list[P]]:
    found: dict[int, list[P]] = defaultdict(list)
    for row in rows:
        found[row.phase_id].append(row)
    return found


def _by_evaluation(rows: Iterable[E]) -> dict[int, list[E]]:
    found: dict[int, list[E]] = defaultdict(list)
    for row in rows:
        found[row.evaluation_id].append(row)
    return found
