"""The six boxes of a trial as elements of its chapter."""

from collections.abc import Mapping, Sequence
from typing import cast

from stillads.documents import elements
from stillads.documents.blocks import Body, Paragraph, TextSpan, parse_body
from stillads.documents.labels import Evidence, Perspective, Side, State
from stillads.evaluation.evidence import may_be_printed
from stillads.evaluation.models import Box, EvidenceLink, Finding

from ..queries.content import PhaseContent
from .numbers import shown_number

PERSPECTIVES: tuple[Perspective, ...] = ("citizen", "employee", "economy")
_SIDES: dict[str, Side] = {"advantage": "advantages", "barrier": "barriers"}


def findings_of(content: PhaseContent, numbers: Mapping[str, str]) -> list[elements.Findings]:
    """Advantages and barriers, three perspectives each; an empty box says which kind of nothing it is."""
    return [
        elements.Findings(
            side=printed,
            perspectives=tuple(_box(content, side, perspective, numbers) for perspective in PERSPECTIVES),
        )
        for side, printed in _SIDES.items()
    ]


def _box(
    content: PhaseContent, side: str, perspective: Perspective, numbers: Mapping[str, str]
) -> elements.PerspectiveFindings:
    rows = [
        one
        for one in content.findings
        if (one.side, one.perspective) == (side, perspective) and _may_be_printed(one, content)
    ]
    printed = tuple(_findings(rows, content, numbers))
    state: State = "found" if printed else _state(content.boxes.get((side, perspective)))
    return elements.PerspectiveFindings(perspective=perspective, findings=printed, state=state)


def _may_be_printed(finding: Finding, content: PhaseContent) -> bool:
    links = content.evidence.get(finding.pk, ())
    agreed = [link.may_be_published for link in links if link.kind == EvidenceLink.Kind.QUOTE]
    return may_be_printed(finding.evidence, agreed)


def _state(box: Box | None) -> State:
    """An open box that nobody has written in is not stated: silence is not 'nothing found'."""
    if box is None or box.state == Box.State.OPEN:
        return "not_stated"
    return cast("State", box.state)


def _findings(
    rows: Sequence[Finding], content: PhaseContent, numbers: Mapping[str, str]
) -> list[elements.Finding]:
    found = []
    label = ""
    for row in rows:
        own = " · ".join(part for part in (row.part, row.carried_label) if part)
        found.append(
            elements.Finding(
                body=_labelled(parse_body(row.body).with_numbers(numbers), own if own != label else ""),
                evidence=cast("Evidence", row.evidence),
                source=_source(content.evidence.get(row.pk, ()), content.phase.trial.source_note),
            )
        )
        label = own
    return [one for one in found if not one.body.is_empty()]


def _labelled(body: Body, label: str) -> Body:
    """The stage, or the phase before, that this finding and those after it belong to."""
    if not label:
        return body
    heading = Paragraph(spans=(TextSpan(text=label, strong=True),))
    return Body(blocks=(heading, *body.blocks))


def _source(links: Sequence[EvidenceLink], told: str) -> str:
    """Where it comes from; `told` is the chapter's own source, which stands at its head already."""
    said = []
    for link in links:
        if link.figure is not None:
            own = f" ({link.figure.source})" if link.figure.source != told else ""
            said.append(f"{link.figure.label}: {shown_number(link.figure).text}{own}")
        elif link.source not in {"", told} and _may_be_told(link):
            said.append(link.source)
    return "; ".join(said)


def _may_be_told(link: EvidenceLink) -> bool:
    return link.kind != EvidenceLink.Kind.QUOTE or link.may_be_published
