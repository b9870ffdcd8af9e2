"""Pictures of figures in a real browser: every width, point by point, on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from tests.harness.browser import Windows
from tests.harness.looks import axe, page_at, picture

pytestmark = pytest.mark.browser
ADDRESS = "/stilguide/billeder/"


def test_nothing_is_too_wide_no_text_too_small_and_axe_finds_nothing(windows: Windows) -> None:
    page = windows.open()
    page.goto(ADDRESS)
    for width in (320, 768, 1280):
        page_at(page, width)
        assert smallest_text(page) >= 11.5
        axe(page)
        picture(page, f"charts-{width}")


def smallest_text(page: Page) -> float:
    """The size in pixels of the smallest text in any chart that is shown."""
    return float(
        page.evaluate(
            """() => Math.min(...[...document.querySelectorAll("svg.chart")]
              .filter((svg) => svg.getClientRects().length)
              .flatMap((svg) => {
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return [...svg.querySelectorAll("text")].map((text) => scale * text.getAttribute("font-size"));
              }))"""
        )
    )


def test_points_are_read_one_by_one_from_the_keyboard(windows: Windows) -> None:
    page = windows.open(width=768)
    page.goto(ADDRESS)
    chart = page.locator("#billede-huller")
    slider = chart.get_by_role("slider", name="Læs punkt for punkt")
    slider.focus()
    assert slider.get_attribute("aria-valuetext") == "uge 9: 31 opkald"
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "uge 10: mangler"
    assert chart.locator(".point-said").text_content() == "uge 10: mangler"
    page.keyboard.press("End")
    assert slider.get_attribute("aria-valuetext") == "uge 28: 27 opkald"
    assert chart.locator(".only-wide .is-read").count() == 1
    axe(page)


def test_a_point_is_read_by_pointing_at_it_also_on_a_phone(windows: Windows) -> None:
    page = windows.open(width=320)
    page.goto(ADDRESS)
    chart = page.locator("#billede-svar")
    chart.locator(".only-narrow [data-said]").nth(1).click()
    said = chart.locator(".point-said").text_content() or ""
    assert said.startswith("Jeg sover roligere") and said.endswith("ved ikke 3")


def test_the_figures_stand_in_a_table_one_click_away(windows: Windows) -> None:
    page = windows.open(width=768)
    page.goto(ADDRESS)
    chart = page.locator("#billede-andel")
    table = chart.get_by_role("table", name="Opkald, der blev til besøg")
    assert not table.is_visible()
    chart.get_by_text("Se tallene").click()
    assert table.is_visible()
    assert table.get_by_role("row").nth(9).all_inner_texts()[0].split()[:3] == ["uge", "17", "43,8"]


def test_printed_every_picture_is_there_with_its_sentence(windows: Windows, tmp_path: Path) -> None:
    page = windows.open()
    page.goto(ADDRESS)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.pdf(path=tmp_path / "charts.pdf", format="A4", print_background=False)
    text = " ".join(
        " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "charts.pdf").pages).split()
    )
    assert "Faldet er større end de tilfældige udsving i de foregående otte uger" in text
    assert "Hent:" not in text and "Læs punkt for punkt" not in text
    assert "dag 1: 25. april" in text
