"""What became of all trials: how honestly they were measured, what was found, and what was decided.

Nearly every improvement project reports success, and few meet what they promised: of 120 that were reviewed 98 % told
of an improvement and 27 % met a quantitative aim (BMC Health Serv Res 2019;19:683). This page counts our own.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q

from stillads.analysis.models import Verdict
from stillads.decisions.models import Decision
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Criterion, Figure, Phase, Round
from stillads.trials.permissions import READ

_BEGUN: Final = ("running", "evaluating", "evaluated", "decided")
_COMPARED: Final = frozenset({"last_year", "comparison_sites"})


@dataclass(frozen=True, slots=True)
class Portfolio:
    """One round's trials, or all of them together; `key` is empty for all.

    trials       phases that have begun
    locked       with a prediction locked before day 1; aimed: with an expectation of a size in it
    baseline     with something measured before day 1; compared: with other places or the year before
    verdicts     outcome → expectations (primary and others, no guardrails)
    decisions    outcome → parts of recommendations that were decided
    """

    key: str
    title: str
    start: date | None
    constructed: bool
    trials: int = 0
    locked: int = 0
    aimed: int = 0
    baseline: int = 0
    compared: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    decisions: Counter[str] = field(default_factory=Counter)


def portfolio(*, viewer: Viewer) -> tuple[Portfolio, list[Portfolio]]:
    """All rounds together, and each by itself, the newest first; rounds in which nothing has begun are left out.

    Seven queries, however many rounds and trials.
    """
    check_may(viewer, READ)
    begun = Phase.objects.filter(state__in=_BEGUN)
    counts = _per_round(begun)
    verdicts, decisions = _verdicts(), _decisions()
    compared = Counter(_compared(begun))
    rows = [
        Portfolio(
            row.key, row.title, row.start, row.constructed, *counts[row.pk], compared[row.pk],
            verdicts.get(row.pk, Counter()), decisions.get(row.pk, Counter()),
        )
        for row in Round.objects.filter(pk__in=counts).order_by("-start", "-pk")
    ]  # fmt: skip
    return _together(rows), rows


def _per_round(begun: Any) -> dict[int, tuple[int, int, int, int]]:
    """Round → trials, locked, aimed, baseline."""
    locked = Q(prediction__locked_at__isnull=False)
    aims = Criterion.objects.filter(locked_at__isnull=False, size__isnull=False, withdrawn=False)
    before = Figure.objects.filter(before__isnull=False, withdrawn=False)
    known = Q(baseline_start__isnull=False) | Q(pk__in=before.values("phase_id"))
    grouped = begun.order_by().values("round_id").annotate(
        trials=Count("pk"),
        locked=Count("pk", filter=locked),
        aimed=Count("pk", filter=locked & Q(pk__in=aims.values("phase_id"))),
        baseline=Count("pk", filter=known),
    )  # fmt: skip
    return {row["round_id"]: (row["trials"], row["locked"], row["aimed"], row["baseline"]) for row in grouped}


def _compared(begun: Any) -> Iterable[int]:
    """The round of each phase whose expectations are held against other places or the year before."""
    keys: dict[int, set[str]] = {}
    rows = Criterion.objects.filter(locked_at__isnull=False).exclude(measure="")
    for phase, key in rows.values_list("phase_id", "measure"):
        keys.setdefault(phase, set()).add(key)
    phases = begun.filter(pk__in=keys, playbook_version__isnull=False).select_related("playbook_version")
    for phase in phases.defer("playbook_version__content"):
        measures = playbook_of(phase.playbook_version).measures
        if any(each.key in keys[phase.pk] and each.baseline.kind in _COMPARED for each in measures):
            yield phase.round_id


def _verdicts() -> dict[int, Counter[str]]:
    rows = Verdict.objects.filter(criterion__guardrail=False).order_by()
    return _counted(rows.values_list("criterion__phase__round_id", "outcome").annotate(Count("pk")))


def _decisions() -> dict[int, Counter[str]]:
    rows = Decision.objects.filter(replaced_by__isnull=True).order_by()
    return _counted(rows.values_list("phase__round_id", "outcome").annotate(Count("pk")))


def _counted(rows: Iterable[tuple[int, str, int]]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for place, outcome, many in rows:
        found.setdefault(place, Counter())[outcome] += many
    return found


def _together(rows: list[Portfolio]) -> Portfolio:
    return Portfolio(
        key="",
        title="",
        start=None,
        constructed=any(row.constructed for row in rows),
        trials=sum(row.trials for row in rows),
        locked=sum(row.locked for row in rows),
        aimed=sum(row.aimed for row in rows),
        baseline=sum(row.baseline for row in rows),
        compared=sum(row.compared for row in rows),
        verdicts=sum((row.verdicts for row in rows), Counter()),
        decisions=sum((row.decisions for row in rows), Counter()),
    )
