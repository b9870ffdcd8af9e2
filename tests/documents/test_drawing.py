"""The art, its colours, the signs of the typeface and pictures as bitmaps."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.documents.drawings import bars

from stillads.documents import png
from stillads.documents.colours import WHITE, contrast, shades
from stillads.documents.glyphs import coverage, printable
from stillads.documents.motif import Inks, scaffold
from stillads.documents.pictures import checked_svg

INKS = Inks(pole="#111111", plank="#222222", panel="#333333", lit="#444444")
SVG = "{http://www.w3.org/2000/svg}"


def panels(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}rect"))  # noqa: S314


@pytest.mark.parametrize("trials", [0, 1, 5, 9, 10, 11, 40, 120])
def test_the_scaffold_has_a_panel_for_every_trial(trials: int) -> None:
    drawn = panels(checked_svg(scaffold(trials, INKS)))
    assert len({(panel.get("x"), panel.get("y")) for panel in drawn}) == len(drawn) == trials


def test_one_panel_is_lit_in_a_chapter() -> None:
    fills = [panel.get("fill") for panel in panels(scaffold(9, INKS, lit=4))]
    assert fills == ["#333333"] * 3 + ["#444444"] + ["#333333"] * 5


@pytest.mark.parametrize("colour", ["#ffe600", "#ffffff", "#1f5f5b", "#000000", "#7fd3ff"])
def test_white_can_be_read_on_every_municipality_s_colour(colour: str) -> None:
    assert contrast(shades(colour).deep, WHITE) >= 4.5


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Almindelig tekst: æøå ÆØÅ ”–…€½", "Almindelig tekst: æøå ÆØÅ ”–…€½"),
        ("👍🏿", "[tommel op]"),
        ("❤️", "[hjerte]"),
        ("😉", ";-)"),
        ("①", "1"),
        ("漢字", "[tegn][tegn]"),
        ("12\u202f%", "12\u00a0%"),
    ],
)
def test_every_sign_can_be_printed(text: str, printed: str, fonts: Path) -> None:
    covered = coverage(fonts)
    assert printable(text, covered) == printed
    assert all(ord(sign) in covered for sign in printable(text, covered))


def test_a_drawing_becomes_a_bitmap_of_the_width_asked_for(fonts: Path) -> None:
    bitmap = png.render_svg(bars({"Ja 🙂": (1, 2)}), fonts, 640)
    assert bitmap.startswith(b"\x89PNG")
    assert int.from_bytes(bitmap[16:20], "big") == 640
