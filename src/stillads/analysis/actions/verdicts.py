"""Verdicts fall: once for each expectation, on or after its locked evaluation date."""

from collections import defaultdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Phase

from ..models import Verdict
from ..queries.criteria import Chain, current_figures, evaluation_day, locked_chains
from ..queries.registered import Registered, registered
from ..ruling import ruled


@transaction.atomic
def fall_verdicts(*, phase: str, viewer: Viewer, at: datetime) -> list[Verdict]:
    """The verdicts that fall now in the phase with this public id; those fallen before are left alone.

    Before an expectation's evaluation date nothing falls. Withdrawn expectations get none.
    """
    row = (
        Phase.objects.select_for_update(of=("self",))
        .select_related("playbook_version")
        .defer("playbook_version__content")
        .filter(public_id=phase)
        .first()
    )
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
    seen = _registered(due, row, viewer) if due else {}
    made = [_fall(chain, row, seen.get(chain.root.pk), viewer, at) for chain in due]
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


def _fall(chain: Chain, phase: Phase, registered: Registered | None, viewer: Viewer, at: datetime) -> Verdict:
    found = ruled(chain, registered)
    return Verdict.objects.create(
        criterion=chain.root,
        figure=found.figure,
        outcome=found.outcome,
        why=found.why,
        rule_name=found.rule_name,
        inputs=found.inputs,
        evaluation_date=evaluation_day(chain, phase),
        computed_at=at,
        by=viewer.name,
    )


def _registered(due: list[Chain], phase: Phase, viewer: Viewer) -> dict[int, Registered]:
    """What the registrations say of each expectation, as it stood on its own evaluation day."""
    days: dict[date, list[Chain]] = defaultdict(list)
    for chain in due:
        days[evaluation_day(chain, phase)].append(chain)
    found: dict[int, Registered] = {}
    for day, chains in days.items():
        known = registered(phase, {chain.now.measure for chain in chains}, viewer=viewer, day=day)
        found |= {chain.root.pk: known[chain.now.measure] for chain in chains if chain.now.measure in known}
    return found
