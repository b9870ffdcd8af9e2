"""Every component in a real browser: narrow, wide, zoomed, with keyboard, without scripts, printed."""

import pytest
from playwright.sync_api import Browser, Dialog, Route
from tests.harness.browser import Windows
from tests.harness.looks import axe, page_at
from tests.harness.server import Server

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", ["/stilguide/", "/stilguide/enkel/"])
def test_nothing_is_too_wide_and_axe_finds_nothing(windows: Windows, address: str) -> None:
    """640 px is a screen of 1280 px at 200 % zoom."""
    page = windows.open()
    page.goto(address)
    for width in (320, 640, 768, 1280):
        page_at(page, width)
        axe(page)


def test_the_first_visit_is_light(windows: Windows) -> None:
    """Only our own files, and of the type only what is used."""
    page = windows.open()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/stilguide/enkel/")
    page.wait_for_load_state("networkidle")
    fonts = [address.rsplit("/", 1)[1].split("-Latin1")[0] for address in loaded if "/fonts/" in address]
    files = [address for address in loaded if "/static/" in address and "/fonts/" not in address]
    assert sorted(fonts) == ["IBMPlexSans-Regular", "IBMPlexSans-SemiBold"]
    assert len([address for address in files if ".css" in address or ".js" in address]) == 4


def test_the_skip_link_comes_first_and_leads_to_the_content(windows: Windows) -> None:
    page = windows.open()
    page.goto("/stilguide/")
    page.locator(".skipnav").focus()
    assert page.evaluate("document.activeElement.textContent") == "Gå til indholdet"
    page.keyboard.press("Enter")
    assert page.url.endswith("#indhold")


def test_the_menu_unfolds_on_a_phone(windows: Windows) -> None:
    page = windows.open(width=320)
    page.goto("/stilguide/")
    menu = page.get_by_role("navigation", name="Hovedmenu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").press("Enter")
    assert menu.is_visible()
    assert page.get_by_role("button", name="Menu").get_attribute("aria-expanded") == "true"
    axe(page)


def test_a_refused_button_can_be_reached_and_does_nothing(windows: Windows) -> None:
    page = windows.open()
    page.goto("/stilguide/")
    button = page.get_by_role("button", name="Lås forudsigelsen")
    button.focus()
    assert page.evaluate("document.activeElement.textContent") == "Lås forudsigelsen"
    page.keyboard.press("Enter")
    assert page.url.endswith("/stilguide/")
    assert button.get_attribute("aria-disabled") == "true"


def test_a_form_is_sent_once_and_says_so(windows: Windows) -> None:
    page = windows.open()
    sent: list[str] = []

    def answer(route: Route) -> None:
        sent.append(route.request.method)
        route.fulfill(status=204)

    page.route("**/gem/", answer)
    page.goto("/stilguide/")
    form = page.locator('form[action="/gem/"]').first
    form.locator("input[type=text]").fill("Servicekald")
    form.locator("button").click()
    form.locator("button").click()
    assert form.locator(".form-said").text_content() == "Gemmer …"
    assert sent == ["POST"]


def test_leaving_unsaved_changes_is_asked_about(windows: Windows) -> None:
    page = windows.open()
    asked: list[str] = []
    page.goto("/stilguide/")

    def stay_or_go(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", stay_or_go)
    page.locator("#id_title").fill("Noget nyt")
    page.goto("/stilguide/enkel/")
    assert asked == ["beforeunload"]


def test_what_is_left_of_a_long_text_is_told(windows: Windows) -> None:
    page = windows.open()
    page.goto("/stilguide/")
    page.locator("#id_question").fill("x" * 310)
    said = page.locator("#id_question + .limit-said")
    assert said.text_content() == "Højst 300 tegn. (-10)"
    assert "is-over" in (said.get_attribute("class") or "")
    assert page.locator("#id_question").input_value() == "x" * 310


def test_without_scripts_everything_is_there(live: Server, chromium: Browser) -> None:
    context = chromium.new_context(
        base_url=live.url, java_script_enabled=False, viewport={"width": 320, "height": 900}
    )
    page = context.new_page()
    page.goto("/stilguide/")
    assert page.locator("h1").text_content() == "Stilguide"
    assert not page.locator("[data-print]").first.is_visible()
    page.locator("details summary").first.click()
    assert page.get_by_text("Nat for nat.", exact=True).is_visible()
    context.close()


def test_printed_the_frame_is_gone_and_what_is_folded_is_open(windows: Windows) -> None:
    page = windows.open()
    page.goto("/stilguide/")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details").first.get_attribute("open") is not None
    assert not page.locator(".actions").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details").first.get_attribute("open") is None


def test_the_timer_counts_and_pauses(windows: Windows) -> None:
    page = windows.open()
    page.clock.install()
    page.goto("/stilguide/")
    page.get_by_role("button", name="Start eller hold pause").click()
    page.clock.run_for(61_000)
    assert page.locator("[data-timer-face]").text_content() == "3:59"
    page.get_by_role("button", name="Start eller hold pause").click()
    page.clock.run_for(60_000)
    assert page.locator("[data-timer-face]").text_content() == "3:59"
