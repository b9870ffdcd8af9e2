"""A text body as a template shows it, block by block."""

from dataclasses import dataclass

from stillads.documents.blocks import Body, Heading, List, NumberSpan, Quote, Spans, TextSpan


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text with its styling; `href` where it is a link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block: `kind` is paragraph, list, quote or heading; a list has several items."""

    kind: str
    items: tuple[tuple[Run, ...], ...]
    ordered: bool = False
    by: str = ""


def shown(body: Body) -> list[Shown]:
    """The blocks of a body, ready for a template's loops."""
    found = []
    for block in body.blocks:
        if isinstance(block, List):
            found.append(Shown("list", tuple(_runs(item) for item in block.items), block.ordered))
        elif isinstance(block, Quote):
            found.append(Shown("quote", (_runs(block.spans),), by=block.by))
        else:
            kind = "heading" if isinstance(block, Heading) else "paragraph"
            found.append(Shown(kind, (_runs(block.spans),)))
    return found


def _runs(spans: Spans) -> tuple[Run, ...]:
    return tuple(
        Run(span.text, span.strong, span.emphasis)
        if isinstance(span, TextSpan)
        else Run(span.text, href="" if isinstance(span, NumberSpan) else span.href)
        for span in spans
    )
