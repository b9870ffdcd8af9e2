"""The few pieces of WordprocessingML that python-docx has no words for."""

from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def part(name: str, /, **attributes: str) -> Any:
    """An element such as `w:shd`; attribute names get the same prefix."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key.rstrip('_')}"), value)
    return element


def shade(paragraph: Any, fill: str, edge: str | None = None) -> None:
    """A tint behind the paragraph, and a thick line to its left."""
    properties = paragraph._p.get_or_add_pPr()
    if edge:
        borders = part("w:pBdr")
        borders.append(part("w:left", val="single", sz="24", space="8", color=edge.lstrip("#")))
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    tint = part("w:shd", val="clear", color="auto", fill=fill.lstrip("#"))
    properties.insert_element_before(tint, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def frame(paragraph: Any, colour: str) -> None:
    """A thin line around the paragraph."""
    borders = part("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(part(f"w:{side}", val="single", sz="6", space="5", color=colour.lstrip("#")))
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def bookmark(paragraph: Any, name: str, numbers: "count[int]") -> None:
    """A place that links can lead to; `numbers` gives each bookmark of the file its own number."""
    number = str(next(numbers))
    start, end = part("w:bookmarkStart", id=number, name=name), part("w:bookmarkEnd", id=number)
    after = paragraph._p.find(qn("w:pPr"))
    paragraph._p.insert(0 if after is None else 1, start)
    paragraph._p.append(end)


def link(paragraph: Any, said: str, *, to: str = "", href: str = "") -> None:
    """A link to a bookmark of the file (`to`) or to an address (`href`)."""
    hyperlink = OxmlElement("w:hyperlink")
    if to:
        hyperlink.set(qn("w:anchor"), to)
    else:
        relation = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        hyperlink.set(qn("r:id"), relation)
    run = paragraph.add_run(said, style="Hyperlink")
    hyperlink.append(run._r)
    paragraph._p.append(hyperlink)


def field(paragraph: Any, instruction: str, shown: str = "") -> None:
    """A field (page number, contents) with what is shown until Word counts it."""
    field_start(paragraph, instruction)
    paragraph.add_run(shown)
    field_end(paragraph)


def field_start(paragraph: Any, instruction: str, *, dirty: bool = False) -> None:
    run = paragraph.add_run()
    begin = part("w:fldChar", fldCharType="begin")
    if dirty:
        begin.set(qn("w:dirty"), "true")
    text = part("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    for element in (begin, text, part("w:fldChar", fldCharType="separate")):
        run._r.append(element)


def field_end(paragraph: Any) -> None:
    paragraph.add_run()._r.append(part("w:fldChar", fldCharType="end"))


def describe(picture: Any, words: str) -> None:
    """The alternative text of a picture; without words it is marked as decoration."""
    properties = picture._inline.docPr
    properties.set("descr", words)
    if words:
        return
    extension = parse_xml(
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
    )
    properties.append(extension)


def repeat_header(row: Any) -> None:
    """The row heads its columns, and does so again on the next page."""
    row._tr.get_or_add_trPr().append(part("w:tblHeader", val="true"))


def keep_row_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(part("w:cantSplit", val="true"))


def name_table(table: Any, words: str) -> None:
    """The alternative text of a table."""
    table._tbl.tblPr.append(part("w:tblCaption", val=words))


def cell_line(cell: Any, colour: str, eighths: int) -> None:
    """A line below the cell, its width in eighths of a point."""
    borders = part("w:tcBorders")
    borders.append(part("w:bottom", val="single", sz=str(eighths), space="0", color=colour.lstrip("#")))
    cell._tc.get_or_add_tcPr().append(borders)


def new_numbering(document: Any) -> str:
    """The id of a numbered list that begins at 1."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    base = numbering.num_having_numId(int(style.pPr.numPr.numId.val))
    numbered = numbering.add_num(base.abstractNumId.val)
    override = numbered.add_lvlOverride(ilvl=0)
    override.add_startOverride(1)
    return str(numbered.numId)


def use_numbering(paragraph: Any, number: str) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(number)
