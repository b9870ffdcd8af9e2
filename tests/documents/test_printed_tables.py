"""Row headers: what a screen reader says before each cell."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import PdfObject
from tests.documents import sample

from stillads.documents import pdf
from stillads.documents.edition import Document, Section
from stillads.documents.elements import Comparison, Comparisons, SaidDid, SaidDone, Table
from stillads.documents.row_headers import with_row_headers

FIGURES = Table(
    caption="Kald", header=("Uge", "Kald"), rows=(("uge 23", "31"), ("uge 24", "19")), row_headers=True
)
PLAIN = FIGURES.model_copy(update={"caption": "Uden", "row_headers": False})
COMPARED = Comparisons(rows=(Comparison(what="Kald", predicted="20", measured="19"),))
SAID = SaidDid(rows=(SaidDone(said="Vi mangler ro", done="Samtaler om dagen"),))


def document(*elements: Any) -> Document:
    return sample.booklet(front=(Section(elements=elements),), chapters=(), appendix=())


def rows(file: bytes) -> list[list[tuple[str, str]]]:
    """Each row of each table: kind and scope of its cells."""
    found: list[list[tuple[str, str]]] = []

    def visit(node: Any) -> None:
        node = node.get_object() if isinstance(node, PdfObject) else node
        if isinstance(node, list):
            for kid in node:
                visit(kid)
        elif isinstance(node, dict):
            if node.get("/S") == "/TR":
                found.append([_cell(kid.get_object()) for kid in node["/K"]])
            visit(node.get("/K", []))

    visit(PdfReader(BytesIO(file)).root_object["/StructTreeRoot"])
    return found


def _cell(cell: Any) -> tuple[str, str]:
    told = cell.get("/A", {})
    told = told[0] if isinstance(told, list) else told
    return str(cell["/S"]), str(told.get("/Scope", ""))


COLUMN, ROW, DATA = ("/TH", "/Column"), ("/TH", "/Row"), ("/TD", "")


def test_the_first_cell_heads_its_row(fonts: Path) -> None:
    assert rows(pdf.render(document(FIGURES), fonts=fonts)) == [[COLUMN, COLUMN], [ROW, DATA], [ROW, DATA]]


def test_each_kind_of_table_has_row_headers_unless_it_says_otherwise(fonts: Path) -> None:
    found = rows(pdf.render(document(SAID, PLAIN, COMPARED), fonts=fonts))
    assert found[:2] == [[COLUMN, COLUMN], [ROW, DATA]]
    assert [row[0][0] for row in found[2:5]] == ["/TH", "/TD", "/TD"]
    assert found[5:] == [[COLUMN] * 4, [ROW, DATA, DATA, DATA]]


def test_large_print_sets_most_tables_as_lists(fonts: Path) -> None:
    found = rows(pdf.render(document(COMPARED, FIGURES), fonts=fonts, large_print=True))
    assert found == [[COLUMN, COLUMN], [ROW, DATA], [ROW, DATA]]


def test_the_sheet_says_what_was_said_before_what_was_done(fonts: Path) -> None:
    assert [ROW, DATA] in rows(pdf.render(sample.sheet(), fonts=fonts))


def test_title_and_number_of_the_file_stay(fonts: Path) -> None:
    file = pdf.render(document(FIGURES), fonts=fonts)
    read = PdfReader(BytesIO(file))
    first = PdfReader(BytesIO(file[: file.index(b"%%EOF") + 5]))
    assert read.metadata == first.metadata
    assert read.trailer["/ID"] == first.trailer["/ID"]
    assert [page.extract_text() for page in read.pages] == [page.extract_text() for page in first.pages]


def test_another_number_of_tables_is_an_error(fonts: Path) -> None:
    file = pdf.render(document(FIGURES), fonts=fonts)
    with pytest.raises(ValueError, match="1 tables in the file, 2 in the document"):
        with_row_headers(file, [True, True])


def test_a_file_without_tables_is_left_alone(fonts: Path) -> None:
    file = pdf.render(document(), fonts=fonts)
    assert with_row_headers(file, []) is file
