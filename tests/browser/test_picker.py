"""Choosing one among many in a real browser: with scripts, without them, by keyboard alone."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser


def _merging(page: Page) -> Page:
    """The page that merges a trial of the live round into another."""
    page.goto("/proevehandlinger/")
    page.get_by_role("link", name="Hjælpemiddelteket").first.click()
    page.goto(page.url.rstrip("/") + "/saml/")
    return page


def test_the_list_follows_what_is_written_and_the_keyboard_chooses(windows: Windows) -> None:
    page = _merging(windows.open("consultant"))
    page.get_by_label("Sammen med hvilken prøvehandling?").focus()
    page.keyboard.type("gåv")
    expect(page.get_by_role("status").filter(has_text="fundet")).to_be_visible()
    radio = page.get_by_role("radio").first
    expect(radio).to_be_visible()
    page.keyboard.press("Tab")  # the button
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(radio).to_be_checked()
    page.get_by_label("Sammen med hvilken prøvehandling?").fill("hjemmeple")
    expect(page.get_by_role("radio")).to_have_count(4)
    expect(page.get_by_role("radio").first).to_be_checked()  # what was chosen stays
    axe(page)
    for width in WIDTHS:
        picture(page_at(page, width), f"picker-{width}")


def test_without_scripts_the_button_searches_and_nothing_typed_is_lost(
    windows: Windows, live: Server, chromium: Browser
) -> None:
    context = chromium.new_context(base_url=live.url, java_script_enabled=False, locale="da-DK")
    context.add_cookies([{"name": "sessionid", "value": live.cookies["consultant"], "url": live.url}])
    page = _merging(context.new_page())
    page.get_by_label("Hvorfor?").fill("De spørger om det samme.")
    page.get_by_label("Sammen med hvilken prøvehandling?").fill("gåv")
    page.keyboard.press("Enter")
    page.get_by_role("radio").first.check()
    assert page.get_by_label("Hvorfor?").input_value() == "De spørger om det samme."
    assert page.locator(".form-error").count() == 0
    page.get_by_role("button", name="Læg sammen").click()
    expect(page.get_by_text("Prøvehandlingen lever videre her.")).to_be_visible()
    context.close()
