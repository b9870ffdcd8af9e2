"""An employee takes the ward's shared phone, writes a line in the log, and puts the phone back."""

import pytest
from playwright.sync_api import expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press

pytestmark = pytest.mark.browser


def test_a_line_in_the_log_from_a_shared_phone(windows: Windows) -> None:
    # Given a phone that the manager has enrolled, and a start code for an employee
    manager = windows.open("manager")
    manager.goto("/organisation/")
    follow(manager, "Toftegården")
    unit = manager.url
    follow(manager, "Se, tilføj og spær telefoner")
    manager.get_by_label("Hvad kalder I telefonen?").fill("Vagttelefon 2")
    press(manager, "Lav linket")
    manager.get_by_text("Linket som tekst").click()
    link = manager.locator("#link").inner_text()
    manager.goto(unit)
    follow(manager, "Ole Winther")
    press(manager, "Giv en startkode til fælles telefoner")
    code = manager.locator(".one-time").inner_text()
    # When the employee signs in on it, chooses a code, and writes what happened
    phone = windows.open(width=360, height=740)
    phone.goto(link)
    press(phone, "Ja, tilknyt telefonen")
    follow(phone, "Ole Winther")
    phone.get_by_label("Din kode").fill(code)
    press(phone, "Videre")
    phone.get_by_label("Ny kode").fill("4907")
    phone.get_by_label("Samme kode igen").fill("4907")
    press(phone, "Gem koden")
    phone.goto("/")
    follow(phone, "Enklere registrering af fald")
    follow(phone, "Skriv i logbogen")
    fill(phone, text="Ingen fald i nat.")
    press(phone, "Gem notatet")
    # Then it stands there with the name, and the phone is free again
    expect(phone.locator("main")).to_contain_text("Ingen fald i nat.")
    expect(phone.locator("main")).to_contain_text("Ole Winther")
    phone.goto("/konto/telefon/")
    press(phone, "Færdig")
    expect(phone.get_by_role("heading", name="Hvem er du?")).to_be_visible()
