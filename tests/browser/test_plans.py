"""A plan is pasted, looked through, saved; a colleague reads it on a phone and prints it on one page."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser

MAKE = """
from tests.harness.rare_instruments import tell
from tests.harness.rare_states import _live
from stillads.demo.people import consultant
from stillads.kernel.clock import now
starts = {}
tell(starts, _live().round, consultant(now()))
print(*starts["employee"][1:3])
"""
TEXT = "Hun er glad for katte.\nSærlig tilgang: Gå roligt ind.\nMorgen kl. 7-10:\nKaffe på sengen.\nAften\nLæser avis."


def test_from_a_pasted_text_to_a_colleague_and_a_sheet_on_one_page(live: Server, windows: Windows) -> None:
    changed, begin = live.python(MAKE).split()[-2:]
    # Given a citizen without a plan, and a text from elsewhere
    desk = windows.open("employee")
    desk.goto("/planer/")
    expect(desk.locator("main")).to_contain_text("1 af 2 borgere er flyttet.")
    desk.goto(begin.replace("/ny/", "/flyt/"))
    fill(desk, text=TEXT, moved_from="Nexus")
    press(desk, "Sortér teksten")
    # When it is sorted, looked through and saved
    expect(desk.locator("[name=left]")).to_have_value("Hun er glad for katte.")
    axe(page_at(desk, 320))
    picture(desk, "plan-sorted-320")
    fill(desk, approach="Gå roligt ind. Hun er glad for katte.", left="")
    press(desk, "Gem planen")
    expect(desk.locator("main")).to_contain_text("Læst af 1 af")
    plan = desk.url
    # Then a colleague reads it on a phone and says so with one tap
    phone = windows.open("manager", width=320, height=740)
    phone.goto(plan)
    assert phone.locator(".plan-field h2").all_inner_texts() == ["Særlig tilgang", "Morgen", "Aften"]
    press(phone, "Jeg har læst den")
    expect(phone.locator("main")).to_contain_text("Tak. Dine kolleger kan se")
    for name in ("", "skriv/", "versioner/", "del/", "ark/", "nexus/"):
        phone.goto(plan + name)
        for width in WIDTHS:
            picture(page_at(phone, width), f"plan-{name.strip('/') or 'sheet'}-{width}")
        axe(page_at(phone, 320))
    # And the printed page is one, as the PDF is
    desk.goto(plan + "ark/")
    printed = desk.pdf(prefer_css_page_size=True)
    assert len(PdfReader(BytesIO(printed)).pages) == 1
    fetched = desk.request.get(plan + "ark.pdf")
    assert len(PdfReader(BytesIO(fetched.body())).pages) == 1
    # And what has changed is marked with sign and word
    desk.goto(changed)
    follow(desk, "Se, hvad der er ændret")
    expect(desk.locator("ins")).to_have_text("+ tilføjet: Avis.")
    expect(desk.locator("del")).to_contain_text("− fjernet: Gå roligt ind")
    axe(page_at(desk, 320))
    picture(desk, "plan-changed-320")
