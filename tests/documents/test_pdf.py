from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.documents import sample
from tests.documents.drawings import bars

from stillads.documents import pdf, typesetting
from stillads.documents.blocks import text_body
from stillads.documents.edition import Chapter, Document, Section, TimeLine
from stillads.documents.elements import Photo, Picture, Prose
from stillads.documents.plain import from_plain

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def reader(document: Document, fonts: Path, **options: Any) -> PdfReader:
    return PdfReader(BytesIO(pdf.render(document, fonts=fonts, **options)))


def text_of(printed: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in printed.pages).split())


def with_prose(text: str, **chapter: Any) -> Document:
    body = from_plain(text) if "\n" in text else text_body(text)
    fields: dict[str, Any] = {
        "key": "et",
        "number": 1,
        "title": "Et",
        "sections": (Section(title="Beskrivelse", elements=(Prose(body=body),)),),
    }
    return sample.booklet(front=(), appendix=(), chapters=(Chapter(**{**fields, **chapter}),))


def outline(printed: PdfReader) -> list[str]:
    return [" ".join(str(entry.title).split()) for entry in printed.outline if not isinstance(entry, list)]


def tags(printed: PdfReader) -> list[str]:
    return list(_tags(printed.trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for kid in node:
            yield from _tags(kid)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        yield from _tags(node.get("/K", []))


@pytest.fixture(scope="module")
def booklet(fonts: Path) -> PdfReader:
    return reader(sample.booklet(), fonts)


def test_the_booklet_is_a_tagged_pdf_in_danish_with_a_title(booklet: PdfReader) -> None:
    root: Any = booklet.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF boolean
    assert str(root["/Lang"]).lower().startswith("da")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a PDF boolean
    assert booklet.metadata is not None
    assert booklet.metadata.title == "Ni idéer på prøve"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_headings_tables_lists_and_figures_are_tagged(booklet: PdfReader) -> None:
    found = set(tags(booklet))
    assert {
        "/H1",
        "/H2",
        "/H3",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TH",
        "/TD",
        "/Figure",
        "/Link",
        "/TOC",
        "/Caption",
    } <= found


def test_every_figure_has_its_words(booklet: PdfReader) -> None:
    texts: list[str] = []

    def visit(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for kid in node:
                visit(kid)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                texts.append(str(node.get("/Alt", "")))
            visit(node.get("/K", []))

    visit(booklet.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    marks = [text for text in texts if text.endswith(" af 5")]
    assert len(texts) - len(marks) == 11  # nine lines, a run chart, bars
    assert all(len(text) > 20 for text in texts)


def test_the_outline_holds_every_chapter(booklet: PdfReader) -> None:
    chapters = [f"{chapter.number} {chapter.title}" for chapter in sample.booklet().chapters]
    assert outline(booklet) == ["Forord", "Indhold", *chapters, "Tal og kilder", "Om hæftet"]


def test_every_page_of_a_chapter_leads_back_to_the_contents(booklet: PdfReader) -> None:
    pages = [page for page in booklet.pages if "· " in (page.extract_text() or "")]
    chapter_pages = booklet.pages[3:23]
    assert len(pages) >= len(chapter_pages)
    assert all("/Annots" in page for page in chapter_pages)
    assert all("Tilbage til indhold" in page.extract_text() for page in chapter_pages)


def test_the_contents_name_each_chapter_with_its_page(booklet: PdfReader) -> None:
    contents = " ".join(booklet.pages[2].extract_text().split())
    assert "Færre kald med faste samtaler om dagen" in contents
    assert len(booklet.pages[2]["/Annots"]) >= 12  # type: ignore[arg-type]


def test_the_three_kinds_of_nothing_stay_apart(booklet: PdfReader) -> None:
    text = text_of(booklet)
    assert all(state in text for state in ("Ingen fundet", "Ikke undersøgt", "Uoplyst"))


def test_the_colophon_carries_edition_date_and_hash(booklet: PdfReader) -> None:
    text = text_of(booklet).replace(" ", "")
    assert sample.booklet().digest() in text
    assert "25.august2023" in text


def test_the_same_document_gives_the_same_bytes(fonts: Path) -> None:
    assert pdf.render(sample.booklet(), fonts=fonts) == pdf.render(sample.booklet(), fonts=fonts)


@pytest.mark.parametrize(
    "text",
    [
        '#panic() #import "x" *fed* _kursiv_ $x$ <mærke> @henvisning \\ // /* `kode` ~ = overskrift',
        "{{ tilde }} <script>alert(1)</script> & %s \"citat\" 'enkelt'",
    ],
)
def test_text_is_never_read_as_markup(text: str, fonts: Path) -> None:
    printed = text_of(reader(with_prose(text), fonts))
    assert text.replace(" ", "") in printed.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Tak 👍🏽 for det", "Tak [tommel op] for det"),
        ("Glad 🙂", "Glad :-)"),
        ("Ukendt 漢 her", "Ukendt [tegn] her"),
        ("36\u202f% af 12", "36 % af 12"),
        ("Łukasz, Žižek og Ærø", "Łukasz, Žižek og Ærø"),
    ],
)
def test_a_sign_the_typeface_lacks_gets_a_word(text: str, printed: str, fonts: Path) -> None:
    assert printed in text_of(reader(with_prose(text), fonts)).replace("\xa0", " ")


def test_signs_inside_drawings_are_treated_alike(fonts: Path) -> None:
    picture = Picture(svg=bars({"Tak 🙂": (1, 2)}), alt="En søjle 🙂")
    document = with_prose("Tekst", sections=(Section(title="Billede", elements=(picture,)),))
    assert "Tak :-)" in text_of(reader(document, fonts))


def test_large_print_is_set_anew(fonts: Path) -> None:
    ordinary, large = reader(sample.booklet(), fonts), reader(sample.booklet(), fonts, large_print=True)
    assert len(large.pages) > 1.3 * len(ordinary.pages)
    assert "Stor skrift" in text_of(large)
    letters = {"large": 0, "small": 0}

    def weigh(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        letters["large" if size * abs(matrix[3]) >= 13 else "small"] += len(text.strip())

    for page in large.pages:
        page.extract_text(visitor_text=weigh)
    assert (
        letters["small"] < letters["large"] / 10
    )  # only the words inside drawings, which are set below them too


def test_a_photo_is_printed_with_its_words(fonts: Path) -> None:
    document = with_prose(
        "Tekst", sections=(Section(title="Foto", elements=(Photo(base64=PNG, alt="Haven i maj"),)),)
    )
    assert tags(reader(document, fonts)).count("/Figure") == 1


def test_an_empty_booklet_is_still_a_booklet(fonts: Path) -> None:
    printed = reader(Document(title="Tomt", municipality="Lindeby Kommune"), fonts)
    assert len(printed.pages) == 1


def test_a_light_colour_is_darkened_until_it_can_be_read(fonts: Path) -> None:
    assert reader(sample.booklet(colour="#ffe600"), fonts).pages


def test_the_board_sheet_is_one_a3_page(fonts: Path) -> None:
    printed = reader(sample.sheet(), fonts)
    assert len(printed.pages) == 1
    box = printed.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (1191, 842)
    assert "I sagde" in text_of(printed)
    assert "Vi gjorde" in text_of(printed)


def test_the_board_sheet_also_fits_a4(fonts: Path) -> None:
    printed = reader(sample.sheet(), fonts, paper="a4")
    assert len(printed.pages) == 1
    assert round(float(printed.pages[0].mediabox.width)) == 842


def test_a_board_sheet_too_long_is_refused(fonts: Path) -> None:
    long = Section(
        title="Alt", elements=(Prose(body=text_body(*["Endnu et afsnit med mange ord i." * 8] * 90)),)
    )
    chapter = sample.sheet().chapters[0].model_copy(update={"sections": (long,)})
    with pytest.raises(typesetting.TypesettingError, match="too long for one page"):
        pdf.render(sample.sheet().model_copy(update={"chapters": (chapter,)}), fonts=fonts)


def test_a_board_sheet_shows_one_trial(fonts: Path) -> None:
    with pytest.raises(typesetting.TypesettingError, match="one trial"):
        pdf.render(sample.sheet().model_copy(update={"chapters": ()}), fonts=fonts)


def test_the_committee_item_has_the_headings_of_its_data(fonts: Path) -> None:
    printed = reader(sample.item(), fonts)
    assert outline(printed)[:3] == ["Resume", "Indstilling", "Beslutning"]
    assert "Ældreudvalget" in text_of(printed)


def test_without_the_typeface_nothing_is_printed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no fonts"):
        pdf.render(sample.booklet(), fonts=tmp_path)


def test_a_drawing_in_another_typeface_is_an_error_or_printed_in_ours(fonts: Path) -> None:
    svg = bars({"Ja": (1, 2)}).replace("IBM Plex Sans", "Helvetica")
    document = with_prose("Tekst", line=TimeLine(svg=svg, alt="En søjle"))
    assert "1 af 2" in text_of(reader(document, fonts))
