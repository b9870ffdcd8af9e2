"""The checklist of a spread: which unit is how far."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from stillads.audit.actions.record import record
from stillads.kernel.cpr import check_no_cpr
from stillads.kernel.rules import Conflict, RuleError
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Person, Unit
from stillads.organisation.policy import check_may
from stillads.trials.models import Trial

from ..models import Spread, SpreadUnit
from ..permissions import MANAGE, UNIT


@transaction.atomic
def start_spread(
    *,
    trial: Trial,
    decision_key: str,
    title: str,
    owner: Person | None,
    due: date | None,
    units: Iterable[Unit],
    viewer: Viewer,
    at: datetime,
) -> Spread:
    """Opens the checklist that a decision asks for. The same decision again gives the same checklist."""
    spread, fresh = Spread.objects.get_or_create(
        decision_key=decision_key,
        defaults={"trial": trial, "title": title, "owner": owner, "due": due, "started_at": at},
    )
    if fresh:
        record(
            viewer=viewer, verb="rollout.start_spread", target=f"spread:{spread.public_id}",
            target_name=title, at=at,
        )  # fmt: skip
    add_units(spread=spread, units=units, viewer=viewer, at=at)
    return spread


@transaction.atomic
def add_units(*, spread: Spread, units: Iterable[Unit], viewer: Viewer, at: datetime) -> int:
    """Puts units on the checklist; those that stand there already stay as they are. Returns how many are new."""
    known = set(spread.units.values_list("unit_id", flat=True))
    fresh = [unit for unit in dict.fromkeys(units) if unit.pk not in known]
    SpreadUnit.objects.bulk_create(SpreadUnit(spread=spread, unit=unit) for unit in fresh)
    if fresh:
        record(
            viewer=viewer, verb="rollout.add_units", target=f"spread:{spread.public_id}",
            data={"units": [unit.key for unit in fresh]}, at=at,
        )  # fmt: skip
    return len(fresh)


@transaction.atomic
def update_line(
    *,
    line: SpreadUnit,
    state: str,
    local_owner: Person | None,
    start_on: date | None,
    note: str,
    version: int,
    viewer: Viewer,
    at: datetime,
) -> SpreadUnit:
    """Writes how far a unit is. Not relevant and stopped need a word on why."""
    check_may(viewer, UNIT, unit_id=line.unit_id)
    line = SpreadUnit.objects.select_for_update().get(pk=line.pk)
    if line.version != version:
        raise Conflict(_("Somebody changed this line after you opened it. Look at it again, then save."))
    if state in {SpreadUnit.State.NOT_RELEVANT, SpreadUnit.State.STOPPED} and not note.strip():
        raise RuleError(_("Write in a few words why."), field="note")
    if state == SpreadUnit.State.IN_USE and local_owner is None:
        raise RuleError(_("Choose who looks after it locally."), field="local_owner")
    check_no_cpr(note, field="note")
    line.state, line.local_owner, line.start_on, line.note = state, local_owner, start_on, note.strip()
    line.version, line.changed_by, line.changed_at = line.version + 1, viewer.name, at
    line.save()
    record(
        viewer=viewer, verb="rollout.update_line", target=f"spread_unit:{line.public_id}",
        data={"state": state}, at=at,
    )  # fmt: skip
    return line


@transaction.atomic
def stop_spread(*, spread: Spread, why: str, viewer: Viewer, at: datetime) -> Spread:
    """Ends a spread for all units, with the reason kept."""
    check_may(viewer, MANAGE)
    if spread.stopped_at:
        raise Conflict(_("The roll-out has been stopped already."))
    if not why.strip():
        raise RuleError(_("Write why the roll-out is stopped."), field="why")
    check_no_cpr(why, field="why")
    spread.stopped_at, spread.stopped_why = at, why.strip()
    spread.save(update_fields=["stopped_at", "stopped_why"])
    record(
        viewer=viewer, verb="rollout.stop_spread", target=f"spread:{spread.public_id}",
        target_name=spread.title, data={"why": why.strip()}, at=at,
    )  # fmt: skip
    return spread
