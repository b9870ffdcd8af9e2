"""An evaluation by real clicks: two write at once, and neither loses a word."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture

pytestmark = pytest.mark.browser


def _looked_at(page: Page, name: str) -> None:
    """Axe finds nothing, and the page fits every width."""
    axe(page)
    for width in WIDTHS:
        picture(page_at(page, width), f"evaluation-{name}-{width}")
    page_at(page, 1280)


def _of_a_running_trial(page: Page) -> None:
    """To the evaluation of the live round's first trial, opened before its time with a reason."""
    page.goto("/proevehandlinger/")
    page.get_by_role("link", name="Enklere registrering af fald", exact=True).click()
    page.get_by_role("link", name="Evaluering", exact=True).click()
    if page.get_by_role("button", name="Åbn evalueringen").is_visible():
        _looked_at(page, "opening")
        page.get_by_label("Hvorfor?").fill("Alle er samlet i dag")
        page.get_by_role("button", name="Åbn evalueringen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Evaluering:")


def _write(page: Page, text: str) -> None:
    part = page.locator("#tekst-impression")
    part.get_by_role("textbox").fill(text)
    part.get_by_role("button", name="Gem").click()


def test_two_write_at_once_and_join_their_texts(windows: Windows) -> None:
    one, other = windows.open("consultant"), windows.open("consultant")
    _of_a_running_trial(one)
    _looked_at(one, "page")
    other.goto(one.url)
    for page in (one, other):
        page.locator("#ret-tekst-impression").click()
        expect(page.locator("#tekst-impression").get_by_role("textbox")).to_be_focused()
    _write(one, "Små ting gør stor forskel.")
    expect(one.locator("#tekst-impression .prose")).to_contain_text("Små ting")
    _write(other, "Ingen krævede for meget.")
    kept = other.locator("#tekst-impression .kept")
    expect(kept).to_contain_text("Ingen krævede for meget.")
    expect(kept).to_contain_text("Små ting gør stor forskel.")
    _looked_at(other, "two-versions")
    kept.get_by_text("Saml dem til én tekst").click()
    kept.get_by_role("button", name="Gem den samlede tekst").click()
    expect(other.locator("#tekst-impression .kept")).to_have_count(0)
    expect(other.locator("#tekst-impression .prose")).to_have_text(
        re.compile("Små ting gør stor forskel.*Ingen krævede for meget.", re.S)
    )


def test_a_finding_called_measured_needs_what_was_measured(windows: Windows) -> None:
    page = windows.open("consultant")
    _of_a_running_trial(page)
    field = page.locator("#felt-barrier-economy")
    field.get_by_role("link", name="Tilføj et punkt").click()
    field.get_by_label("Hvad fandt I?").fill("Turen tager ti minutter mere")
    field.get_by_label("målt").check()
    field.get_by_role("button", name="Gem").click()
    expect(field.locator(".form-error-message")).to_be_visible()
    expect(field.get_by_label("Hvad fandt I?")).to_have_value("Turen tager ti minutter mere")
    _looked_at(page, "refused")
    field.get_by_label("Kilde").fill("Kørebogen, uge 23")
    field.get_by_role("button", name="Gem").click()
    expect(field.locator(".finding")).to_contain_text("Kørebogen, uge 23")
