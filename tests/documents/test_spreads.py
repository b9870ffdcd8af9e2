"""A picture on every spread: of the trial where there is one, else the scaffold at the head of the page."""

from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, PdfObject
from tests.documents import sample

from stillads.documents import pdf
from stillads.documents.blocks import text_body
from stillads.documents.edition import Chapter, Document, Section
from stillads.documents.elements import Prose, Rating, Ratings

_STROKES_OF_A_SCAFFOLD = 50  # a page of text and tables has far fewer lines


def printed(document: Document, fonts: Path) -> PdfReader:
    return PdfReader(BytesIO(pdf.render(document, fonts=fonts)))


def numbered(read: PdfReader) -> list[tuple[int, PageObject]]:
    return list(enumerate(read.pages, 1))


def pages_with_figures(read: PdfReader) -> set[int]:
    """Page numbers (from 1) on which a tagged picture with words stands."""
    numbers = {page.indirect_reference.idnum: number for number, page in numbered(read)}  # type: ignore[union-attr]
    found: set[int] = set()

    def visit(node: Any, inside: bool) -> None:
        node = node.get_object() if isinstance(node, PdfObject) else node
        if isinstance(node, list):
            for kid in node:
                visit(kid, inside)
        elif isinstance(node, dict):
            here = inside or (node.get("/S") == "/Figure" and bool(node.get("/Alt")))
            if here and "/Pg" in node:
                found.add(numbers[node.raw_get("/Pg").idnum])  # type: ignore[attr-defined]
            visit(node.get("/K", []), here)

    visit(read.root_object["/StructTreeRoot"], False)
    return found


def has_scaffold(page: PageObject, read: PdfReader) -> bool:
    content = ContentStream(page["/Contents"].get_object(), read)
    return sum(operator == b"S" for _operands, operator in content.operations) > _STROKES_OF_A_SCAFFOLD


def bare_spreads(read: PdfReader) -> list[tuple[int, ...]]:
    shown = pages_with_figures(read)
    shown |= {number for number, page in numbered(read) if has_scaffold(page, read)}
    last = len(read.pages)
    spreads = [(1,), *((left, left + 1) for left in range(2, last + 1, 2))]
    return [spread for spread in spreads if not shown & set(spread)]


def long_chapter() -> Document:
    text = text_body(*["Vi skrev ned, hvad vi så, og talte om det på tavlemødet hver fredag. " * 12] * 24)
    chapter = Chapter(
        key="et",
        number=1,
        title="Mange ord",
        sections=(Section(title="Tekst", elements=(Prose(body=text),)),),
    )
    return sample.booklet(front=(), appendix=(), chapters=(chapter,))


def test_every_spread_of_the_booklet_has_a_picture(fonts: Path) -> None:
    assert bare_spreads(printed(sample.booklet(), fonts)) == []


def test_a_chapter_of_words_only_has_one_on_every_spread_too(fonts: Path) -> None:
    read = printed(long_chapter(), fonts)
    assert len(read.pages) >= 8
    assert bare_spreads(read) == []
    middle = read.pages[3:7]
    assert [has_scaffold(page, read) for page in middle] == [False, True, False, True]


def test_the_marks_of_a_rating_are_a_picture_with_words(fonts: Path) -> None:
    rated = Ratings(rows=(Rating(perspective="citizen", word="Lidt bedre", step=4),))
    read = printed(sample.booklet(front=(Section(elements=(rated,)),), chapters=(), appendix=()), fonts)
    assert pages_with_figures(read) == {2}
