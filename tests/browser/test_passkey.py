"""A passkey, from being added to opening the log-in by itself: Chromium's own virtual key is the device."""

import pytest
from playwright.sync_api import CDPSession, Page, expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press, signs_in

from stillads.demo.people import PASSWORD

pytestmark = pytest.mark.browser

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def _device(page: Page) -> tuple[CDPSession, dict[str, str]]:
    """A device with a finger always on it: the session that steers it, and the id it goes by."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session, {"authenticatorId": made["authenticatorId"]}


def _add_passkey(page: Page, name: str) -> None:
    page.goto("/konto/adgangsnoegler/ny/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Er det stadig dig?")
    fill(page, password=PASSWORD)
    press(page, "Bekræft")
    fill(page, name=name)
    page.get_by_label("Log ind med adgangsnøglen alene").check(force=True)
    press(page, "Tilføj")


def test_a_passkey_is_added_and_opens_the_log_in_alone(windows: Windows) -> None:
    # Given somebody who logs in with a password, on a device that knows them
    page = windows.open(named=True)
    session, device = _device(page)
    signs_in(page, "leder")
    # When they prove who they are, and add the device as a passkey
    _add_passkey(page, "Bærbar på kontoret")
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservekoder")
    [key] = session.send("WebAuthn.getCredentials", device)["credentials"]
    assert key["isResidentCredential"]
    page.goto("/konto/adgangsnoegler/")
    expect(page.get_by_role("row", name="Bærbar på kontoret")).to_contain_text("ikke endnu")
    # Then the passkey alone opens the log-in, and leads to where one was going
    page.context.clear_cookies()
    page.goto("/konto/log-ind/?next=/konto/adgangsnoegler/")
    press(page, "Log ind med adgangsnøgle")
    expect(page.get_by_role("heading", level=1)).to_have_text("Adgangsnøgler")
    expect(page.get_by_role("row", name="Bærbar på kontoret")).not_to_contain_text("ikke endnu")
    # And the password alone opens nothing any more: the passkey is the second step
    page.context.clear_cookies()
    page.goto("/konto/log-ind/")
    fill(page, login="leder@stillads.example", password=PASSWORD)
    press(page, "Log ind")
    expect(page.get_by_role("heading", level=1)).to_have_text("Andet trin")
    press(page, "Brug min adgangsnøgle")
    expect(page.get_by_role("heading", level=1)).to_contain_text("I dag")
    # And once it is removed, the device opens nothing
    page.goto("/konto/adgangsnoegler/")
    follow(page, "Fjern")
    follow(page, "Brug din adgangsnøgle")
    press(page, "Brug min adgangsnøgle")
    press(page, "Fjern")
    expect(page.locator("main")).to_contain_text("Du har ingen adgangsnøgler.")
    page.context.clear_cookies()
    page.goto("/konto/log-ind/")
    press(page, "Log ind med adgangsnøgle")
    expect(page.locator("main")).to_contain_text("adgangsnøgle")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")
