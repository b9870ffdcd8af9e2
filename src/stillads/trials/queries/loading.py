"""Phases with all that their rows and pages show, in the same few queries however many there are."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from ..models import Criterion, Figure, LogEntry, Phase, PhaseSite, Prediction, PredictionAmendment, Window


def with_everything(phases: QuerySet[Phase]) -> QuerySet[Phase]:
    """The phases with trial, lead, unit, round and prediction; sites, windows, log, criteria beside them.

    One query for the phases and one each for six lists.
    """
    return phases.select_related(
        "trial", "trial__lead", "trial__owner_unit", "trial__theme", "round", "prediction", "previous"
    ).prefetch_related(
        _beside("sites", PhaseSite.objects.select_related("unit", "contact").order_by("unit__name_sort")),
        _beside("windows", Window.objects.all()),
        _log(),
        _criteria(),
        _beside("figures", Figure.objects.all()),
        "prediction__amendments",
    )


def with_line(phases: QuerySet[Phase]) -> QuerySet[Phase]:
    """The phases with no more than their 100-day line shows. Five queries, however many."""
    return phases.select_related("prediction").prefetch_related(
        _beside("windows", Window.objects.all()), _log(), _criteria(), "prediction__amendments"
    )


def _log() -> Prefetch[Any]:
    return _beside("log_entries", LogEntry.objects.filter(removed_at=None).order_by("-day", "-pk"))


def _criteria() -> Prefetch[Any]:
    return _beside("criteria", Criterion.objects.order_by("pk"))


def _beside(name: str, rows: QuerySet[Any]) -> Prefetch[Any]:
    """As a plain list: Django would prepare a query for each list of each phase, 240 of them for a board."""
    return Prefetch(name, rows, to_attr=f"fetched_{name}")


def listed(phase: Phase, name: str) -> list[Any]:
    """One of the phase's lists as `with_everything` has fetched it; asked for where it has not."""
    found: list[Any] | None = getattr(phase, f"fetched_{name}", None)
    return list(getattr(phase, name).all()) if found is None else found


def held_prediction(phase: Phase) -> Prediction:
    """The phase's prediction; an empty one that is not saved where an import made none."""
    found: Prediction | None = getattr(phase, "prediction", None)
    return found or Prediction(phase=phase)


def amendments_of(prediction: Prediction) -> list[PredictionAmendment]:
    """What was amended, in order."""
    return list(prediction.amendments.all()) if prediction.pk else []


def current_criteria(phase: Phase) -> list[Criterion]:
    """The expectations that count now: the newest of each, without those taken away."""
    rows = listed(phase, "criteria")
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
