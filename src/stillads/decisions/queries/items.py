"""Committee items and what a round still lacks before it can be decided."""

from dataclasses import dataclass
from datetime import date, datetime

from stillads.documents.blocks import Body, parse_body
from stillads.evaluation.models import RecommendationPart
from stillads.trials.models import Phase

from ..headings import headings
from ..models import CommitteeItem
from .decisions import DecisionLine, decisions_of_phases


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A committee item with its texts under their headings."""

    public_id: str
    round_key: str
    title: str
    type: str
    committee: str
    meeting_on: date
    state: str
    version: int
    sections: list[tuple[str, str, Body]]
    management_recommendation: Body
    committee_wording: Body
    management_follow_up: Body
    submitted_at: datetime | None
    sha256: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class PartToDecide:
    """One recommended part of a trial, with its decision if there is one."""

    public_id: str
    proposal: str
    body: Body
    decision: DecisionLine | None


@dataclass(frozen=True, slots=True)
class PhaseToDecide:
    """One trial of the round with its parts. A trial without parts is decided as a whole."""

    phase_public_id: str
    title: str
    state: str
    parts: list[PartToDecide]
    whole: DecisionLine | None

    @property
    def open_parts(self) -> int:
        """How many decisions are missing."""
        if not self.parts:
            return int(self.whole is None)
        return sum(part.decision is None for part in self.parts)


def items_of_round(round_id: int) -> list[ItemPage]:
    """The round's items, newest first. One query."""
    rows = CommitteeItem.objects.filter(round_id=round_id).select_related("round").order_by("-pk")
    return [item_page(row) for row in rows]


def item_page(row: CommitteeItem) -> ItemPage:
    """An item as it is shown; its round must have been fetched with it."""
    return ItemPage(
        row.public_id, row.round.key, row.title, row.type, row.committee, row.meeting_on, row.state,
        row.version, [(key, heading, parse_body(row.sections.get(key))) for key, heading in headings()],
        parse_body(row.management_recommendation), parse_body(row.committee_wording),
        parse_body(row.management_follow_up), row.submitted_at, row.submitted_sha256, row.constructed,
    )  # fmt: skip


def phases_to_decide(round_id: int) -> list[PhaseToDecide]:
    """Every trial of the round in the booklet's order, with parts and decisions. Four queries."""
    phases = list(
        Phase.objects.filter(round_id=round_id).select_related("trial").order_by("order_in_round", "pk")
    )
    decisions = decisions_of_phases([phase.pk for phase in phases])
    parts: dict[int, list[RecommendationPart]] = {}
    rows = RecommendationPart.objects.filter(
        evaluation__phase__round_id=round_id, removed_at__isnull=True
    ).select_related("evaluation")
    for row in rows:
        parts.setdefault(row.evaluation.phase_id, []).append(row)
    return [_phase(phase, parts.get(phase.pk, []), decisions.get(phase.pk, [])) for phase in phases]


def _phase(phase: Phase, parts: list[RecommendationPart], decisions: list[DecisionLine]) -> PhaseToDecide:
    by_part = {decision.part_public_id: decision for decision in decisions}
    return PhaseToDecide(
        phase.public_id,
        phase.trial.title,
        phase.state,
        [
            PartToDecide(part.public_id, part.proposal, parse_body(part.body), by_part.get(part.public_id))
            for part in parts
        ],
        by_part.get(""),
    )
