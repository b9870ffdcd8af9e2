"""Plans without a database: links, pasted texts, differences, the text for the care record, the one page."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.harness.playbooks import playbook

from stillads.booklet.rendering import fonts
from stillads.capture.plan_differences import differences
from stillads.capture.plan_links import Link, read_links
from stillads.capture.plan_pasting import sort_pasted
from stillads.capture.plan_text import as_text
from stillads.documents.hand_over import HandOver, Part, TooLongError, fit
from stillads.kernel.rules import RuleError
from stillads.playbooks.kinds.plan import Plan


@pytest.fixture
def kind() -> Plan:
    """The rhythm plan of the tests' playbook."""
    made = playbook(only=["rhythm", "calls"]).instrument("rhythm")
    assert isinstance(made, Plan)
    return made


@pytest.mark.parametrize(
    "address",
    [
        "http://vejledning.example.dk/bad",
        "https://vejledning.example.dk.elsewhere.dk/bad",
        "https://evilvejledning.example.dk/",
        "https://sub.vejledning.example.dk/",
        "https://vejledning.example.dk@elsewhere.dk/",
        "https://elsewhere.dk/?https://vejledning.example.dk",
        "https://elsewhere.dk#@vejledning.example.dk/",
        "https://elsewhere.dk\\@vejledning.example.dk/",
        "https://vejledning.example.dk:8443/",
        "https://vejledning.example.dk./",
        "https://vejledning.example.dk /bad",
        "https://vejledning.example.d\u043a/",
        "https:vejledning.example.dk/",
        "//vejledning.example.dk/",
        "https://[vejledning.example.dk/",
        "javascript:alert(1)//vejledning.example.dk",
        "https://vejledning.example.dk/" + "x" * 300,
    ],
)
def test_a_link_to_another_place_is_refused(kind: Plan, address: str) -> None:
    with pytest.raises(RuleError, match=r"vejledning\.example\.dk") as refused:
        read_links(kind, [Link("https://vejledning.example.dk/ok"), Link(address)])
    assert refused.value.field == "link_2"


def test_links_to_the_allowed_host_are_kept_and_empty_ones_left_out(kind: Plan) -> None:
    wanted = Link("https://Vejledning.example.dk/bad?trin=2#top", " Bad  i seng ")
    assert read_links(kind, [Link(""), wanted]) == [Link(wanted.address, "Bad i seng")]
    with pytest.raises(RuleError) as refused:
        read_links(kind, [Link("", "Bad")])
    assert refused.value.field == "link_1"


PASTED = """Hun hedder noget, vi ikke skriver.

SÆRLIG TILGANG: Gå roligt ind.
• Morgen kl. 7-9:
Kaffe på sengen.

Støttestrømper på.
Økonomi:
Datteren betaler.
Aften
Læser avis. Morgen er svært.
"""


def test_a_pasted_text_is_sorted_by_its_headings_and_nothing_is_lost(kind: Plan) -> None:
    made = sort_pasted(kind, PASTED)
    assert made.fields == {
        "approach": "Gå roligt ind.",
        "morning": "Kaffe på sengen.\n\nStøttestrømper på.",
        "evening": "Læser avis. Morgen er svært.",
    }
    assert made.left == "Hun hedder noget, vi ikke skriver.\n\nØkonomi:\nDatteren betaler."


def test_a_text_without_headings_is_all_left(kind: Plan) -> None:
    made = sort_pasted(kind, "Morgenen er rolig.\r\nHun sover længe.")
    assert (made.fields, made.left) == ({}, "Morgenen er rolig.\nHun sover længe.")


def test_a_heading_that_comes_twice_gathers_both(kind: Plan) -> None:
    made = sort_pasted(kind, "Morgen:\nKaffe.\nFormiddag: Gåtur.")
    assert made.fields["morning"] == "Kaffe.\nGåtur."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Ny."),
        ("Gammel.", ""),
        ("a b c d e f", "a x c d e y"),
        ("to\nlinjer", "to nye\nlinjer"),
        ("ens", "ens"),
    ],
)
def test_the_pieces_put_together_are_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_the_text_for_the_record_is_in_the_sheets_order(kind: Plan) -> None:
    texts = {"evening": "Avis.", "approach": "Roligt."}
    assert as_text(kind, texts, [Link("https://vejledning.example.dk/bad", "Bad")]) == (
        "SÆRLIG TILGANG\nRoligt.\n\nAFTEN (kl. 17–22)\nAvis.\n\nHENVISNINGER\nBad: https://vejledning.example.dk/bad"
    )


def _sheet(letters: int) -> HandOver:
    words = ("Hun vil gerne have kaffe på sengen, før hun står op. " * 200)[:letters]
    return HandOver(
        title="Døgnrytmeplan", who="B-07", said="Elmely\nVersion 3, 6. maj 2026", foot="Makulér arket.",
        parts=[Part("Særlig tilgang", "Gå roligt ind.", first=True), Part("Morgen", words, "7–10")],
        links=[("Bad i seng", "https://vejledning.example.dk/bad")], links_title="Henvisninger",
        municipality="Kommunen", colour="#005f60", day=date(2026, 5, 6),
    )  # fmt: skip


def test_a_short_sheet_has_large_type_and_a_long_one_small_and_both_one_page() -> None:
    short, long = fit(_sheet(200), fonts=fonts()), fit(_sheet(4000), fonts=fonts())
    assert [len(PdfReader(BytesIO(made.pdf)).pages) for made in (short, long)] == [1, 1]
    assert (short.size, long.size < 13) == (13, True)
    text = PdfReader(BytesIO(short.pdf)).pages[0].extract_text()
    assert text.index("Særlig tilgang") < text.index("Morgen")


def test_too_much_for_a_page_is_said_and_not_cut() -> None:
    with pytest.raises(TooLongError) as refused:
        fit(_sheet(9000), fonts=fonts())
    assert refused.value.pages == 2
