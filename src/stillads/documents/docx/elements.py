"""One function per element of a section."""

from base64 import b64decode
from collections.abc import Callable
from typing import Any

from .. import labels
from ..elements import (
    Comparison,
    Comparisons,
    Element,
    FactList,
    FactsBox,
    Figure,
    Findings,
    KeyFigures,
    Notice,
    PerspectiveFindings,
    Photo,
    Picture,
    Prose,
    Ratings,
    Recommendation,
    RecommendationPart,
    SaidDid,
    Sources,
    Table,
)
from ..labels import Perspective
from . import xml
from .paper import KEY_FIGURE
from .writer import Writer

SHAPES: dict[Perspective, str] = {"citizen": "●", "employee": "▲", "economy": "■"}


def write_element(writer: Writer, element: Element, level: int) -> None:
    """Writes the element; `level` is that of headings it makes itself."""
    WRITERS[type(element)](writer, element, level)


def write_key_figures(writer: Writer, figures: tuple[Figure, ...]) -> None:
    for figure in figures:
        paragraph = writer.line("", KEY_FIGURE)
        paragraph.add_run(f"{figure.value} ").bold = True
        paragraph.add_run(figure.label)
        writer.source(figure.note)


def write_notice(writer: Writer, notice: Notice) -> None:
    paragraph = writer.line("")
    paragraph.add_run(labels.NOTICES[notice.kind]).bold = True
    paragraph.add_run(f" · {notice.text}" if notice.text else "")
    xml.frame(paragraph, writer.tones.middle)


def perspective(key: Perspective) -> str:
    return f"{SHAPES[key]} {labels.PERSPECTIVES[key]}"


def _prose(writer: Writer, element: Prose, level: int) -> None:
    writer.body(element.body, level)


def _facts_box(writer: Writer, element: FactsBox, level: int) -> None:
    for paragraph in writer.body(element.body, level):
        xml.shade(paragraph, writer.tones.soft, writer.tones.deep)


def _notice(writer: Writer, element: Notice, level: int) -> None:
    write_notice(writer, element)


def _fact_list(writer: Writer, element: FactList, level: int) -> None:
    for term, said in element.items:
        writer.labelled(term, said)


def _key_figures(writer: Writer, element: KeyFigures, level: int) -> None:
    write_key_figures(writer, element.figures)


def _picture(writer: Writer, element: Picture, level: int) -> None:
    if element.sentence:
        writer.line(element.sentence, "Caption")
    writer.drawing(element.svg, element.alt)
    writer.source(element.caption)


def _photo(writer: Writer, element: Photo, level: int) -> None:
    writer.bitmap(b64decode(element.base64), element.alt)
    writer.source(element.caption)


def _table(writer: Writer, element: Table, level: int) -> None:
    writer.line(element.caption, "Caption")
    rows = [list(row) for row in element.rows]
    writer.table(element.header, rows, name=element.caption, numeric=element.numeric)
    writer.source(element.note)


def _comparisons(writer: Writer, element: Comparisons, level: int) -> None:
    writer.table(labels.COMPARISON, [_comparison(row) for row in element.rows], name=element.title)
    writer.source(element.note)


def _comparison(row: Comparison) -> list[str]:
    who = perspective(row.perspective) if row.perspective else ""
    what = "\n".join(part for part in (row.what, who, row.basis) if part)
    difference = "\n".join(part for part in (row.difference or labels.EMPTY, row.verdict) if part)
    return [what, row.predicted or labels.EMPTY, row.measured or labels.EMPTY, difference]


def _findings(writer: Writer, element: Findings, level: int) -> None:
    for part in element.perspectives:
        _perspective_findings(writer, part, level)


def _perspective_findings(writer: Writer, part: PerspectiveFindings, level: int) -> None:
    writer.heading(level, perspective(part.perspective))
    if part.state != "found":
        writer.line(labels.STATES[part.state]).runs[0].italic = True
    for finding in part.findings:
        writer.body(finding.body, None)
        kind = labels.EVIDENCE[finding.evidence] if finding.evidence else ""
        writer.source(" · ".join(said for said in (kind, finding.source) if said))


def _ratings(writer: Writer, element: Ratings, level: int) -> None:
    for row in element.rows:
        steps = f" ({row.step} af {row.of})" if row.step else ""
        writer.labelled(perspective(row.perspective), row.word + steps)
        writer.source(row.reason)


def _recommendation(writer: Writer, element: Recommendation, level: int) -> None:
    for part in element.parts:
        _recommendation_part(writer, part, level)


def _recommendation_part(writer: Writer, part: RecommendationPart, level: int) -> None:
    if part.title:
        writer.heading(level, part.title)
    writer.body(part.body, None)
    rows = ((labels.OUTCOME, part.outcome), (labels.OWNER, part.owner), (labels.DEADLINE, part.deadline))
    for label, said in rows:
        if said:
            writer.labelled(label, said)


def _said_did(writer: Writer, element: SaidDid, level: int) -> None:
    rows = [[f"”{row.said}”", row.done] for row in element.rows]
    writer.table(labels.SAID_DID, rows, name=" – ".join(labels.SAID_DID))


def _sources(writer: Writer, element: Sources, level: int) -> None:
    number = xml.new_numbering(writer.file)
    for item in element.items:
        xml.use_numbering(writer.line(item, "List Number"), number)


WRITERS: dict[type, Callable[[Writer, Any, int], None]] = {
    Prose: _prose,
    FactsBox: _facts_box,
    Notice: _notice,
    FactList: _fact_list,
    KeyFigures: _key_figures,
    Picture: _picture,
    Photo: _photo,
    Table: _table,
    Comparisons: _comparisons,
    Findings: _findings,
    Ratings: _ratings,
    Recommendation: _recommendation,
    SaidDid: _said_did,
    Sources: _sources,
}
