"""One publication as data: what the renderers (HTML, PDF, DOCX) print and what an edition freezes.

Three publications share the model: the booklet (with chapters), the board sheet (`kind="sheet"`, one A3 side)
and the committee item (`kind="item"`, front sections only).
"""

import datetime
import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator

from .blocks import Body
from .elements import Element, Figure, Line, Notice, Piece, Said, Svg, Text

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,60}$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Section(Piece):
    """A heading and what stands under it. Without a title the elements follow what comes before."""

    title: Line = ""
    elements: tuple[Element, ...] = ()


class TimeLine(Piece):
    """The 100-day line of one trial, drawn by `charts`: the same picture everywhere."""

    svg: Svg
    alt: Said
    sentence: Line = ""


class Chapter(Piece):
    """One trial. `key` is its address in the page and must be the only one of its kind."""

    key: Key
    number: int = Field(ge=1)
    title: Said
    tested_at: Line = ""
    lead: Line = ""
    line: TimeLine | None = None
    key_figures: tuple[Figure, ...] = Field(default=(), max_length=4)
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()


class Colophon(Piece):
    """Who publishes, which edition, when; the hash is printed once the content is frozen."""

    publisher: Said
    edition: int = Field(ge=1)
    published: datetime.date | None = None
    digest: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""
    contact: Line = ""
    notes: Text = Body()


class Document(Piece):
    kind: Literal["booklet", "sheet", "item"] = "booklet"
    title: Said
    subtitle: Line = ""
    language: Literal["da"] = "da"
    municipality: Said
    colour: Colour = "#0059b3"
    label: Line = ""  # a short line above the title: the round, the committee
    period: Line = ""  # as printed: 26. april – 23. august 2022
    date: datetime.date | None = None
    notice: Notice | None = None
    front: tuple[Section, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    appendix: tuple[Section, ...] = ()
    colophon: Colophon | None = None

    @field_validator("chapters")
    @classmethod
    def _own_addresses(cls, chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
        keys = [chapter.key for chapter in chapters]
        if len(set(keys)) != len(keys):
            raise ValueError("two chapters have the same key")
        return chapters

    def data(self) -> dict[str, Any]:
        """JSON-ready content, as an edition stores it."""
        return self.model_dump(mode="json")

    def digest(self) -> str:
        """SHA-256 (hex) of the content; the colophon's own hash is left out, everything else counts."""
        data = self.data()
        if data["colophon"]:
            data["colophon"]["digest"] = ""
        canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    def sealed(self) -> "Document":
        """The same document with its own hash printed in the colophon (which it must have)."""
        if self.colophon is None:
            raise ValueError("only a document with a colophon can carry its hash")
        return self.model_copy(
            update={"colophon": self.colophon.model_copy(update={"digest": self.digest()})}
        )


def parse_document(data: object) -> Document:
    """A document from `Document.data()`. Raises pydantic.ValidationError where it is none."""
    return Document.model_validate(data)
