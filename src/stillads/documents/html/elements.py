"""One function per element of a section."""

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
    Finding,
    Findings,
    KeyFigures,
    Notice,
    PerspectiveFindings,
    Photo,
    Picture,
    Prose,
    Rating,
    Ratings,
    Recommendation,
    RecommendationPart,
    SaidDid,
    Sources,
    Table,
)
from ..labels import Perspective
from .tags import body, drawing, heading, optional, tag, text

SHAPES: dict[Perspective, str] = {
    "citizen": '<circle cx="6" cy="6" r="6"/>',
    "employee": '<path d="M6 0L12 12L0 12Z"/>',
    "economy": '<rect width="12" height="12"/>',
}


def element(content: Element, level: int) -> str:
    """The element; `level` is that of headings it makes itself."""
    return RENDERERS[type(content)](content, level)


def key_figures(figures: tuple[Figure, ...]) -> str:
    if not figures:
        return ""
    return tag("dl", "".join(map(_key_figure, figures)), class_="booklet-key-figures")


def notice(content: Notice) -> str:
    word = tag("strong", labels.NOTICES[content.kind])
    said = f" · {text(content.text)}" if content.text else ""
    return tag("p", word + said, class_=f"booklet-notice booklet-notice-{content.kind}")


def perspective(key: Perspective) -> str:
    size = 'viewBox="0 0 12 12" aria-hidden="true" focusable="false"'
    return f'<svg class="booklet-shape" {size}>{SHAPES[key]}</svg>' + text(labels.PERSPECTIVES[key])


def _prose(content: Prose, level: int) -> str:
    return body(content.body, level)


def _facts_box(content: FactsBox, level: int) -> str:
    return body(content.body, level)


def _notice(content: Notice, level: int) -> str:
    return notice(content)


def _fact_list(content: FactList, level: int) -> str:
    return facts(content.items)


def facts(items: tuple[tuple[str, str], ...]) -> str:
    """Terms and what they are, as a description list."""
    rows = "".join(tag("div", tag("dt", text(term)) + tag("dd", text(said))) for term, said in items)
    return tag("dl", rows, class_="booklet-facts")


def _key_figures(content: KeyFigures, level: int) -> str:
    return key_figures(content.figures)


def _key_figure(figure: Figure) -> str:
    value = tag("span", text(figure.value), class_="booklet-value")
    note = optional("span", figure.note, "booklet-source")
    return tag("div", tag("dt", text(figure.label)) + tag("dd", value + note))


def _picture(content: Picture, level: int) -> str:
    said = optional("p", content.sentence, "booklet-sentence")
    drawn = drawing(content.svg, content.alt, "booklet-drawing")
    return tag("figure", said + drawn + optional("figcaption", content.caption, ""), class_="booklet-picture")


def _photo(content: Photo, level: int) -> str:
    kind = "jpeg" if content.format == "jpg" else "png"
    image = tag("img", src=f"data:image/{kind};base64,{content.base64}", alt=content.alt)
    return tag("figure", image + optional("figcaption", content.caption, ""), class_="booklet-picture")


def _scrolling(table: str, name: str) -> str:
    return tag("div", table, class_="booklet-scroll", role="group", aria_label=name, tabindex="0")


def _head(headers: tuple[str, ...], numeric: tuple[int, ...] = ()) -> str:
    cells = "".join(
        tag("th", text(header), scope="col", class_="booklet-number" if at in numeric else None)
        for at, header in enumerate(headers)
    )
    return tag("thead", tag("tr", cells))


def _table(content: Table, level: int) -> str:
    def cell(at: int, value: str) -> str:
        class_ = "booklet-number" if at in content.numeric else None
        if at == 0 and content.row_headers:
            return tag("th", text(value), scope="row", class_=class_)
        return tag("td", text(value), class_=class_)

    rows = (tag("tr", "".join(cell(at, value) for at, value in enumerate(row))) for row in content.rows)
    inner = tag("caption", text(content.caption)) + _head(content.header, content.numeric)
    table = tag("table", inner + tag("tbody", "".join(rows)), class_="booklet-table")
    return _scrolling(table, content.caption) + optional("p", content.note, "booklet-source")


def _comparisons(content: Comparisons, level: int) -> str:
    inner = tag("caption", text(content.title), class_="booklet-hidden") + _head(labels.COMPARISON)
    rows = "".join(map(_comparison, content.rows))
    table = tag("table", inner + tag("tbody", rows), class_="booklet-table booklet-comparisons")
    return _scrolling(table, content.title) + optional("p", content.note, "booklet-source")


def _comparison(row: Comparison) -> str:
    who = tag("span", perspective(row.perspective), class_="booklet-who") if row.perspective else ""
    what = who + text(row.what) + optional("span", row.basis, "booklet-source")
    difference = text(row.difference or labels.EMPTY) + optional("span", row.verdict, "booklet-verdict")
    cells = [tag("th", what, scope="row"), tag("td", text(row.predicted or labels.EMPTY))]
    cells += [tag("td", text(row.measured or labels.EMPTY), class_="booklet-measured"), tag("td", difference)]
    return tag("tr", "".join(cells))


def _findings(content: Findings, level: int) -> str:
    parts = "".join(_perspective_findings(part, level) for part in content.perspectives)
    return tag("div", parts, class_=f"booklet-findings booklet-{content.side}")


def _perspective_findings(part: PerspectiveFindings, level: int) -> str:
    name = heading(level, perspective(part.perspective), class_="booklet-who")
    if part.state != "found":
        found = tag("p", labels.STATES[part.state], class_="booklet-state")
    else:
        found = tag("ul", "".join(map(_finding, part.findings)), class_="booklet-found no-max-width")
    return tag("div", name + found, class_="booklet-perspective")


def _finding(content: Finding) -> str:
    kind = labels.EVIDENCE[content.evidence] if content.evidence else ""
    source = " · ".join(part for part in (kind, content.source) if part)
    return tag("li", body(content.body, None) + optional("p", source, "booklet-source"))


def _ratings(content: Ratings, level: int) -> str:
    return tag("ul", "".join(map(_rating, content.rows)), class_="booklet-ratings no-max-width")


def _rating(row: Rating) -> str:
    name = tag("span", perspective(row.perspective), class_="booklet-who")
    word = tag("strong", text(row.word))
    if row.step:
        word = _scale(row) + word + tag("span", f" {row.step} af {row.of}", class_="booklet-source")
    return tag("li", name + tag("div", word + optional("p", row.reason, ""), class_="booklet-rated"))


def _scale(row: Rating) -> str:
    step = 'y="1" width="20" height="10"'
    empty = ' fill-opacity="0"'
    boxes = "".join(
        f'<rect x="{at * 24 + 1}" {step}{"" if at < row.step else empty}/>' for at in range(row.of)
    )
    size = f'viewBox="0 0 {row.of * 24} 12" width="{row.of * 24}" height="12"'
    return f'<svg class="booklet-scale" {size} aria-hidden="true" focusable="false">{boxes}</svg>'


def _recommendation(content: Recommendation, level: int) -> str:
    return "".join(_recommendation_part(part, level) for part in content.parts)


def _recommendation_part(part: RecommendationPart, level: int) -> str:
    title = heading(level, text(part.title)) if part.title else ""
    rows = ((labels.OUTCOME, part.outcome), (labels.OWNER, part.owner), (labels.DEADLINE, part.deadline))
    given = tuple(row for row in rows if row[1])
    return tag(
        "div",
        title + body(part.body, None) + (facts(given) if given else ""),
        class_="booklet-recommendation",
    )


def _said_did(content: SaidDid, level: int) -> str:
    rows = "".join(
        tag("tr", tag("th", f"”{text(row.said)}”", scope="row") + tag("td", text(row.done)))
        for row in content.rows
    )
    name = " – ".join(labels.SAID_DID)
    inner = tag("caption", text(name), class_="booklet-hidden") + _head(labels.SAID_DID) + tag("tbody", rows)
    return tag("table", inner, class_="booklet-table booklet-said-did")


def _sources(content: Sources, level: int) -> str:
    return tag("ol", "".join(tag("li", text(item)) for item in content.items), class_="booklet-sources")


RENDERERS: dict[type, Callable[[Any, int], str]] = {
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
