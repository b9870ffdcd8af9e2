"""Excel files that are broken, hostile or of another kind: refused quickly, or read without what is unsafe."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from tests.playbooks.questionnaires.sheets import xlsform

from stillads.playbooks.questionnaires.reading import LARGEST, read_questionnaire
from stillads.playbooks.questionnaires.refusals import Unreadable

GOOD = (("type", "name", "label"), ("text", "a", "A?"))


def _reason(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_questionnaire(data)
    return str(refused.value.reason)


def _with(data: bytes, **parts: bytes) -> bytes:
    """The file with parts added or put in place of its own (`__` is / and `_xml` is .xml)."""
    named = {
        name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"): text
        for name, text in parts.items()
    }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, text in named.items():
            new.writestr(name, text)
    return out.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    assert _reason(_with(xlsform(GOOD), xl__media__a_bin=b"0" * 61_000_000)).startswith(
        "Excel-filen fylder mere end 60 MB"
    )


def test_entities_are_not_read() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    assert _reason(_with(xlsform(GOOD), xl__sharedStrings_xml=evil)) == (
        "Excel-filen erklærer XML-entiteter. Den bliver ikke åbnet."
    )


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 og saa noget andet",
        xlsform(GOOD)[:-200],
        _with(xlsform(GOOD), xl__workbook_xml=b"<workbook"),
        _with(xlsform(GOOD), xl__worksheets__sheet1_xml=b"<worksheet><sheetData><row"),
    ],
    ids=["no zip", "cut off", "broken workbook", "broken sheet"],
)
def test_a_broken_file_is_one_sentence(data: bytes) -> None:
    assert _reason(data) == "Filen er ikke en Excel-fil (.xlsx), der kan læses."


def test_a_word_document_is_no_form() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert _reason(out.getvalue()) == "Filen er ikke en Excel-fil (.xlsx), der kan læses."


def test_other_refusals_say_what_to_do() -> None:
    assert _reason(b"") == "Filen er tom."
    assert _reason(b"x" * (LARGEST + 1)) == "Filen er større end 10 MB."
    assert _reason(b"\xd0\xcf\x11\xe0gammel").startswith("Filen er en gammel Excel-fil (.xls)")
    assert "intet ark „survey“" in _reason(xlsform((("navn",), ("a",))))
    assert _reason(xlsform((("type", "name"), ("geopoint", "a")))).startswith(
        "Der er intet spørgsmål i filen"
    )
    assert "mere end 2000 rækker" in _reason(xlsform([GOOD[0], *[GOOD[1]] * 2001]))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("end_group", "", "")], "Række 2 afslutter en gruppe, der ikke er begyndt."),
        ([("begin_group", "g", "G"), ("text", "a", "A?")], "Række 2 afsluttes aldrig."),
        (
            [("begin_group", "g", "G"), ("text", "a", "A?"), ("end_repeat", "", "")],
            "Række 4 afslutter en gruppe, der ikke er begyndt.",
        ),
    ],
)
def test_groups_that_do_not_close(rows: list[tuple[str, str, str]], reason: str) -> None:
    assert _reason(xlsform([GOOD[0], *rows])) == reason


def test_formulas_links_and_macros_are_told_and_not_followed() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in (("type", "name", "label"), ("text", "a", "A?"), ("text", "b", '=CONCAT("B","?")')):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    data = _with(
        out.getvalue(), xl__externalLinks__externalLink1_xml=b"<externalLink/>", xl__vbaProject_bin=b"x"
    )
    read = read_questionnaire(data)
    assert read.report.warnings == [
        "Filen henviser til andre filer. De blev ikke åbnet.",
        "Filen indeholder makroer. De blev ikke kørt.",
        "Formler i arket „survey“: 1, den første i C3. Ingen af dem blev regnet ud; "
        "det, cellerne sidst viste, blev læst.",
    ]
    assert [getattr(item, "text", "") for item in read.items] == ["A?", "B"]


def test_a_sheet_that_claims_a_million_rows_ends() -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>type</t></is></c></row>'
        b'<row r="2"><c r="A2" t="inlineStr"><is><t>text</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
        b"</sheetData></worksheet>"
    )
    read = read_questionnaire(_with(xlsform(GOOD), xl__worksheets__sheet1_xml=sheet))
    assert read.report.read == 1
    assert "mere end 10000 rækker" in read.report.warnings[0]
