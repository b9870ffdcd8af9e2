"""A newcomer opens the demo on a phone: every instrument is in use, and two deeds are taken back again."""

import io

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser


def _see(page: Page, name: str, words: str) -> None:
    expect(page.locator("main")).to_contain_text(words)
    axe(page_at(page, 320))
    for width in WIDTHS:
        picture(page_at(page, width), f"demo-{name}-{width}")
    page_at(page, 320)


def test_the_demo_shows_every_instrument_at_work(live: Server, windows: Windows) -> None:
    phone = windows.open("employee", width=320, height=740)
    # A card with time of one's own: used, and the use taken back
    phone.goto("/klippekort/")
    _see(phone, "cards", "Egen tid, Toftegården")
    follow(phone, "B-03")
    expect(phone.locator("main")).to_contain_text("120 minutter på kortet.")
    fill(phone, amount="30", use="walk")
    press(phone, "Brug kortet")
    _see(phone, "card", "90 minutter på kortet.")
    phone.get_by_role("link", name="Tag det tilbage").first.click()
    fill(phone, reason="Det var en anden dag")
    press(phone, "Tag det tilbage")
    expect(phone.locator("main")).to_contain_text("120 minutter på kortet.")
    # A case whose step was done by mistake stands where it stood
    phone.goto("/forloeb/")
    _see(phone, "cases", "forfald")
    follow(phone, "B-05: Første samtale")
    fill(phone, needs_therapist="yes")
    press(phone, "Gem og gå videre")
    expect(phone.locator("main")).to_contain_text("Hos: Ergoterapeut")
    follow(phone, "Tag det sidste trin tilbage")
    _see(phone, "take-back", "Første samtale → Terapeuten ser på hverdagen.")
    fill(phone, reason="Terapeuten skal ikke med alligevel")
    press(phone, "Tag trinnet tilbage")
    _see(phone, "case", "Taget tilbage: Første samtale")
    # A driver says how a delivery went, with a photo
    phone.goto("/skranke/")
    follow(phone, "Hjælpemiddelhjørnet")
    _see(phone, "desk", "leveringer gik galt de sidste syv dage")
    follow(phone, "En levering")
    fill(phone, item="grip", went="missing")
    bath = io.BytesIO()
    Image.new("RGB", (80, 60), "#7a9").save(bath, "PNG")
    photo: FilePayload = {"name": "levering.png", "mimeType": "image/png", "buffer": bath.getvalue()}
    phone.locator("[name=condition_photo]").set_input_files(photo)
    press(phone, "Gem")
    _see(phone, "delivery", "Skriv, hvad billedet viser")
    fill(phone, **{"condition_photo-shows": "En kasse", "condition_photo-people": "no_people"})
    phone.locator("[name=condition_photo]").set_input_files(photo)
    press(phone, "Gem")
    _see(phone, "notes", "Se fotoet: Foto af, hvad der blev leveret")
    # The rest is there to be looked at
    for name, words in (
        ("oensker", "Kaffen er kold"),
        ("planer", "Døgnarket, Toftegården"),
        ("spoergeskemaer", "Samtale om døgnet"),
    ):
        phone.goto(f"/{name}/")
        _see(phone, name, words)
    phone.goto("/planer/")
    follow(phone, "B-01")
    _see(phone, "plan", "Medicin og sygdom står i omsorgsjournalen og skrives ikke her.")
    for name, link, words in (
        ("tilstede", "Terapeuternes faste formiddag", "Ti minutter med terapeuten"),
        ("interview", "Fokusgruppe med pårørende", "4 udsagn er markeret"),
    ):
        phone.goto(f"/{name}/")
        follow(phone, link)
        _see(phone, name, words)
