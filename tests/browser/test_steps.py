"""Wishes and cases in a real browser: on the phone, through three roles, copied to the care record."""

import json

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture
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
    page.goto("/oensker/")
    page.get_by_role("link", name="Skriv et ønske").click()
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


def _open(page: Page, address: str) -> Page:
    page.goto(address)
    return page


def test_a_case_goes_through_three_roles(windows: Windows, live: Server, pages: list[str]) -> None:
    start = next(place for place in pages if place.startswith("/forloeb/nyt/") and place != "/forloeb/nyt/")
    first = _open(windows.open("consultant"), start)
    first.get_by_role("radio").first.check()
    first.get_by_label("Hvad er der brug for?").fill("Hjælp til gulvet")
    first.get_by_role("button", name="Start forløbet").click()
    expect(first.get_by_text("Forløbet er begyndt.")).to_be_visible()
    case = first.url.removeprefix(live.url)
    therapist = _open(windows.open("employee"), case)
    expect(therapist.get_by_text("Terapeut").first).to_be_visible()
    therapist.get_by_label("Ja", exact=True).check()
    therapist.get_by_label("Minutter brugt: ergoterapeut").fill("45")
    axe(therapist)
    therapist.get_by_role("button", name="Gem og gå videre").click()
    expect(therapist.get_by_text("Nu ligger bolden hos: hjemmetræner.")).to_be_visible()
    therapist.get_by_role("button", name="Mundtligt overleveret").click()
    expect(therapist.get_by_text("Nu ligger bolden hos: visitator.")).to_be_visible()
    officer = _open(windows.open("manager"), case)
    officer.get_by_role("button", name="Klarer sig selv").click()
    expect(officer.get_by_role("heading", level=1)).to_have_text("Afsluttet: Klarer sig selv")
    expect(officer.get_by_text("2 overleveringer")).to_be_visible()
    officer.goto("/forloeb/")
    expect(officer.get_by_role("link", name="Klarer sig selv").first).to_be_visible()


def test_the_mark_is_copied_to_the_care_record(windows: Windows, pages: list[str]) -> None:
    page = windows.open("employee")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/forloeb/")
    page.locator("tbody a").first.click()
    page.get_by_role("button", name="Kopiér teksten").click()
    assert page.evaluate("navigator.clipboard.readText()") == "PRØVEHANDLING: Straksvisitation"
    page.get_by_role("button", name="Den står i journalen nu").click()
    expect(page.get_by_text("Sat i journalen")).to_be_visible()


def test_every_page_at_every_width(windows: Windows, pages: list[str]) -> None:
    page = windows.open("employee")
    for number, place in enumerate(pages):
        page.goto(place)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for width in WIDTHS:
            picture(page_at(page, width), f"steps-{number:02d}-{width}")
        axe(page)
