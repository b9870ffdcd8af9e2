"""Organisation, account and log in a real browser: three widths, axe, and a shared phone in the hand."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture

pytestmark = pytest.mark.browser

PAGES = (
    ("konto-log-ind", None, "/konto/log-ind/"),
    ("konto-glemt", None, "/konto/adgangskode/glemt/"),
    ("konto-lukket", None, "/konto/opret/"),
    ("konto-min", "employee", "/konto/"),
    ("konto-kode", "employee", "/konto/kode/"),
    ("konto-sikkert", "employee", "/konto/to-trin/"),
    ("konto-adgangskode", "employee", "/konto/adgangskode/"),
    ("konto-ukendt-telefon", None, "/konto/telefon/"),
    ("organisation-traeet", "consultant", "/organisation/"),
    ("organisation-ny-enhed", "consultant", "/organisation/enhed/ny/"),
    ("organisation-personer", "consultant", "/organisation/personer/"),
    ("organisation-ny-person", "consultant", "/organisation/personer/ny/"),
    ("organisation-indlaes", "consultant", "/organisation/indlaes/"),
    ("organisation-lovgrundlag", "consultant", "/organisation/lovgrundlag/"),
    ("organisation-lov-ret", "consultant", "/organisation/lovgrundlag/serviceloven-83/"),
    ("log", "privacy", "/log/"),
    ("log-opbevaring", "privacy", "/log/opbevaring/"),
    ("log-roller", "privacy", "/log/roller/"),
)


def totp(secret: str) -> str:
    """What an app that holds `secret` shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def _look(page: Page, name: str) -> None:
    page.wait_for_load_state()  # a click on a button does not wait for the stylesheets of its answer
    axe(page)
    for width in WIDTHS:
        picture(page_at(page, width), f"{name}-{width}")


@pytest.mark.parametrize(("name", "role", "address"), PAGES, ids=[name for name, *_ in PAGES])
def test_the_pages_fit_and_axe_finds_nothing(
    windows: Windows, name: str, role: str | None, address: str
) -> None:
    page = windows.open(role)
    page.goto(address)
    _look(page, name)


def test_a_unit_a_person_and_a_hand_over_fit(windows: Windows) -> None:
    page = windows.open("consultant")
    page.goto("/organisation/")
    page.get_by_role("link", name="Toftegården").click()
    _look(page, "organisation-enhed")
    page.get_by_role("link", name="Flyt", exact=True).click()
    _look(page, "organisation-flyt")
    page.go_back()
    page.get_by_role("link", name="Anne-Mette Kjærsgaard").first.click()
    _look(page, "organisation-person")
    person = page.url
    page.get_by_role("link", name="Overdrag det hele").click()
    _look(page, "organisation-overdrag")
    page.goto(person)
    page.get_by_role("link", name="Notér fravær").click()
    _look(page, "organisation-fravaer")
    page.goto("/organisation/personer/?q=winther")
    page.get_by_role("link", name="Ole Winther").click()
    expect(page.get_by_text("Skriv først personens e-mailadresse.")).to_be_visible()
    _look(page, "organisation-person-uden-log-ind")


def test_a_file_with_faults_says_what_to_correct(windows: Windows) -> None:
    page = windows.open("consultant")
    page.goto("/organisation/indlaes/")
    page.get_by_label("Personer og roller").check()
    text = "navn;e-mail;rolle;enhed;fra\r\nBo Lund;bo@;gartner;toftegaarden;32.8.2026\r\n;x@example.dk;leder;nej;\r\n"
    page.get_by_label("CSV-fil").set_input_files(
        {"name": "personer.csv", "mimeType": "text/csv", "buffer": text.encode("cp1252")}
    )
    page.get_by_role("button", name="Prøv filen").click()
    expect(page.get_by_text("Der står ”gartner”.")).to_be_visible()
    _look(page, "organisation-indlaes-fejl")
    page.get_by_label("Personer og roller").check()
    good = "navn;e-mail;rolle;enhed;fra\r\nBo Søgård;bo.soegaard@example.dk;medarbejder;toftegaarden;1.1.2026\r\n"
    page.get_by_label("CSV-fil").set_input_files(
        {"name": "personer.csv", "mimeType": "text/csv", "buffer": good.encode("cp1252")}
    )
    page.get_by_role("button", name="Prøv filen").click()
    expect(
        page.get_by_text("Filen kan indlæses, som den er: nye: 1, ændrede: 0, uændrede: 0.").first
    ).to_be_visible()
    _look(page, "organisation-indlaes-proevet")
    page.get_by_label("Personer og roller").check()
    page.get_by_label("CSV-fil").set_input_files(
        {"name": "personer.csv", "mimeType": "text/csv", "buffer": good.encode("cp1252")}
    )
    page.get_by_role("button", name="Indlæs", exact=True).click()
    expect(page.get_by_text("nye: 1, ændrede: 0, uændrede: 0").first).to_be_visible()
    _look(page, "organisation-indlaest")


def test_a_shared_phone_from_link_to_hand(windows: Windows) -> None:
    manager = windows.open("manager")
    manager.goto("/organisation/")
    manager.get_by_role("link", name="Toftegården").click()
    unit = manager.url
    manager.get_by_role("link", name="Se, tilføj og spær telefoner").click()
    _look(manager, "telefon-tomme")
    manager.get_by_label("Hvad kalder I telefonen?").fill("Vagttelefon 1")
    manager.get_by_role("button", name="Lav linket").click()
    _look(manager, "telefon-link")
    manager.get_by_text("Linket som tekst").click()
    link = manager.locator("#link").inner_text()
    manager.goto(unit)
    manager.get_by_role("link", name="Ole Winther").click()
    manager.get_by_role("button", name="Giv en startkode til fælles telefoner").click()
    _look(manager, "telefon-startkode")
    code = manager.locator(".one-time").inner_text()

    phone = windows.open(width=360, height=740)
    phone.goto(link)
    _look(phone, "telefon-tilknyt")
    phone.set_viewport_size({"width": 360, "height": 740})
    phone.get_by_role("button", name="Ja, tilknyt telefonen").click()
    expect(phone.get_by_role("heading", name="Hvem er du?")).to_be_visible()
    _look(phone, "telefon-navne")
    phone.set_viewport_size({"width": 360, "height": 740})
    name = phone.get_by_role("link", name="Ole Winther")
    box = name.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    name.click()
    phone.get_by_label("Din kode").fill("9182")
    phone.get_by_role("button", name="Videre").click()
    expect(phone.get_by_text("Det er ikke den rigtige kode.").first).to_be_visible()
    _look(phone, "telefon-kode")
    phone.get_by_label("Din kode").fill(code)
    phone.get_by_role("button", name="Videre").click()
    _look(phone, "telefon-egen-kode")
    phone.get_by_label("Ny kode").fill("4907")
    phone.get_by_label("Samme kode igen").fill("4907")
    phone.get_by_role("button", name="Gem koden").click()
    phone.goto("/konto/telefon/")
    expect(phone.get_by_role("heading", name="Ole Winther har telefonen")).to_be_visible()
    _look(phone, "telefon-i-haanden")
    phone.get_by_role("button", name="Færdig").first.click()
    expect(phone.get_by_role("heading", name="Hvem er du?")).to_be_visible()

    manager.goto(f"{unit}telefoner/")
    manager.get_by_role("button", name=re.compile("Spær")).click()
    expect(manager.get_by_text("Telefonen er spærret.")).to_be_visible()
    _look(manager, "telefon-spaerret")
    phone.goto("/konto/telefon/")
    expect(phone.get_by_role("heading", name="Telefonen er ikke tilknyttet")).to_be_visible()


def test_a_first_password_then_a_second_step(windows: Windows) -> None:
    page = windows.open("consultant")
    page.goto("/organisation/personer/ny/")
    page.get_by_label("Navn").fill("Tove Bisgård")
    page.get_by_label("E-mail").fill("tove.bisgaard@example.dk")
    page.get_by_role("button", name="Tilføj").click()
    _look(page, "organisation-person-ny")
    page.get_by_role("link", name="Giv en rolle").click()
    page.get_by_label("Rolle").select_option(label="Medarbejder")
    page.get_by_label("Hvor").select_option(label="\u2003\u2003\u2003Toftegården")
    _look(page, "organisation-giv-rolle")
    page.get_by_role("button", name="Giv rollen").click()
    page.get_by_role("button", name="Lav et log-ind-link").click()
    _look(page, "organisation-inviteret")
    link = page.locator("#link").inner_text()

    mine = windows.open()
    mine.goto(link)
    _look(mine, "konto-velkommen")
    mine.get_by_label("Adgangskode", exact=True).fill("fire gule cykler hjem")
    mine.get_by_label("Samme adgangskode igen").fill("fire gule cykler hjem")
    mine.get_by_role("button", name="Gem adgangskoden").click()
    mine.get_by_label("E-mail").fill("tove.bisgaard@example.dk")
    mine.get_by_label("Adgangskode").fill("forkert")
    mine.get_by_role("button", name="Log ind", exact=True).click()
    expect(mine.get_by_text("E-mail og adgangskode passer ikke sammen.").first).to_be_visible()
    _look(mine, "konto-log-ind-forkert")
    mine.get_by_label("Adgangskode").fill("fire gule cykler hjem")
    mine.get_by_role("button", name="Log ind", exact=True).click()
    mine.goto("/konto/to-trin/app/")
    _look(mine, "konto-stadig-dig")
    mine.get_by_label("Adgangskode").fill("fire gule cykler hjem")
    mine.get_by_role("button", name="Bekræft").click()
    _look(mine, "konto-app")
    mine.get_by_text("Kan du ikke scanne?").click()
    mine.get_by_label("Kode").fill(totp(mine.locator("#totp-key").inner_text()))
    mine.get_by_role("button", name="Slå til").click()
    expect(mine.get_by_role("heading", name="Reservekoder")).to_be_visible()
    _look(mine, "konto-reservekoder")
    mine.goto("/konto/adgangsnoegler/ny/")
    _look(mine, "konto-ny-noegle")
    mine.goto("/konto/to-trin/")
    _look(mine, "konto-to-trin")
    mine.get_by_role("button", name="Log ud").click()
    mine.get_by_label("E-mail").fill("tove.bisgaard@example.dk")
    mine.get_by_label("Adgangskode").fill("fire gule cykler hjem")
    mine.get_by_role("button", name="Log ind", exact=True).click()
    expect(mine.get_by_role("heading", name="Andet trin")).to_be_visible()
    _look(mine, "konto-andet-trin")
