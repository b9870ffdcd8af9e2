"""Wishes and cases in a real browser: on the phone, copied to the care record; the journey takes one through."""

import json
import re

import pytest
from django.urls import resolve
from playwright.sync_api import expect
from tests.harness.browser import Windows
from tests.harness.looks import axe, page_at
from tests.harness.server import Server

pytestmark = pytest.mark.browser

_told: dict[str, list[str]] = {}


@pytest.fixture
def pages(live: Server) -> list[str]:
    """The addresses of `tests.harness.rare_steps`, told once per server."""
    if live.url not in _told:
        starts = json.loads(live.python("from tests.harness.rare_steps import tell_json; tell_json()"))
        _told[live.url] = starts["employee"]
    return _told[live.url]


def test_a_wish_is_heard_done_and_told_on_a_phone(windows: Windows, pages: list[str]) -> None:
    page = page_at(windows.open("employee"), 390)
    page.goto(next(path for path in pages if resolve(path).view_name == "wishes:hear"))
    page.get_by_role("radio").first.check()
    page.get_by_label("Hvad er ønsket?").fill("Ud i haven, når solen skinner")
    axe(page)
    page.get_by_role("button", name="Sæt det på listen").click()
    expect(page.get_by_text("Tak. Ønsket står på listen.")).to_be_visible()
    card = page.locator(".panel, .card").filter(has_text="Ud i haven").first
    card.get_by_label("Hvad gjorde I?").fill("Vi sad på bænken efter frokost")
    card.get_by_role("button", name="Det er gjort").click()
    expect(page.get_by_text("Nu mangler borgeren kun at få det fortalt.")).to_be_visible()
    card = page.locator(".panel, .card").filter(has_text="Ud i haven").first
    card.get_by_role("button", name="Fortalt til borgeren").click()
    expect(page.get_by_text("Ønsket er fulgt helt til dørs.")).to_be_visible()
    expect(page.get_by_text("Ud i haven")).to_have_count(0)


def test_the_mark_is_copied_to_the_care_record(windows: Windows, pages: list[str]) -> None:
    page = windows.open("employee")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(next(place for place in pages if re.fullmatch(r"/forloeb/(?!nyt/)[^/]+/", place)))
    page.get_by_role("button", name="Kopiér teksten").click()
    assert page.evaluate("navigator.clipboard.readText()") == "PRØVEHANDLING: Straksvisitation"
    page.get_by_role("button", name="Den står i journalen nu").click()
    expect(page.get_by_text("Sat i journalen")).to_be_visible()
