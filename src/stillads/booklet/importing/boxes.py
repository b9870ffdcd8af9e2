"""One box of the form (advantages or barriers in one perspective), taken apart into findings."""

import re
from dataclasses import dataclass, field

from stillads.documents.blocks import Block, Body, List, Paragraph, spans_text
from stillads.documents.plain import from_plain

_NOTHING = re.compile(r"(ingen|intet)\W*", re.IGNORECASE)
_PART = re.compile(r"Ad \d+\b")
_CARRIED = re.compile(r"Fra (den )?(sidste|forrige) afprøvning", re.IGNORECASE)
_LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True)
class FindingPlan:
    """One finding: `part` is its stage, `carried_label` says that it is from the phase before."""

    body: Body
    part: str = ""
    carried_label: str = ""


@dataclass(frozen=True, slots=True)
class BoxPlan:
    """Findings, or, without any, how the emptiness was written (Ingen, Intet, or nothing at all)."""

    findings: tuple[FindingPlan, ...] = ()
    as_written: str = ""


def plan_box(text: str) -> BoxPlan:
    """The findings of a box's text. 'Ingen' and 'Intet' are no findings: what they mean is not told."""
    if not text.strip() or _NOTHING.fullmatch(text.strip()):
        return BoxPlan(as_written=text.strip())
    sorter = _Sorter()
    for block in from_plain(text).blocks:
        sorter.add(block)
    return BoxPlan(tuple(FindingPlan(Body(blocks=tuple(b)), part, label) for b, part, label in sorter.found))


@dataclass(slots=True)
class _Sorter:
    """Labels apply to what follows them; a list belongs to the sentence that leads up to it."""

    found: list[tuple[list[Block], str, str]] = field(default_factory=list)
    part: str = ""
    carried: str = ""
    waiting: bool = False

    def add(self, block: Block) -> None:
        if isinstance(block, List):
            self._add_list(block)
            return
        text = spans_text(block.spans).strip()
        if _PART.match(text) and len(text) <= _LONGEST_LABEL:
            self.part, self.waiting = text, False
        elif _CARRIED.match(text) and text.endswith(":"):
            self.carried, self.waiting = text.rstrip(":"), False
        else:
            self.found.append(([block], self.part, self.carried))
            self.waiting = not text.endswith((".", "!", "?", "”", "“"))

    def _add_list(self, block: List) -> None:
        if self.waiting:
            self.found[-1][0].append(block)
        else:
            self.found.extend(([Paragraph(spans=item)], self.part, self.carried) for item in block.items)
        self.waiting = False
