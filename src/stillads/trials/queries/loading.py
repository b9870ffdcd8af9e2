"""Phases with all that their rows and pages show, in the same few queries however many there are."""

from django.db.models import Prefetch, QuerySet

from ..models import Criterion, LogEntry, Phase, PhaseSite, Prediction, PredictionAmendment


def with_everything(phases: QuerySet[Phase]) -> QuerySet[Phase]:
    """The phases with trial, lead, unit, round and prediction; sites, windows, log, criteria beside them.

    One query for the phases and one each for six lists.
    """
    return phases.select_related(
        "trial", "trial__lead", "trial__owner_unit", "trial__theme", "round", "prediction", "previous"
    ).prefetch_related(
        Prefetch("sites", PhaseSite.objects.select_related("unit", "contact").order_by("unit__name_sort")),
        "windows",
        Prefetch("log_entries", LogEntry.objects.filter(removed_at=None).order_by("-day", "-pk")),
        Prefetch("criteria", Criterion.objects.order_by("pk")),
        "figures",
        "prediction__amendments",
    )


def held_prediction(phase: Phase) -> Prediction:
    """The phase's prediction; an empty one that is not saved where an import made none."""
    found: Prediction | None = getattr(phase, "prediction", None)
    return found or Prediction(phase=phase)


def amendments_of(prediction: Prediction) -> list[PredictionAmendment]:
    """What was amended, in order."""
    return list(prediction.amendments.all()) if prediction.pk else []


def current_criteria(phase: Phase) -> list[Criterion]:
    """The expectations that count now: the newest of each, without those taken away."""
    rows = list(phase.criteria.all())
    amended = {row.amends_id for row in rows if row.amends_id}
    return [row for row in rows if row.pk not in amended and not row.withdrawn]


def newest_ids(rows: list[Criterion]) -> dict[int, int]:
    """Every criterion's number → the number of the one that now stands in its place."""
    next_of = {row.amends_id: row.pk for row in rows if row.amends_id}
    found = {}
    for row in rows:
        at = row.pk
        while at in next_of:
            at = next_of[at]
        found[row.pk] = at
    return found
