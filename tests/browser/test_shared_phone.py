"""Employees share the ward's phone: a line in the log, and a tap that a colleague's turn sends, under the own name."""

import json

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press
from tests.harness.looks import picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser

_LAST = """
import json
from stillads.capture.models import Entry
rows = Entry.objects.filter(deployment__instrument__key="acted", form="event").order_by("pk")
print(json.dumps([len(rows), rows.last().actor.name if rows and rows.last().actor else ""]))
"""


def _last_tap(live: Server) -> tuple[int, str]:
    """How many there are in all, and who tapped the newest."""
    number, name = json.loads(live.python(_LAST))
    return number, name


def _start_code(manager: Page, unit: str, name: str) -> str:
    manager.goto(unit)
    follow(manager, name)
    press(manager, "Giv en startkode til fælles telefoner")
    return manager.locator(".one-time").inner_text()


def _take(phone: Page, name: str, code: str, own: str) -> None:
    """Takes the phone in hand for the first time, with a code of one's own from now on."""
    follow(phone, name)
    phone.get_by_label("Din kode").fill(code)
    press(phone, "Videre")
    phone.get_by_label("Ny kode").fill(own)
    phone.get_by_label("Samme kode igen").fill(own)
    press(phone, "Gem koden")


def test_a_shared_phone_from_hand_to_hand(windows: Windows, live: Server) -> None:
    # Given a phone that the manager has enrolled, and start codes for two employees
    manager = windows.open("manager")
    manager.goto("/organisation/")
    follow(manager, "Toftegården")
    unit = manager.url
    follow(manager, "Se, tilføj og spær telefoner")
    manager.get_by_label("Hvad kalder I telefonen?").fill("Vagttelefon 2")
    press(manager, "Lav linket")
    manager.get_by_text("Linket som tekst").click()
    link = manager.locator("#link").inner_text()
    codes = {name: _start_code(manager, unit, name) for name in ("Ole Winther", "Yasmin Holst")}
    # When the employee signs in on it, chooses a code, and writes what happened
    phone = windows.open(width=360, height=740)
    phone.goto(link)
    press(phone, "Ja, tilknyt telefonen")
    _take(phone, "Ole Winther", codes["Ole Winther"], "4907")
    phone.goto("/")
    follow(phone, "Enklere registrering af fald")
    follow(phone, "Skriv i logbogen")
    fill(phone, text="Ingen fald i nat.")
    press(phone, "Gem notatet")
    # Then it stands there with the name
    expect(phone.locator("main")).to_contain_text("Ingen fald i nat.")
    expect(phone.locator("main")).to_contain_text("Ole Winther")
    # When Ole taps where the house cannot be reached, and passes the phone on
    before, _name = _last_tap(live)
    phone.goto("/registrer/")
    phone.get_by_role("link", name="Aftaler efter fald", exact=True).click()
    phone.route("**/batch/", lambda route: route.abort())
    press(phone, "Et hjælpemiddel")
    expect(phone.locator("[data-waits]")).to_have_text("1 venter på forbindelse")
    press(phone, "Færdig: giv telefonen videre")
    expect(phone.get_by_role("heading", name="Hvem er du?")).to_be_visible()
    assert _last_tap(live)[0] == before
    # Then it is sent when Yasmin has the phone, once, and it is Ole's
    phone.unroute("**/batch/")
    _take(phone, "Yasmin Holst", codes["Yasmin Holst"], "5218")
    phone.goto("/registrer/")
    phone.get_by_role("link", name="Aftaler efter fald", exact=True).click()
    expect(phone.locator(".tap-where")).to_contain_text("Yasmin Holst")
    expect(phone.locator("[data-waits]")).to_have_text("")
    picture(phone, "registrer-kollega-360")
    assert _last_tap(live) == (before + 1, "Ole Winther")
