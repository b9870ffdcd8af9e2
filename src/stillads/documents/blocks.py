"""The small block format of every text body in the database: paragraphs, lists, quotes and headings.

`Body.data()` is what a JSONField keeps; `parse_body` reads it back and raises `pydantic.ValidationError`
(a ValueError) where it is not a body. There is no HTML in it and no other markup than strong and emphasis.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from .characters import clean_text

SAFE_HREF = re.compile(r"(https?://|mailto:|tel:|#|/(?!/))[^\s<>\"()\\]*", re.IGNORECASE)


def _prose(text: str) -> str:
    lines = clean_text(text).split("\n")
    return "\n".join(re.sub(r"[ \t]+", " ", line) for line in lines)


def _safe_href(href: str) -> str:
    if not SAFE_HREF.fullmatch(href):
        raise ValueError("a link begins with https://, http://, mailto:, tel:, / or #")
    return href


Prose = Annotated[str, AfterValidator(_prose)]
Href = Annotated[str, AfterValidator(_safe_href)]
NumberId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,64}$")]


class Part(BaseModel):
    """Frozen, and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Part):
    """A run of text; `\\n` in it is a line break."""

    text: Prose
    strong: bool = False
    emphasis: bool = False

    def data(self) -> dict[str, Any]:
        styles = {name: True for name in ("strong", "emphasis") if getattr(self, name)}
        return {"text": self.text, **styles}


class NumberSpan(Part):
    """A live reference to a figure by its public id; `text` is shown where it is not looked up."""

    number: NumberId
    text: Prose = ""

    def data(self) -> dict[str, Any]:
        return {"number": self.number, "text": self.text}


class LinkSpan(Part):
    text: Prose
    href: Href

    def data(self) -> dict[str, Any]:
        return {"text": self.text, "href": self.href}


Span = TextSpan | NumberSpan | LinkSpan
Spans = tuple[Span, ...]


def _data(spans: Spans) -> list[dict[str, Any]]:
    return [span.data() for span in spans]


class Paragraph(Part):
    type: Literal["paragraph"] = "paragraph"
    spans: Spans = ()

    def data(self) -> dict[str, Any]:
        return {"type": self.type, "spans": _data(self.spans)}


class Heading(Part):
    type: Literal["heading"] = "heading"
    spans: Spans = ()

    def data(self) -> dict[str, Any]:
        return {"type": self.type, "spans": _data(self.spans)}


class Quote(Part):
    """Somebody's words; `by` says whose (a role, never a citizen's name), or is empty."""

    type: Literal["quote"] = "quote"
    spans: Spans = ()
    by: Prose = ""

    def data(self) -> dict[str, Any]:
        return {"type": self.type, "spans": _data(self.spans), "by": self.by}


class List(Part):
    type: Literal["list"] = "list"
    ordered: bool = False
    items: tuple[Spans, ...] = ()

    def data(self) -> dict[str, Any]:
        return {"type": self.type, "ordered": self.ordered, "items": [_data(item) for item in self.items]}


Block = Annotated[Paragraph | Heading | Quote | List, Field(discriminator="type")]


class Body(Part):
    """A whole text. An empty one is `Body()`, never None."""

    blocks: tuple[Block, ...] = ()

    def data(self) -> dict[str, Any]:
        """The JSON form, without keys that say nothing."""
        return {"blocks": [block.data() for block in self.blocks]}

    def runs(self) -> Iterator[Spans]:
        """Every run of spans in reading order: a paragraph, a heading, a quote, or one item of a list."""
        for block in self.blocks:
            if isinstance(block, List):
                yield from block.items
            else:
                yield block.spans

    def plain_text(self) -> str:
        """The words alone, one line per paragraph or item: for search, checks and counting."""
        return "\n".join(line for line in map(spans_text, self.runs()) if line.strip())

    def is_empty(self) -> bool:
        """True where there is nothing to read (a reference to a number counts as something)."""
        return not self.numbers() and not self.plain_text()

    def numbers(self) -> tuple[str, ...]:
        """Public ids of the figures referred to, each once, in reading order."""
        found = (span.number for run in self.runs() for span in run if isinstance(span, NumberSpan))
        return tuple(dict.fromkeys(found))

    def with_numbers(self, values: Mapping[str, str]) -> "Body":
        """The same text where each figure found in `values` (public id → shown text) shows that text."""
        return Body(blocks=tuple(_with_numbers(block, values) for block in self.blocks))


def spans_text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _with_numbers(block: Paragraph | Heading | Quote | List, values: Mapping[str, str]) -> Any:
    if isinstance(block, List):
        return block.model_copy(update={"items": tuple(_filled(item, values) for item in block.items)})
    return block.model_copy(update={"spans": _filled(block.spans, values)})


def _filled(spans: Spans, values: Mapping[str, str]) -> Spans:
    return tuple(
        NumberSpan(number=span.number, text=values.get(span.number, span.text))
        if isinstance(span, NumberSpan)
        else span
        for span in spans
    )


def parse_body(data: object) -> Body:
    """A body from its JSON form; None and {} are an empty one. Raises pydantic.ValidationError otherwise."""
    if data is None or data == {}:
        return Body()
    return Body.model_validate(data)


def text_body(*paragraphs: str) -> Body:
    """A body of plain paragraphs, nothing in them read as markup."""
    return Body(blocks=tuple(Paragraph(spans=(TextSpan(text=text),)) for text in paragraphs if text.strip()))
