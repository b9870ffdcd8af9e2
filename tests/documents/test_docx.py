import itertools
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as reading
import pytest
from docx.oxml.ns import qn
from tests.documents import sample

from stillads.documents import docx
from stillads.documents.edition import Chapter, Document, Section
from stillads.documents.elements import Element, Prose
from stillads.documents.plain import from_plain


def opened(document: Document, fonts: Path | None = None) -> Any:
    return reading.Document(BytesIO(docx.render(document, fonts=fonts)))


def with_elements(*elements: Element) -> Document:
    section = Section(title="Beskrivelse", elements=elements)
    chapter = Chapter(key="et", number=1, title="Et", sections=(section,))
    return sample.booklet(front=(), appendix=(), chapters=(chapter,))


def headings(file: Any) -> list[tuple[int, str]]:
    return [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in file.paragraphs
        if paragraph.style.name.startswith("Heading ")
    ]


@pytest.fixture(scope="module")
def booklet(fonts: Path) -> Any:
    return opened(sample.booklet(), fonts)


def test_headings_are_real_and_have_no_gap(booklet: Any) -> None:
    levels = [level for level, _ in headings(booklet)]
    chapters = [f"{chapter.number}. {chapter.title}" for chapter in sample.booklet().chapters]
    first = [said for level, said in headings(booklet) if level == 1]
    assert first == ["Forord", "Indhold", *chapters, "Tal og kilder", "Om hæftet"]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_file_is_danish_and_has_a_title(booklet: Any) -> None:
    defaults = booklet.styles.element.find(qn("w:docDefaults"))
    languages = [element.get(qn("w:val")) for element in defaults.iter(qn("w:lang"))]
    assert languages == ["da-DK"]
    assert booklet.core_properties.title == "Ni idéer på prøve"
    assert booklet.core_properties.language == "da-DK"


def test_every_table_has_a_header_row_and_a_name(booklet: Any) -> None:
    assert len(booklet.tables) == 3
    for table in booklet.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_every_picture_has_words_or_is_marked_as_decoration(booklet: Any) -> None:
    properties = [shape._inline.docPr for shape in booklet.inline_shapes]
    assert len(properties) == 12
    described = [element for element in properties if element.get("descr")]
    decorative = [element for element in properties if "decorative" in element.xml]
    assert (len(described), len(decorative)) == (11, 1)


def test_without_the_typeface_a_drawing_is_given_in_words() -> None:
    file = opened(sample.booklet())
    assert len(file.inline_shapes) == 0
    assert any("100-dages-linjen" in paragraph.text for paragraph in file.paragraphs)


def test_the_contents_are_a_field_with_links_that_lead_somewhere(booklet: Any) -> None:
    body = booklet.element.body
    instructions = [element.text for element in body.iter(qn("w:instrText"))]
    assert instructions == ['TOC \\o "1-1" \\h \\z \\u']
    marks = {element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))}
    targets = [element.get(qn("w:anchor")) for element in body.iter(qn("w:hyperlink"))]
    assert {target for target in targets if target} <= marks
    assert targets.count("indhold") == 10  # nine chapters and the figures


def test_each_numbered_list_begins_at_one() -> None:
    text = "1. a\n2. b\n\nImellem\n\n1. c\n2. d"
    file = opened(with_elements(Prose(body=from_plain(text))))
    numbered = [paragraph for paragraph in file.paragraphs if paragraph.style.name == "List Number"]
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in numbered]
    assert len(numbered) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_text_keeps_its_styles_links_and_line_breaks() -> None:
    body = from_plain("Se [hæftet](https://eksempel.dk) og **dette**\nog <w:p/> &amp;")
    file = opened(with_elements(Prose(body=body)))
    paragraph = next(paragraph for paragraph in file.paragraphs if paragraph.text.startswith("Se "))
    assert paragraph.text == "Se hæftet og dette\nog <w:p/> &amp;"
    assert [run.text for run in paragraph.runs if run.bold] == ["dette"]
    assert [link.address for link in paragraph.hyperlinks] == ["https://eksempel.dk"]


def test_the_three_kinds_of_nothing_stay_apart(booklet: Any) -> None:
    said = {paragraph.text for paragraph in booklet.paragraphs}
    assert {"Ingen fundet", "Ikke undersøgt", "Uoplyst"} <= said


def test_the_committee_item_has_the_headings_of_its_data(fonts: Path) -> None:
    file = opened(sample.item(), fonts)
    assert [said for _, said in headings(file)][:3] == ["Resume", "Indstilling", "Beslutning"]
    assert file.tables[0].cell(0, 0).text == "Prøvehandling"


def test_the_board_sheet_lies_on_a3(fonts: Path) -> None:
    section = opened(sample.sheet(), fonts).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (420, 297)
