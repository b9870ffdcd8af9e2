"""The next phase, drafted from what the one before did not answer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from stillads.audit.actions.record import record
from stillads.documents.blocks import Body, List, TextSpan, parse_body
from stillads.kernel.viewer import Viewer

from ..lookup import phase_by, type_ref
from ..models import Criterion, Phase, PhaseSite
from ..queries.loading import current_criteria
from ..rules import check_can_edit
from .amendments import as_input
from .phases import plan_phase
from .prediction import add_criterion
from .sites import SiteInput


@transaction.atomic
def draft_next_phase(
    *,
    phase: type_ref,
    round_: type_ref,
    answered: Collection[str] = (),
    viewer: Viewer,
    at: datetime,
) -> Phase:
    """A draft in `round_`: the same sites, the expectations not answered, the open questions gathered.

    answered  public ids of the criteria that the evaluation has settled; they are left out
    What was found stays with the phase before; pages show it as *Fra sidste afprøvning* by `previous`.
    Drafted twice it is one phase.
    """
    old = phase_by(phase)
    check_can_edit(old.trial, viewer)
    there = Phase.objects.filter(trial=old.trial, previous=old).first()
    if there is not None and there.round.key == str(round_):
        return there
    left = [c for c in current_criteria(old) if c.public_id not in set(answered)]
    made = plan_phase(
        trial=old.trial_id,
        round_=round_,
        sites=_sites(old),
        open_questions=_questions(old, left).data(),
        expected_citizens=old.expected_citizens,
        expected_employees=old.expected_employees,
        playbook_version_id=old.playbook_version_id,
        constructed=old.constructed,
        viewer=viewer,
        at=at,
    )
    for criterion in left:
        add_criterion(phase=made.pk, criterion=as_input(criterion), viewer=viewer, at=at)
    record(
        viewer=viewer,
        verb="trials.draft_next_phase",
        target=f"phase:{made.public_id}",
        target_name=old.trial.title,
        data={"from": old.public_id, "criteria": len(left)},
        at=at,
    )
    return made


def _sites(old: Phase) -> list[SiteInput]:
    staying = PhaseSite.objects.filter(phase=old, withdrawn_at=None).order_by("pk")
    return [
        SiteInput(s.unit_id, contact=s.contact_id, citizens=s.citizens, employees=s.employees)
        for s in staying
        if s.unit.valid_to is None
    ]


def _questions(old: Phase, left: list[Criterion]) -> Body:
    before = parse_body(old.open_questions)
    if not left:
        return before
    items = tuple((TextSpan(text=criterion.what),) for criterion in left)
    return Body(blocks=(*before.blocks, List(items=items)))
