"""A whole booklet of our own, in every form it may arrive in."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from stillads.booklet.reading import Why, read_file, read_text

TEXT = Path(__file__).with_name("short_booklet.txt").read_text(encoding="utf-8")
EXPECTED = json.loads(Path(__file__).with_name("short_booklet.json").read_text(encoding="utf-8"))


def test_the_reading_is_exactly_this() -> None:
    assert read_text(TEXT).as_json() == EXPECTED


def test_every_unplaced_line_says_why() -> None:
    reading = read_text(TEXT)
    assert {one.text: one.why for one in reading.unplaced if one.why is not Why.HEADING} == {
        "Skovbakke Kommune": Why.NOT_PLACED,
        "Prøvehandlinger": Why.NOT_PLACED,
        "◀ Tilbage til indhold": Why.NAVIGATION,
        "12": Why.PAGE_NUMBER,
        "17": Why.PAGE_NUMBER,
    }
    assert [one.text for one in reading.not_placed] == ["Skovbakke Kommune", "Prøvehandlinger"]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 with mark", "utf-16-le", "utf-16-be", "CRLF", "CR"],
)
def test_encodings_and_line_ends_make_no_difference(data: bytes) -> None:
    assert read_file(data).as_json() == EXPECTED


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_windows_file_loses_only_the_arrow_it_cannot_write(encoding: str) -> None:
    straight = TEXT.replace("◀ ", "").replace("”", '"').replace("•\t", "-\t")
    assert read_file(straight.encode(encoding)).as_json() == read_text(straight).as_json()
    assert [trial.title for trial in read_text(straight).trials] == [
        trial["title"] for trial in EXPECTED["trials"]
    ]


def test_form_feeds_begin_pages_and_are_not_words() -> None:
    with_feeds = "\n".join(
        "\f" + line[1:] if line.startswith(" ") and line.strip() else line for line in TEXT.split("\n")
    )
    assert read_text(with_feeds).as_json() == EXPECTED


def test_without_any_sign_of_pages_the_titles_are_still_found() -> None:
    flat = "\n".join(line.strip(" ") for line in TEXT.split("\n"))
    assert read_text(flat).as_json() == EXPECTED


def test_a_word_document_with_one_paragraph_a_line_reads_the_same() -> None:
    document = docx.Document()
    for line in TEXT.rstrip("\n").split("\n"):
        document.add_paragraph(line)
    assert read_file(_bytes(document)).as_json() == EXPECTED


def test_a_word_document_with_whole_paragraphs_keeps_them_apart() -> None:
    document = docx.Document()
    document.add_heading("Forord", level=1)
    document.add_paragraph("Kære læser.")
    document.add_heading("Kaffe før klokken syv 1", level=1)
    document.add_paragraph("Afprøvet på Elmehaven")
    for heading, text in [
        ("Beskrivelse af prøvehandling", "Første afsnit."),
        ("FORDELE", ""),
        ("Borger", "Mere ro."),
        ("Vurdering", "Godt."),
        ("Anbefaling", "Udbredes."),
    ]:
        document.add_paragraph(heading)
        if text:
            document.add_paragraph(text)
            document.add_paragraph("Andet afsnit.")
    reading = read_file(_bytes(document))
    assert reading.foreword == "Kære læser."
    (trial,) = reading.trials
    assert (trial.number, trial.title, trial.tested_at) == (
        1,
        "Kaffe før klokken syv",
        "Afprøvet på Elmehaven",
    )
    assert trial.description == "Første afsnit.\n\nAndet afsnit."
    assert trial.recommendation == "Udbredes.\n\nAndet afsnit."


def test_tables_of_a_word_document_are_read_in_their_place() -> None:
    document = docx.Document()
    for line in ["Kaffe 1", "Afprøvet på Elmehaven", "Beskrivelse af prøvehandling", "Tekst.", "FORDELE"]:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=3)
    for column, (heading, text) in enumerate(
        [("Borger", "Ro."), ("Medarbejder", "Tid."), ("Økonomi/ressourcer", "Ingen")]
    ):
        table.cell(0, column).text = f"{heading}\n{text}"
    table.cell(1, 0).merge(table.cell(1, 2)).text = "Vurdering\nGodt."
    (trial,) = read_file(_bytes(document)).trials
    assert trial.advantages.as_json() == {"citizen": "Ro.", "employee": "Tid.", "economy": "Ingen"}
    assert trial.assessment == "Godt."


def _bytes(document: Any) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
