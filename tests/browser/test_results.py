"""The result page of a live trial moves when a registration comes in; it is looked at at every width and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.hand import press
from tests.harness.looks import axe, page_at

pytestmark = pytest.mark.browser


def _results(windows: Windows) -> Page:
    page = windows.open("consultant")
    page.goto("/proevehandlinger/")
    page.get_by_role("link", name="Enklere registrering af fald").first.click()
    page.get_by_role("link", name="Resultater", exact=True).click()
    expect(page.locator(".chart-figure").first).to_be_visible()
    return page


def _meetings(page: Page) -> int:
    """How many registrations the measure of what came of the falls stands on."""
    part = page.locator(
        "section", has=page.get_by_role("heading", name="Gennemgange, der førte til en aftale")
    )
    found = re.search(r"Det bygger på (\d+) registrering", part.inner_text())
    assert found, part.inner_text()
    return int(found[1])


def test_it_moves_when_a_registration_comes_in(windows: Windows) -> None:
    page = _results(windows)
    before = _meetings(page)
    phone = windows.open("employee", width=320, height=640)
    phone.goto("/registrer/")
    phone.get_by_role("link", name="Aftaler efter fald", exact=True).click()
    press(phone, "Møbler eller lys")
    expect(phone.locator("[data-said]")).to_contain_text("gemt kl.")
    page.reload()
    assert _meetings(page) == before + 1


def test_it_holds_at_every_width_and_can_be_used_with_the_keyboard(windows: Windows) -> None:
    page = _results(windows)
    for width in (320, 768, 1280):
        page_at(page, width)
    axe(page)
    page.get_by_role("link", name=re.compile("Sted for sted, og delt op")).first.click()
    expect(page.get_by_role("heading", name="Sted for sted")).to_be_visible()
    axe(page)
    page.goto("/runder/")
    page.get_by_role("link", name="Den løbende runde").first.click()
    page.get_by_role("link", name="Resultater", exact=True).click()
    expect(page.locator(".small-chart").first).to_be_visible()
    page_at(page, 320)
    axe(page)
