"""A phase takes a version of a playbook: its windows and expectations are prefilled, never overwritten."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record
from stillads.kernel.rules import NotFound, RuleError
from stillads.kernel.viewer import Viewer
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import PlaybookVersion

from .. import followers
from ..lookup import phase_by, prediction_for, type_ref
from ..models import Criterion, Phase, Window
from ..rules import check_can_edit


@transaction.atomic
def choose_playbook(*, phase: type_ref, version: str, viewer: Viewer, at: datetime) -> Phase:
    """The phase runs on this published version from now on.

    While nothing is expected yet, the playbook's criteria become the draft of the prediction, and its
    windows those of the phase. What was registered on another version stays on that one.
    """
    row = phase_by(phase, lock=True)
    check_can_choose_playbook(row, viewer)
    chosen = PlaybookVersion.objects.filter(public_id=version, published_at__isnull=False).first()
    if chosen is None:
        raise NotFound(_("There is no such version of a playbook."))
    if row.playbook_version_id == chosen.pk:
        return row
    row.playbook_version = chosen
    row.version += 1
    row.save(update_fields=["playbook_version", "version"])
    content = playbook_of(chosen)
    _prefill_windows(row, content)
    _prefill_prediction(row, content, viewer, at)
    record(
        viewer=viewer,
        verb="trials.choose_playbook",
        target=f"phase:{row.public_id}",
        target_name=row.trial.title,
        data={"playbook": content.key, "version": chosen.number},
        at=at,
    )
    followers.tell(row, viewer=viewer, at=at)
    return row


def check_can_choose_playbook(phase: Phase, viewer: Viewer) -> None:
    """Who may change the trial, until it is evaluated."""
    check_can_edit(phase.trial, viewer)
    if phase.state in {Phase.State.EVALUATED, Phase.State.DECIDED, Phase.State.STOPPED}:
        raise RuleError(_("The phase is over. It stays on the playbook it ran on."))


def _prefill_windows(row: Phase, content: Playbook) -> None:
    there = set(row.windows.values_list("key", flat=True))
    for window in content.windows:
        if window.key not in there:
            first = row.start + timedelta(days=window.first_day - 1)
            Window.objects.create(
                phase=row,
                key=window.key,
                name=window.title,
                first_day=_not_before(first, row),
                last_day=first + timedelta(days=window.days - 1),
                what=window.what[:300],
            )


def _not_before(day: date, row: Phase) -> date:
    """A window cannot begin before anything is registered."""
    return max(day, row.baseline_start or row.start)


def _prefill_prediction(row: Phase, content: Playbook, viewer: Viewer, at: datetime) -> None:
    prediction = prediction_for(row)
    if prediction.locked_at is not None or row.state != Phase.State.DRAFT:
        return
    if not row.criteria.exists():
        for said in content.criteria:
            Criterion.objects.create(
                phase=row,
                perspective=said.perspective,
                what=said.what,
                direction=said.direction,
                size=said.size,
                worse=said.worse,
                unit=said.unit,
                measure=said.measure or "",
                how_known=said.how_known,
                primary=said.primary,
                guardrail=said.guardrail,
                created_at=at,
                created_by=viewer.name,
            )
    if not prediction.decision_rule and content.decision_rule:
        prediction.decision_rule = content.decision_rule
        prediction.version += 1
        prediction.save()
