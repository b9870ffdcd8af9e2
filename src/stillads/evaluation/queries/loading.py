"""All rows of some evaluations, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import models
from django.db.models import Prefetch

from stillads.trials.models import Figure, PhaseSite

from ..models import (
    Box,
    Evaluation,
    EvaluationTransition,
    EvidenceLink,
    Finding,
    KeptSave,
    LearningNote,
    LedgerLine,
    Rating,
    RecommendationPart,
    TextField,
)

M = TypeVar("M", bound=models.Model)


@dataclass
class Rows:
    """Rows by evaluation number; sites and notes by phase number, figures by trial number."""

    evaluations: list[Evaluation]
    texts: dict[int, list[TextField]] = field(default_factory=dict)
    boxes: dict[int, list[Box]] = field(default_factory=dict)
    findings: dict[int, list[Finding]] = field(default_factory=dict)
    parts: dict[int, list[RecommendationPart]] = field(default_factory=dict)
    ratings: dict[int, list[Rating]] = field(default_factory=dict)
    lines: dict[int, list[LedgerLine]] = field(default_factory=dict)
    kept: dict[int, list[KeptSave]] = field(default_factory=dict)
    steps: dict[int, list[EvaluationTransition]] = field(default_factory=dict)
    sites: dict[int, list[PhaseSite]] = field(default_factory=dict)
    figures: dict[int, list[Figure]] = field(default_factory=dict)
    notes: dict[int, LearningNote] = field(default_factory=dict)


def load(phase_ids: Collection[str]) -> Rows:
    """The rows of the evaluations of the phases with these public ids."""
    evaluations = list(
        Evaluation.objects.filter(phase__public_id__in=phase_ids)
        .select_related("phase__trial__lead", "phase__round", "phase__previous")
        .order_by("phase__order_in_round", "pk")
    )
    ids = [evaluation.pk for evaluation in evaluations]
    phases = [evaluation.phase_id for evaluation in evaluations]
    trials = {evaluation.phase.trial_id for evaluation in evaluations}
    mine = {"evaluation_id__in": ids}
    standing = {**mine, "removed_at__isnull": True}
    links = Prefetch(
        "evidence_links",
        queryset=EvidenceLink.objects.select_related("figure__phase").order_by("pk"),
    )
    rows = Rows(evaluations)
    rows.texts = _grouped(TextField.objects.filter(**mine).order_by("pk"))
    rows.boxes = _grouped(Box.objects.filter(**mine).order_by("pk"))
    rows.findings = _grouped(Finding.objects.filter(**standing).prefetch_related(links))
    rows.parts = _grouped(RecommendationPart.objects.filter(**standing).select_related("owner"))
    rows.ratings = _grouped(Rating.objects.filter(**mine).order_by("pk"))
    rows.lines = _grouped(LedgerLine.objects.filter(**standing))
    rows.kept = _grouped(KeptSave.objects.filter(**mine, settled_at__isnull=True))
    rows.steps = _grouped(EvaluationTransition.objects.filter(**mine))
    sites = PhaseSite.objects.filter(phase_id__in=phases).select_related("unit").order_by("unit__name_sort")
    rows.sites = _grouped(sites, lambda row: row.phase_id)
    figures = (
        Figure.objects.filter(phase__trial_id__in=trials).select_related("phase").order_by("dated", "pk")
    )
    rows.figures = _grouped(figures, lambda row: row.phase.trial_id)
    notes = LearningNote.objects.filter(phase_id__in=phases)
    rows.notes = {note.phase_id: note for note in notes}
    return rows


def _grouped(rows: Iterable[M], key: Callable[[M], int] | None = None) -> dict[int, list[M]]:
    found: dict[int, list[M]] = defaultdict(list)
    for row in rows:
        place = key(row) if key else row.evaluation_id  # type: ignore[attr-defined]  # all others have one
        found[place].append(row)
    return found
