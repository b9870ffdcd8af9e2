from typing import Any

import pytest
from pydantic import ValidationError

from stillads.documents.blocks import Body, text_body
from stillads.documents.edition import Chapter, Colophon, Document, Section, parse_document
from stillads.documents.elements import (
    Comparison,
    Finding,
    Findings,
    PerspectiveFindings,
    Photo,
    Picture,
    Prose,
    Rating,
    Table,
)

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="5"/></svg>'


def booklet(**changes: Any) -> Document:
    fields: dict[str, Any] = {
        "title": "Ni prøvehandlinger",
        "municipality": "Eksempel Kommune",
        "chapters": (
            Chapter(
                key="samtaler",
                number=1,
                title="Samtaler",
                sections=(Section(title="Beskrivelse", elements=(Prose(body=text_body("Tekst.")),)),),
            ),
        ),
        "colophon": Colophon(publisher="Eksempel Kommune", edition=1),
    }
    return Document(**{**fields, **changes})


def test_a_document_comes_back_as_it_was_stored() -> None:
    document = booklet().sealed()
    assert parse_document(document.data()) == document


def test_the_hash_is_of_the_content_and_not_of_itself() -> None:
    document = booklet()
    assert document.sealed().digest() == document.digest()
    colophon = document.sealed().colophon
    assert colophon is not None
    assert colophon.digest == document.digest()
    assert booklet(title="Ti prøvehandlinger").digest() != document.digest()


def test_a_document_without_colophon_carries_no_hash() -> None:
    with pytest.raises(ValueError, match="only a document with a colophon"):
        booklet(colophon=None).sealed()


def test_two_chapters_need_two_addresses() -> None:
    chapter = booklet().chapters[0]
    with pytest.raises(ValidationError, match="two chapters have the same key"):
        booklet(chapters=(chapter, chapter))


@pytest.mark.parametrize("alt", ["", " ", "\u200b"])
def test_a_picture_without_words_is_refused(alt: str) -> None:
    with pytest.raises(ValidationError, match="alt"):
        Picture(svg=SVG, alt=alt)
    with pytest.raises(ValidationError, match="alt"):
        Photo(base64="iVBORw0KGgo" + "A" * 8, alt=alt)


@pytest.mark.parametrize("header", [(), ("Hvad", ""), (" ", "Tal")])
def test_a_table_without_headers_is_refused(header: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="header"):
        Table(caption="Svar", header=header)


def test_a_ragged_table_is_refused() -> None:
    with pytest.raises(ValidationError, match="a row has 1 cells, the header 2"):
        Table(caption="Svar", header=("Hvad", "Tal"), rows=(("Ja",),))


@pytest.mark.parametrize(
    "svg",
    [
        "nej",
        '<svg viewBox="0 0 1 1"/>',
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        SVG.replace("<rect", "<script/><rect"),
        SVG.replace("<rect", "<style>a</style><rect"),
        SVG.replace("<rect", "<foreignObject/><rect"),
        SVG.replace("<rect", '<rect onclick="x"'),
        SVG.replace("<rect", '<rect fill="url(https://andet.dk/a)"'),
        SVG.replace("<rect", '<image href="a.png"/><rect'),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
    ],
)
def test_a_drawing_that_could_run_or_fetch_is_refused(svg: str) -> None:
    with pytest.raises(ValidationError, match="drawing"):
        Picture(svg=svg, alt="En firkant")


def test_a_photo_is_a_png_or_jpeg() -> None:
    assert Photo(base64="/9j/AAAA", alt="En have").format == "jpg"
    with pytest.raises(ValidationError, match="base64"):
        Photo(base64="PHN2Zz4=", alt="En have")


def test_no_findings_says_which_kind_of_nothing() -> None:
    nothing = PerspectiveFindings(perspective="economy", state="not_examined")
    assert Findings(side="barriers", perspectives=(nothing,)).perspectives[0].state == "not_examined"
    with pytest.raises(ValidationError, match="which kind of nothing"):
        PerspectiveFindings(perspective="economy")
    with pytest.raises(ValidationError, match="which kind of nothing"):
        PerspectiveFindings(
            perspective="economy", state="none_found", findings=(Finding(body=text_body("Tekst.")),)
        )


def test_a_rating_stays_on_its_scale() -> None:
    with pytest.raises(ValidationError, match="step 6 is beyond the scale of 5"):
        Rating(perspective="citizen", word="Stor værdi", step=6)


def test_titles_are_one_clean_line() -> None:
    assert Comparison(what=" Opkald\r\npr.\u00adnat ").what == "Opkald pr.nat"


def test_a_body_is_taken_in_its_stored_form() -> None:
    assert Prose(body=text_body("Tekst.").data()) == Prose(body=text_body("Tekst."))  # type: ignore[arg-type]
    assert Prose(body=None).body == Body()  # type: ignore[arg-type]
