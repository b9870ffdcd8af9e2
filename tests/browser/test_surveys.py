"""A relative on a phone, a resident at the kiosk, sheets typed in by keyboard; seen by axe at three widths."""

import json

import pytest
from playwright.sync_api import Page, expect
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


def _next(page: Page, place: int | None = None) -> None:
    """Goes on, and waits until question `place` stands there."""
    page.get_by_role("button", name="Næste").click()
    if place:
        expect(page.get_by_text(f"Spørgsmål {place} af")).to_be_visible()


def test_a_relative_answers_on_a_phone(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open(width=320, height=640)
    page.goto(f"/svar/{surveys['own']}/")
    axe(page_at(page, 320))
    picture(page, "svar-begynd-320")
    page.get_by_role("link", name="Begynd").click()
    picture(page, "svar-hvem-320")
    _next(page)
    expect(page.get_by_text("Det skal besvares.").first).to_be_visible()
    axe(page_at(page, 320))
    picture(page, "svar-fejl-320")
    page.get_by_label("Jeg er pårørende og svarer alene").check()
    _next(page, 2)
    axe(page_at(page, 320))
    picture(page, "svar-humoer-320")
    page.get_by_label("Godt", exact=True).check()
    _next(page, 3)
    picture(page, "svar-skala-320")
    page.get_by_role("link", name="Tilbage").click()
    expect(page.get_by_label("Godt", exact=True)).to_be_checked()
    page.go_back()  # the browser's own way back works too
    expect(page.get_by_text("Spørgsmål 3 af")).to_be_visible()
    _next(page, 4)
    page.get_by_label("Er der noget, du ønsker dig?").fill("Kaffe kl. 6")
    picture(page, "svar-tekst-320")
    _next(page, 5)
    page.get_by_label("Måltider").check()
    _next(page)
    expect(page.get_by_role("button", name="Send mine svar")).to_be_visible()
    axe(page_at(page, 320))
    picture(page, "svar-send-320")
    page.get_by_role("button", name="Send mine svar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Dit svar er gemt.")
    axe(page_at(page, 320))
    picture(page, "svar-tak-320")
    page.goto(f"/svar/{surveys['own']}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Der er allerede svaret")
    picture(page, "svar-brugt-320")


def test_one_after_another_at_the_kiosk(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open(width=1024, height=768)
    page.clock.install()
    page.goto(f"/svar/{surveys['kiosk']}/")
    picture(page, "svarskaerm-begynd-1024")
    for person in ("Jeg svarer selv", "Jeg får hjælp af en, der arbejder her"):
        page.get_by_role("link", name="Begynd").click()
        page.get_by_label(person, exact=True).check()
        _next(page, 2)
        axe(page_at(page, 1024))
        picture(page, "svarskaerm-humoer-1024")
        page.get_by_label("Rigtig godt").check()
        for place in (3, 4, None):
            _next(page, place)
        page.get_by_role("button", name="Send mine svar").click()
        page.get_by_role("link", name="Næste person").click()
    page.get_by_role("link", name="Begynd").click()
    page.get_by_label("Jeg svarer selv").check()
    _next(page, 2)
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


def test_sheets_are_typed_in_by_keyboard_alone(
    windows: Windows, live: Server, surveys: dict[str, str]
) -> None:
    page = windows.open("consultant")
    page.goto(f"/spoergeskemaer/runde/{surveys['talks_wave']}/ark/?antal=3")
    codes = [text.split()[-1] for text in page.locator(".sheet-code").all_inner_texts()][-3:]
    page.goto(f"/spoergeskemaer/runde/{surveys['talks_wave']}/tast/")
    axe(page)
    page.get_by_label("Række 1: arkets kode").focus()
    for code, mood in zip(codes, ("4", "9", "5"), strict=True):
        for text in (code, "1", mood, "3", "", ""):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 ark er gemt.")).to_be_visible()
    wrong = page.get_by_label("Række 1: Hvordan har du det i dag?")
    expect(wrong).to_have_value("9")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    axe(page)
    picture(page, "tast-fejl-1280")
    wrong.fill("2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 ark er gemt.")).to_be_visible()


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


def test_what_staff_see_at_three_widths(windows: Windows, surveys: dict[str, str]) -> None:
    page = windows.open("consultant")
    talks, wave = surveys["talks"], surveys["talks_wave"]
    places = {
        "liste": "/spoergeskemaer/",
        "skema": f"/spoergeskemaer/{talks}/",
        "medarbejdere": f"/spoergeskemaer/{surveys['staff']}/",
        "mangler": f"/spoergeskemaer/runde/{wave}/",
        "ark": f"/spoergeskemaer/runde/{wave}/ark/?antal=1",
        "tast": f"/spoergeskemaer/runde/{wave}/tast/",
        "sedler": f"/spoergeskemaer/runde/{wave}/sedler/",
        "svar": f"/spoergeskemaer/runde/{surveys['staff_wave']}/svar/",
        "link": f"/spoergeskemaer/{talks}/link/",
        "plakat": f"/spoergeskemaer/link/{surveys['kiosk_link']}/",
        "beboer": f"/spoergeskemaer/{surveys['homes']}/samtale/{surveys['resident']}/",
        "ark-flere": f"/spoergeskemaer/runde/{surveys['staff_wave']}/ark/?antal=1",
        "tast-flere": f"/spoergeskemaer/runde/{surveys['staff_wave']}/tast/",
        "nej-tak": f"/svar/{surveys['resident_link']}/nej-tak/",
    }
    for name, place in places.items():
        page.goto(place)
        axe(page)
        for width in WIDTHS:
            picture(page_at(page, width), f"spoerg-{name}-{width}")
