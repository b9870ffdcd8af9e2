"""From rows to what the rules need to know."""

from collections.abc import Iterable

from stillads.trials.models import Phase, PhaseSite

from .models import Evaluation, EvaluationTransition, KeptSave
from .rules import S, Standing


def units_of(phase: Phase, site_units: Iterable[int]) -> frozenset[int]:
    """The trial's own unit and the phase's sites."""
    own = [phase.trial.owner_unit_id] if phase.trial.owner_unit_id is not None else []
    return frozenset([*own, *site_units])


def submitter(transitions: Iterable[EvaluationTransition]) -> str:
    """Actor of the last submission, given the transitions in order; empty where there was none."""
    actors = [step.actor for step in transitions if step.to_state == S.IN_REVIEW]
    return actors[-1] if actors else ""


def standing_before(phase: Phase) -> Standing:
    """The standing of an evaluation that is not opened yet."""
    sites = PhaseSite.objects.filter(phase=phase).values_list("unit_id", flat=True)
    return Standing("", phase.state, units_of(phase, sites), phase.trial.lead_id)


def standing_of(evaluation: Evaluation, *, missing: tuple[str, ...] = ()) -> Standing:
    """The standing of an evaluation whose phase and trial are loaded. Three queries."""
    phase = evaluation.phase
    sites = PhaseSite.objects.filter(phase=phase).values_list("unit_id", flat=True)
    return Standing(
        evaluation.state,
        phase.state,
        units_of(phase, sites),
        phase.trial.lead_id,
        submitter(EvaluationTransition.objects.filter(evaluation=evaluation)),
        KeptSave.objects.filter(evaluation=evaluation, settled_at__isnull=True).count(),
        missing,
    )
