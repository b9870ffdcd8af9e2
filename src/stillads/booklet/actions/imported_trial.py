"""One trial of a booklet that is read in: trial, phase, sites, evaluation, findings, recommendation."""

from datetime import datetime

from django.utils.translation import gettext as _

from stillads.evaluation.models import (
    Box,
    Evaluation,
    EvaluationTransition,
    Finding,
    RecommendationPart,
    TextField,
)
from stillads.evaluation.searching import index_finding
from stillads.kernel.danish import sort_key
from stillads.kernel.viewer import Viewer
from stillads.trials.finding import index_trial
from stillads.trials.models import Phase, PhaseSite, PhaseTransition, Round, Trial, TrialTransition

from ..importing.plan import TrialPlan
from ..queries.imports import KnownSite, sites_named


def store_trial(
    plan: TrialPlan,
    held: Round,
    sites: list[KnownSite],
    *,
    digest: str,
    source: str,
    viewer: Viewer,
    at: datetime,
) -> Trial:
    """Store one trial with its one phase in the round. Runs in the import's transaction.

    A place that is a unit of ours becomes a site; the booklet's own wording is kept in any case.
    """
    reason = _("Read in from a booklet")
    trial = Trial.objects.create(
        title=plan.title,
        title_sort=sort_key(plan.title),
        description=plan.description.data(),
        state=Trial.State.ACTIVE,
        source_note=(source or reason)[:200],
        created_at=at,
        idempotency_key=f"booklet:{digest[:40]}:{plan.number}",
    )
    TrialTransition.objects.create(trial=trial, to_state=trial.state, reason=reason, by=viewer.name, at=at)
    phase = Phase.objects.create(
        trial=trial,
        round=held,
        number=1,
        order_in_round=plan.number,
        state=Phase.State.EVALUATED,
        start=held.start,
        end=held.end,
        evaluation_date=held.evaluation_deadline,
        tested_at_text=plan.tested_at,
        without_prediction=_("The booklet does not tell what was expected."),
        created_at=at,
    )
    PhaseTransition.objects.create(phase=phase, to_state=phase.state, reason=reason, by=viewer.name, at=at)
    PhaseSite.objects.bulk_create(
        PhaseSite(phase=phase, unit_id=site.unit_id, valid_from=held.start, valid_to=held.end)
        for site in sites_named(plan.tested_at, sites)
    )
    _store_evaluation(plan, phase, source=source or reason, viewer=viewer, at=at)
    index_trial(trial, at)
    return trial


def _store_evaluation(plan: TrialPlan, phase: Phase, *, source: str, viewer: Viewer, at: datetime) -> None:
    evaluation = Evaluation.objects.create(
        phase=phase, state=Evaluation.State.APPROVED, created_at=at, imported_from=source[:200]
    )
    EvaluationTransition.objects.create(
        evaluation=evaluation,
        to_state=evaluation.state,
        reason=_("Read in from a booklet"),
        by=viewer.name,
        at=at,
    )
    texts = {
        TextField.Key.DESCRIPTION: plan.description,
        TextField.Key.ASSESSMENT: plan.assessment,
        TextField.Key.IMPRESSION: plan.impression,
    }
    TextField.objects.bulk_create(
        TextField(evaluation=evaluation, key=key, body=body.data(), saved_by=viewer.name, saved_at=at)
        for key, body in texts.items()
    )
    _store_findings(plan, evaluation, viewer, at)
    RecommendationPart.objects.bulk_create(
        RecommendationPart(
            evaluation=evaluation,
            order=order,
            proposal=part.proposal,
            body=part.body.data(),
            saved_by=viewer.name,
            saved_at=at,
        )
        for order, part in enumerate(plan.parts)
    )


def _store_findings(plan: TrialPlan, evaluation: Evaluation, viewer: Viewer, at: datetime) -> None:
    Box.objects.bulk_create(
        Box(
            evaluation=evaluation,
            side=side,
            perspective=perspective,
            state=Box.State.OPEN if box.findings else Box.State.NOT_STATED,
            as_written=box.as_written[:60],
        )
        for (side, perspective), box in plan.boxes.items()
    )
    found = Finding.objects.bulk_create(
        Finding(
            evaluation=evaluation,
            side=side,
            perspective=perspective,
            evidence=Finding.Evidence.UNCLASSIFIED,
            part=finding.part,
            carried_label=finding.carried_label,
            body=finding.body.data(),
            order=order,
            saved_by=viewer.name,
            saved_at=at,
        )
        for (side, perspective), box in plan.boxes.items()
        for order, finding in enumerate(box.findings)
    )
    for finding in found:
        index_finding(finding, at)
