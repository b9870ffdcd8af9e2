"""An employee's phone registers with and without a connection: once, nothing lost, taken back where it was wrong."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.harness.answering_doors import comes_online, kept_on_the_phone
from tests.harness.browser import Windows
from tests.harness.hand import press
from tests.harness.looks import axe, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser

_SAVED = """
import json
from stillads.capture.models import Entry
rows = Entry.objects.filter(deployment__instrument__key="%s", source__in=["queue", "page", "temp"])
print(json.dumps([[r.form, r.answers.get("event", ""), r.source, bool(r.voids_id)] for r in rows.order_by("pk")]))
"""


def _saved(live: Server, key: str) -> list[list[object]]:
    """What phones have registered in an instrument: form, button, source, takes another back."""
    found: list[list[object]] = json.loads(live.python(_SAVED % key))
    return found


def _phone(windows: Windows, title: str, role: str = "employee") -> Page:
    page = windows.open(role, width=320, height=640)
    page.goto("/registrer/")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.locator("[data-count]")).to_be_visible()
    return page


def _until(page: Page, holds: Callable[[], bool]) -> None:
    for _try in range(60):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it did not come about")


def test_two_tabs_send_each_tap_once(windows: Windows, live: Server) -> None:
    before = len(_saved(live, "acted"))
    page = _phone(windows, "Aftaler efter fald")
    other = page.context.new_page()
    other.goto(page.url)
    page.context.set_offline(True)
    for tab in (page, other, page, other):
        press(tab, "Et hjælpemiddel")
        expect(tab.locator("[data-said]")).to_contain_text("gemt")
    page.context.set_offline(False)
    for tab in (page, other):
        tab.evaluate("window.dispatchEvent(new Event('online'))")
    for tab in (page, other):
        expect(tab.locator("[data-waits]")).to_have_text("")
    assert len(_saved(live, "acted")) == before + 4


def test_an_answer_that_never_came_is_sent_again_and_kept_once(windows: Windows, live: Server) -> None:
    before = len(_saved(live, "acted"))
    page = _phone(windows, "Aftaler efter fald")
    kept_on_the_phone(page)

    page.evaluate(
        """() => {
          const ask = window.fetch;
          window.lost = true; /* the house has it; the phone does not hear of it */
          window.fetch = async (...what) => {
            const answer = await ask(...what);
            if (window.lost && String(what[0]).endsWith("/batch/")) throw new TypeError("lost");
            return answer;
          };
        }"""
    )
    press(page, "Et hjælpemiddel")
    expect(page.locator("[data-waits]")).to_have_text("1 venter på forbindelse")
    _until(page, lambda: len(_saved(live, "acted")) == before + 1)
    page.evaluate("window.lost = false; window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waits]")).to_have_text("")
    assert len(_saved(live, "acted")) == before + 1


def test_a_few_questions_after_the_tap_without_a_connection(windows: Windows, live: Server) -> None:
    before = _saved(live, "falls")
    page = _phone(windows, "Fald")
    kept_on_the_phone(page)
    page.context.set_offline(True)
    press(page, "I boligen")
    expect(page.get_by_role("heading", name="I boligen")).to_be_focused()
    page.get_by_text("Ja", exact=True).click()
    axe(page)
    press(page, "Gem")
    expect(page.locator("[data-said]")).to_contain_text("I boligen gemt kl.")
    comes_online(page)
    assert _saved(live, "falls")[len(before) :] == [["event", "room", "queue", False]]


def test_what_is_refused_stays_on_the_phone_and_is_put_right_with_one_thumb(
    windows: Windows, live: Server
) -> None:
    before = _saved(live, "falls")
    page = _phone(windows, "Fald")
    kept_on_the_phone(page)
    page.context.set_offline(True)
    for _twice in range(2):
        press(page, "Ude")
        page.get_by_text("Ja", exact=True).click()
        page.locator("[name=minutes]").fill("meget længe")
        press(page, "Gem")
        expect(page.locator("[data-said]")).to_contain_text("Ude gemt kl.")
    comes_online(page)
    refused = page.locator("[data-refused]")
    expect(refused.get_by_role("listitem")).to_have_count(2)
    expect(refused).to_contain_text("Kunne ikke gemmes")
    expect(refused).to_contain_text("Skriv, hvor længe det varede")
    axe(page)
    picture(page, "registrer-afvist-320")
    page.reload()
    # When it is put right from the page where everything is: what was said stands there, only what is wrong is changed
    page.goto("/registrer/")
    refused.get_by_role("link", name=re.compile("Ret og send: Ude")).first.click()
    fixing = page.locator("[data-fixing]")
    expect(fixing).to_contain_text("Ret: Ude Skriv, hvor længe det varede")
    expect(page.locator("[name=minutes]")).to_have_value("meget længe")
    axe(page)
    picture(page, "registrer-ret-320")
    page.locator("[name=minutes]").fill("5")
    press(page, "Gem")
    expect(page.locator("[data-said]")).to_contain_text("Ude gemt kl.")
    expect(fixing).to_be_hidden()
    expect(refused.get_by_role("listitem")).to_have_count(1)
    assert _saved(live, "falls")[len(before) :] == [["event", "outside", "queue", False]]
    # Then the other one is let go, which takes two taps: it is the only copy
    refused.get_by_role("button", name=re.compile("Slet")).click()
    expect(refused).to_be_visible()
    refused.get_by_role("button", name=re.compile("Slet for altid")).click()
    expect(refused).to_be_hidden()
    assert len(_saved(live, "falls")) == len(before) + 1


def test_a_queue_survives_that_one_is_signed_out(windows: Windows, live: Server) -> None:
    before = len(_saved(live, "acted"))
    page = _phone(windows, "Aftaler efter fald")
    kept_on_the_phone(page)
    kept = page.context.cookies()
    page.context.clear_cookies()
    press(page, "Et hjælpemiddel")
    expect(page.locator("[data-signed-out]")).to_be_visible()
    expect(page.locator("[data-waits]")).to_have_text("1 venter på forbindelse")
    session = next(cookie for cookie in kept if cookie["name"] == "sessionid")
    page.context.add_cookies([{"name": "sessionid", "value": session["value"], "url": live.url}])
    page.reload()
    expect(page.locator("[data-waits]")).to_have_text("")
    assert len(_saved(live, "acted")) == before + 1


def test_four_buttons_fill_the_smallest_phone_and_nothing_is_to_be_scrolled(windows: Windows) -> None:
    page = _phone(windows, "Aftaler efter fald")
    page.evaluate("document.fonts.ready")
    for text in ("Møbler eller lys", "Et hjælpemiddel", "Medicinen ses igennem", "Ingenting denne gang"):
        box = page.get_by_role("button", name=text).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 640 and box["height"] >= 96 and box["width"] >= 130
    used = page.locator(".tap-used").bounding_box()
    assert used is not None and used["y"] + used["height"] <= 640


def _plain_phone(chromium: Browser, live: Server) -> BrowserContext:
    context = chromium.new_context(
        base_url=live.url, java_script_enabled=False, viewport={"width": 320, "height": 640}, locale="da-DK"
    )
    context.add_cookies([{"name": "sessionid", "value": live.cookies["employee"], "url": live.url}])
    return context


def test_without_a_script_it_is_plain_forms(chromium: Browser, live: Server) -> None:
    before = len(_saved(live, "acted"))
    context = _plain_phone(chromium, live)
    page = context.new_page()
    page.goto("/registrer/")
    page.get_by_role("link", name="Aftaler efter fald", exact=True).click()
    count = int(page.locator("[data-count]").inner_text())
    press(page, "Et hjælpemiddel")
    expect(page.locator("[data-said]")).to_have_text("Gemt.")
    expect(page.locator("[data-count]")).to_have_text(str(count + 1))
    page.get_by_role("button", name="Fortryd").first.click()
    expect(page.locator("[data-count]")).to_have_text(str(count))
    assert len(_saved(live, "acted")) == before + 2
    context.close()
