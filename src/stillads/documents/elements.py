"""The elements a section is made of. Every piece of text is data: no renderer reads markup in it.

A picture without alternative text and a table without headers cannot be made.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from .blocks import Body, Part, parse_body
from .characters import one_line
from .labels import Evidence, NoticeKind, Perspective, Side, State
from .pictures import checked_svg

Line = Annotated[str, AfterValidator(one_line)]
Said = Annotated[str, AfterValidator(one_line), StringConstraints(min_length=1)]
Text = Annotated[Body, BeforeValidator(lambda data: data if isinstance(data, Body) else parse_body(data))]
Svg = Annotated[str, AfterValidator(checked_svg)]


class Piece(Part):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Prose(Piece):
    """Running text."""

    element: Literal["prose"] = "prose"
    body: Text


class FactsBox(Piece):
    """A tinted box beside the running text."""

    element: Literal["facts_box"] = "facts_box"
    title: Said
    body: Text


class Notice(Piece):
    """What must not be overlooked: constructed data, a draft, a source. The kind's word is printed."""

    element: Literal["notice"] = "notice"
    kind: NoticeKind
    text: Line = ""


class FactList(Piece):
    """Terms and what they are: who, where, when."""

    element: Literal["fact_list"] = "fact_list"
    items: tuple[tuple[Said, Line], ...] = Field(min_length=1)


class Figure(Piece):
    """A number, never naked: `value` as printed (`16 af 25`), `label` what it counts, `note` where from."""

    value: Said
    label: Said
    note: Line = ""


class KeyFigures(Piece):
    element: Literal["key_figures"] = "key_figures"
    figures: tuple[Figure, ...] = Field(min_length=1, max_length=4)


class Picture(Piece):
    """A drawing. `alt` says in words what it shows; `caption` is printed below, `sentence` above it."""

    element: Literal["picture"] = "picture"
    svg: Svg
    alt: Said
    sentence: Line = ""
    caption: Line = ""


class Photo(Piece):
    """A photograph, as base64 of a PNG or JPEG file (a permission is somebody else's duty)."""

    element: Literal["photo"] = "photo"
    base64: Annotated[str, StringConstraints(pattern=r"^(iVBORw0KGgo|/9j/)[A-Za-z0-9+/]+={0,2}$")]
    alt: Said
    caption: Line = ""

    @property
    def format(self) -> Literal["png", "jpg"]:
        return "png" if self.base64.startswith("iVBOR") else "jpg"


class Table(Piece):
    """A table with a caption, a header row (no header empty) and, unless said otherwise, a header column."""

    element: Literal["table"] = "table"
    caption: Said
    header: tuple[Said, ...] = Field(min_length=1)
    rows: tuple[tuple[Line, ...], ...] = ()
    row_headers: bool = True
    numeric: tuple[int, ...] = ()  # columns (from 0) that are set to the right
    note: Line = ""

    @model_validator(mode="after")
    def _rectangular(self) -> "Table":
        if wrong := [row for row in self.rows if len(row) != len(self.header)]:
            raise ValueError(f"a row has {len(wrong[0])} cells, the header {len(self.header)}")
        return self


class Comparison(Piece):
    """One row of Forudsagt | Målt | Forskel. `basis` is n of N, period and source; `verdict` a word."""

    what: Said
    perspective: Perspective | None = None
    predicted: Line = ""
    measured: Line = ""
    difference: Line = ""
    verdict: Line = ""
    basis: Line = ""


class Comparisons(Piece):
    element: Literal["comparisons"] = "comparisons"
    title: Said = "Forudsagt, målt og forskel"
    rows: tuple[Comparison, ...] = Field(min_length=1)
    note: Line = ""


class Finding(Piece):
    """One advantage or barrier; `evidence` its kind, `source` where it comes from, in words."""

    body: Text
    evidence: Evidence | None = None
    source: Line = ""


class PerspectiveFindings(Piece):
    """What was found in one perspective; without findings the state says which kind of nothing it is."""

    perspective: Perspective
    findings: tuple[Finding, ...] = ()
    state: State = "found"

    @model_validator(mode="after")
    def _state_fits(self) -> "PerspectiveFindings":
        if bool(self.findings) != (self.state == "found"):
            raise ValueError(
                "findings go with the state `found`; without any, say which kind of nothing it is"
            )
        return self


class Findings(Piece):
    """All advantages, or all barriers, of a trial."""

    element: Literal["findings"] = "findings"
    side: Side
    perspectives: tuple[PerspectiveFindings, ...] = Field(min_length=1)


class Rating(Piece):
    """The overall rating in one perspective: `step` of `of` and, always, the word. No step: not rated."""

    perspective: Perspective
    word: Said
    step: int = Field(default=0, ge=0)
    of: int = Field(default=5, ge=2, le=10)
    reason: Line = ""

    @model_validator(mode="after")
    def _on_the_scale(self) -> "Rating":
        if self.step > self.of:
            raise ValueError(f"step {self.step} is beyond the scale of {self.of}")
        return self


class Ratings(Piece):
    element: Literal["ratings"] = "ratings"
    rows: tuple[Rating, ...] = Field(min_length=1)


class RecommendationPart(Piece):
    """One part of a recommendation or decision, with its own wording."""

    title: Line = ""
    body: Text
    outcome: Line = ""
    owner: Line = ""
    deadline: Line = ""


class Recommendation(Piece):
    element: Literal["recommendation"] = "recommendation"
    parts: tuple[RecommendationPart, ...] = Field(min_length=1)


class SaidDone(Piece):
    """`I sagde – vi gjorde`: a wish that was heard and what was done about it."""

    said: Said
    done: Said


class SaidDid(Piece):
    element: Literal["said_did"] = "said_did"
    rows: tuple[SaidDone, ...] = Field(min_length=1)


class Sources(Piece):
    """Numbered notes: where something comes from."""

    element: Literal["sources"] = "sources"
    items: tuple[Said, ...] = Field(min_length=1)


Element = Annotated[
    Prose
    | FactsBox
    | Notice
    | FactList
    | KeyFigures
    | Picture
    | Photo
    | Table
    | Comparisons
    | Findings
    | Ratings
    | Recommendation
    | SaidDid
    | Sources,
    Field(discriminator="element"),
]
