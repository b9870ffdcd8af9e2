"""One recommended part, for the page that decides it."""

from dataclasses import dataclass

from stillads.documents.blocks import Body, parse_body
from stillads.documents.plain import to_plain
from stillads.evaluation.models import RecommendationPart
from stillads.kernel.rules import NotFound


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its text both as blocks and as a person would edit it."""

    row: RecommendationPart
    proposal: str
    body: Body
    text: str


def part_by(phase_id: int, public_id: str) -> Part:
    """The part of this phase's recommendation; NotFound for any other."""
    row = RecommendationPart.objects.filter(
        public_id=public_id, evaluation__phase_id=phase_id, removed_at__isnull=True
    ).first()
    if row is None:
        raise NotFound("no such part")
    body = parse_body(row.body)
    return Part(row, row.proposal, body, to_plain(body))
