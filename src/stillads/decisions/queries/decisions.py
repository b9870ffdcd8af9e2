"""Decisions with their actions, as they are shown and followed up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..models import ActionItem, Decision


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One thing to do."""

    public_id: str
    what: str
    owner: str
    owner_id: int | None
    unit: str
    due: date | None
    done: bool
    version: int
    round_key: str = ""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decided part. Replaced ones are left out."""

    public_id: str
    phase_id: int
    phase_public_id: str
    trial_title: str
    trial_public_id: str
    part_public_id: str
    outcome: str
    wording: str
    reason: str
    owner: str
    owner_id: int | None
    deadline: date | None
    review_on: date | None
    reopened: bool
    decided_on: date
    next_phase_public_id: str
    constructed: bool
    actions: list[ActionLine]


def decisions_of_phases(phase_ids: Sequence[int]) -> dict[int, list[DecisionLine]]:
    """Phase id → its decisions that still stand, oldest first. Two queries, however many phases."""
    rows = (
        Decision.objects.filter(phase_id__in=phase_ids, replaced_by__isnull=True)
        .select_related("phase__trial", "part", "owner", "next_phase")
        .order_by("pk")
    )
    decisions = list(rows)
    actions = _actions([d.pk for d in decisions])
    found: dict[int, list[DecisionLine]] = defaultdict(list)
    for decision in decisions:
        found[decision.phase_id].append(_line(decision, actions[decision.pk]))
    return found


def _line(decision: Decision, actions: list[ActionLine]) -> DecisionLine:
    trial = decision.phase.trial
    return DecisionLine(
        decision.public_id, decision.phase_id, decision.phase.public_id, trial.title, trial.public_id,
        decision.part.public_id if decision.part else "", decision.outcome, decision.wording,
        decision.reason, decision.owner.name if decision.owner else "", decision.owner_id,
        decision.deadline, decision.review_on, decision.reopened_at is not None, decision.decided_on,
        decision.next_phase.public_id if decision.next_phase else "", decision.constructed, actions,
    )  # fmt: skip


def _actions(decision_ids: Sequence[int]) -> dict[int, list[ActionLine]]:
    found: dict[int, list[ActionLine]] = defaultdict(list)
    rows = ActionItem.objects.filter(decision_id__in=decision_ids).select_related("owner", "unit")
    for row in rows.order_by("due", "pk"):
        found[row.decision_id].append(action_line(row))
    return found


def action_line(row: ActionItem) -> ActionLine:
    """An action as it is shown; its owner and unit must have been fetched with it."""
    return ActionLine(
        row.public_id, row.what, row.owner.name if row.owner else "", row.owner_id,
        row.unit.name if row.unit else "", row.due, row.done_at is not None, row.version,
    )  # fmt: skip


def open_actions_of(person_id: int) -> list[tuple[ActionLine, str]]:
    """What a person has still to do after decisions, with the trial's title. One query."""
    rows = (
        ActionItem.objects.filter(owner_id=person_id, done_at__isnull=True)
        .select_related("owner", "unit", "decision__phase__trial", "decision__phase__round")
        .order_by("due", "pk")
    )
    return [
        (replace(action_line(row), round_key=row.decision.phase.round.key), row.decision.phase.trial.title)
        for row in rows
    ]
