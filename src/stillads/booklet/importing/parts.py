"""The recommendation, taken apart into parts that can be decided one by one."""

import re
from dataclasses import dataclass

from stillads.documents.blocks import Block, Body, List, Paragraph, spans_text
from stillads.documents.plain import from_plain

# In the order in which they decide: "forlænges … før udbredelse" is an extension.
_PROPOSALS = (
    ("extend", re.compile(r"forlæng|arbejde videre|fortsættes", re.IGNORECASE)),
    ("drop", re.compile(r"opgives|droppes|stoppes", re.IGNORECASE)),
    ("spread", re.compile(r"udbred|implementer", re.IGNORECASE)),
    ("permanent", re.compile(r"permanent", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class PartPlan:
    """One part: its wording, and what it seems to propose (`other` where no word says)."""

    body: Body
    proposal: str


def plan_parts(text: str) -> tuple[PartPlan, ...]:
    """The first sentence with its list is one part; what is listed after it is one part per item."""
    groups = _groups(from_plain(text).blocks)
    if not groups:
        return ()
    first = _part(groups[0], "other")
    return (first, *(part for group in groups[1:] for part in _later(group, first.proposal)))


def _groups(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Paragraphs with what they lead up to: a list follows the paragraph before it."""
    groups: list[list[Block]] = []
    for block in blocks:
        last = groups[-1] if groups else None
        if last is not None and (isinstance(block, List) or _open(last)):
            last.append(block)
        else:
            groups.append([block])
    return groups


def _open(group: list[Block]) -> bool:
    """After a list within a recommendation, what follows still belongs to it."""
    return any(isinstance(block, List) for block in group)


def _later(group: list[Block], before: str) -> list[PartPlan]:
    lead: list[Block] = []
    lead.extend(block for block in group[:1] if not isinstance(block, List))
    lists = [block for block in group if isinstance(block, List)]
    if not lists:
        return [_part(group, before)]
    whole = _proposal(_text(lead), before)
    items: list[list[Block]] = []
    for block in group[len(lead) :]:
        if isinstance(block, List):
            items.extend([Paragraph(spans=item)] for item in block.items)
        elif items:
            items[-1].append(block)
    items[0][:0] = lead
    return [_part(item, whole) for item in items]


def _part(blocks: list[Block], otherwise: str) -> PartPlan:
    return PartPlan(Body(blocks=tuple(blocks)), _proposal(_text(blocks), otherwise))


def _text(blocks: list[Block]) -> str:
    return Body(blocks=tuple(blocks)).plain_text()


def _proposal(text: str, otherwise: str) -> str:
    return next((name for name, words in _PROPOSALS if words.search(text)), otherwise)


def text_of(part: PartPlan) -> str:
    """The part in words, on one line."""
    return " ".join(spans_text(run) for run in part.body.runs())
