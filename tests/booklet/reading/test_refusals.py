"""What is no booklet is refused in plain Danish."""

import io

import docx
import pytest
from django.utils.translation import override

from stillads.booklet.reading import NotABooklet, Unreadable, read_file, read_text
from stillads.booklet.reading.sources import LARGEST_FILE


@pytest.mark.parametrize(
    "text",
    [
        "Kære alle.\nHer er referatet af mødet.\n\nAnbefaling\nVi holder pause.",
        "Beskrivelse af prøvehandling\n",
        "1\n2\n3\n4",
        "Prøvehandlinger 2021-2022\nKaffe 1\nMåltider 2\nGåture 3",
        "FORDELE\nBorger\nRo.\nMedarbejder\nTid.\nBARRIERER/OPMÆRKSOMHEDSPUNKTER",
    ],
)
def test_another_text_is_not_a_booklet(text: str) -> None:
    with override("da"), pytest.raises(NotABooklet) as refused:
        read_text(text)
    assert str(refused.value.reason) == (
        "Det er ikke et hæfte med prøvehandlinger. Et hæfte har prøvehandlinger med nummer og titel "
        "og under hver overskrifterne ”Beskrivelse af prøvehandling”, ”FORDELE”, ”Vurdering” og "
        "”Anbefaling”. Intet er læst ind."
    )


def _empty_word() -> bytes:
    kept = io.BytesIO()
    docx.Document().save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b"", "Der er ingen tekst i filen."),
        (b"  \n\n ", "Der er ingen tekst i filen."),
        (_empty_word(), "Der er ingen tekst i filen."),
        (b"%PDF-1.7\nnot really", "PDF-filen er i stykker"),
        (b"PK\x03\x04broken", "Filen er ikke et Word-dokument (.docx), der kan læses."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Det er en gammel Word-fil."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 9)) * 40, "Filen er hverken tekst, PDF eller DOCX."),
        (b"a" * (LARGEST_FILE + 1), "Filen er større end 20 MB."),
    ],
    ids=["nothing", "blanks", "empty docx", "broken pdf", "broken docx", "old doc", "picture", "too large"],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data: bytes, begins: str) -> None:
    with override("da"), pytest.raises(Unreadable) as refused:
        read_file(data)
    assert str(refused.value.reason).startswith(begins)
