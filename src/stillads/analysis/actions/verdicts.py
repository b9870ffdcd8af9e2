"""Verdicts fall: once for each expectation, on or after its locked evaluation date."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Phase

from ..figures import expected_of, measured_of
from ..models import Verdict
from ..queries.criteria import Chain, current_figures, evaluation_day, locked_chains
from ..verdicts import RULE_NAME, rule


@transaction.atomic
def fall_verdicts(*, phase: str, viewer: Viewer, at: datetime) -> list[Verdict]:
    """The verdicts that fall now in the phase with this public id; those fallen before are left alone.

    Before an expectation's evaluation date nothing falls. Withdrawn expectations get none.
    """
    row = Phase.objects.select_for_update().filter(public_id=phase).first()
    if row is None:
        raise NotFound(_("There is no such phase."))
    chains = locked_chains([row.pk], current_figures([row.pk])).get(row.pk, ())
    fallen = set(Verdict.objects.filter(criterion__phase=row).values_list("criterion_id", flat=True))
    today = local_day(at)
    due = [
        chain
        for chain in chains
        if chain.root.pk not in fallen and not chain.now.withdrawn and evaluation_day(chain, row) <= today
    ]
    made = [_fall(chain, row, viewer, at) for chain in due]
    if made:
        record(
            viewer=viewer,
            verb="analysis.fall_verdicts",
            target=f"phase:{row.public_id}",
            data={chain.root.public_id: verdict.outcome for chain, verdict in zip(due, made, strict=True)},
            at=at,
        )
    return made


def fall_due_verdicts(*, viewer: Viewer, at: datetime) -> int:
    """For the schedule: every phase that has an expectation without a verdict and may be due."""
    today = local_day(at)
    waiting = Phase.objects.filter(
        Q(evaluation_date__lte=today) | Q(end__lte=today),
        criteria__locked_at__isnull=False,
        criteria__amends__isnull=True,
        criteria__verdict__isnull=True,
    )
    keys = list(waiting.distinct().order_by("pk").values_list("public_id", flat=True))
    return sum(len(fall_verdicts(phase=key, viewer=viewer, at=at)) for key in keys)


def _fall(chain: Chain, phase: Phase, viewer: Viewer, at: datetime) -> Verdict:
    figure = chain.figure
    ruling = rule(expected_of(chain.now), measured_of(figure) if figure else None)
    return Verdict.objects.create(
        criterion=chain.root,
        figure=figure,
        outcome=ruling.outcome,
        why=ruling.why,
        rule_name=RULE_NAME,
        inputs=_inputs(chain),
        evaluation_date=evaluation_day(chain, phase),
        computed_at=at,
        by=viewer.name,
    )


def _inputs(chain: Chain) -> dict[str, object]:
    now, figure = chain.now, chain.figure
    given: dict[str, object] = {
        "criterion": now.public_id,
        "direction": now.direction,
        "size": None if now.size is None else str(now.size),
        "unit": now.unit,
        "worse": now.worse,
    }
    if figure is None:
        return given
    return {
        **given,
        "figure": figure.public_id,
        "value": str(figure.value),
        "figure_unit": figure.unit,
        "before": None if figure.before is None else str(figure.before),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "estimate": figure.estimate,
    }
