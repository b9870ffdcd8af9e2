"""`stillads booklet`: the file that was asked for, or a line that says why not."""

import json
from pathlib import Path

import pytest
from tests.booklet.making import imported_round

from stillads.cli import main as program

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "begins"),
    [("hæfte.pdf", b"%PDF-"), ("hæfte.html", b"<!doctype html>"), ("HÆFTE.DOCX", b"PK")],
)
def test_the_ending_of_the_name_decides_the_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begins: bytes
) -> None:
    imported_round()
    out = tmp_path / name
    assert program.main(["booklet", "2023-1", "--out", str(out), "--json"]) == 0
    assert out.read_bytes().startswith(begins)
    said = json.loads(capsys.readouterr().out)
    assert said == {"path": str(out), "chapters": 3, "bytes": out.stat().st_size}


def test_large_print_is_a_pdf_of_its_own(tmp_path: Path) -> None:
    imported_round()
    plain, large = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert program.main(["booklet", "2023-1", "--out", str(plain)]) == 0
    assert program.main(["booklet", "2023-1", "--out", str(large), "--large-print"]) == 0
    assert plain.read_bytes() != large.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["1999-1", "--out", "a.pdf"], "Der er ikke noget hæfte for runde 1999-1.\n"),
        (["2023-1", "--out", "a.odt"], "Lad filens navn slutte på .docx, .html, .pdf.\n"),
        (
            ["2023-1", "--out", "a.docx", "--large-print"],
            "Stor skrift laves som PDF. Lad filens navn slutte på .pdf.\n",
        ),
        (["2023-1", "--out", "/findes/ikke/a.html"], "Filen /findes/ikke/a.html kan ikke skrives.\n"),
    ],
)
def test_what_cannot_be_done_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    imported_round()
    assert program.main(["booklet", *arguments]) == 1
    assert capsys.readouterr().err == reason
