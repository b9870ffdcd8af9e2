"""Surveys in a browser: a kiosk that is left, read aloud, conversations on the phone, what staff see."""

import json

import pytest
from playwright.sync_api import expect
from tests.harness.answering_doors import goes_on
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser

_made: dict[str, dict[str, str]] = {}


@pytest.fixture
def surveys(live: Server) -> dict[str, str]:
    """Names and secrets of the surveys, made once per server."""
    if live.url not in _made:
        _made[live.url] = json.loads(
            live.python("from tests.harness.rare_surveys import tell_json; tell_json()")
        )
    return _made[live.url]


def test_a_kiosk_that_is_left_begins_anew(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open(width=1024, height=768)
    page.clock.install()
    page.goto(f"/svar/{surveys['kiosk']}/")
    picture(page, "svarskaerm-begynd-1024")
    page.get_by_role("link", name="Begynd").click()
    page.get_by_label("Jeg svarer selv").check()
    goes_on(page, 2)
    expect(page.get_by_role("button", name="Læs højt")).to_be_visible()  # the script has run
    page.clock.fast_forward(71_000)
    expect(page.get_by_role("alertdialog")).to_contain_text("Er du her stadig?")
    axe(page)
    picture(page, "svarskaerm-stille-1024", whole=False)
    page.get_by_role("button", name="Ja, jeg fortsætter").click()
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    page.clock.fast_forward(71_000)
    page.clock.fast_forward(21_000)
    expect(page.get_by_role("link", name="Begynd")).to_be_visible()
    page.goto(f"/svar/{surveys['kiosk']}/1/")
    expect(page.get_by_label("Jeg svarer selv")).not_to_be_checked()  # the next person sees nothing of it


def test_the_browser_reads_aloud(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open(width=1024, height=768)
    page.add_init_script(
        "window.said = []; speechSynthesis.speak = (one) => window.said.push([one.lang, one.text]);"
    )
    page.goto(f"/svar/{surveys['kiosk']}/1/")
    page.get_by_role("button", name="Læs højt").click()
    said = page.evaluate("window.said")
    assert said[0] == ["da-DK", "Hvem svarer?"]
    assert ["da-DK", "Jeg svarer selv"] in said
    page.get_by_role("button", name="Stop oplæsning").click()


def test_a_conversation_is_noted_on_a_phone(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open("consultant", width=390, height=844)
    page.goto(f"/spoergeskemaer/{surveys['talks']}/samtale/")
    axe(page_at(page, 320))
    picture(page, "samtale-hvem-320")
    page.locator(".tiles a").first.click()
    page.get_by_label("Nogenlunde").check()
    picture(page, "samtale-320")
    page.get_by_role("button", name="Gem samtalen").click()
    expect(page.get_by_text("Samtalen er gemt.")).to_be_visible()
    axe(page_at(page, 320))
    picture(page, "samtale-gemt-320")
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("Samtalen er fortrudt og tæller ikke længere.")).to_be_visible()


def test_residents_of_a_unit_at_three_widths(windows: Windows) -> None:
    page = windows.open("manager")
    page.goto("/organisation/")
    page.locator("main").get_by_role("link", name="Toftegården").first.click()
    page.get_by_role("link", name="Se og skriv, hvem der bor her").click()
    axe(page_at(page, 320))
    picture(page, "beboere-tom-320")
    page.get_by_label("Hvem bor her?").fill("Gudrun Holm\nEgon Bak\nAnne-Margrethe Kjeldgaard Sørensen")
    page.get_by_role("button", name="Sæt dem på listen").click()
    expect(page.get_by_text("3 beboere er nye på listen.")).to_be_visible()
    axe(page)
    for width in WIDTHS:
        picture(page_at(page, width), f"beboere-{width}")
    page.get_by_role("row", name="Egon Bak").get_by_role("link").click()
    picture(page, "beboer-flyttet-1280")
    page.get_by_role("button", name="Slet navnet").click()
    expect(page.get_by_text("Der står 2 beboere på listen.")).to_be_visible()


def test_groups_residents_and_a_no_on_the_smallest_phone(windows: Windows, surveys: dict[str, str]) -> None:
    """States that the walk of all pages does not come by: it sees each page once."""
    page = windows.open("consultant")
    wave = surveys["staff_wave"]
    places = {
        "beboer": f"/spoergeskemaer/{surveys['homes']}/samtale/{surveys['resident']}/",
        "ark-flere": f"/spoergeskemaer/runde/{wave}/ark/?antal=1",
        "tast-flere": f"/spoergeskemaer/runde/{wave}/tast/",
        "nej-tak": f"/svar/{surveys['resident_link']}/nej-tak/",
    }
    for name, place in places.items():
        page.goto(place)
        for width in reversed(WIDTHS):
            picture(page_at(page, width), f"spoerg-{name}-{width}")
        axe(page)
