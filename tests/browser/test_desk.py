"""A morning at the desk, phone in hand: the queue, a return that is offered on, a loan in one tap."""

import json

import pytest
from playwright.sync_api import expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press
from tests.harness.looks import axe, page_at
from tests.harness.server import Server

pytestmark = pytest.mark.browser

_GIVEN = """
import json
from django.db import transaction
from django.utils import translation
from tests.harness.rare_desks import tell_desks
from stillads.demo.people import consultant
from stillads.kernel.clock import now
with translation.override("da"), transaction.atomic():
    starts = {"consultant": []}
    tell_desks(starts, consultant(now()))
print(json.dumps([path for path in starts["consultant"] if path.startswith("/skranke/")]))
"""


def test_a_morning_at_the_desk(live: Server, windows: Windows) -> None:
    # Given two who wait, one at the desk, both walkers lent, and Karen who waits for one
    _places, desk, walker = json.loads(live.python(_GIVEN))[:3]
    phone = windows.open("consultant", width=360, height=740)
    phone.goto(desk)
    expect(phone.locator("main")).to_contain_text("2 venter. Den næste er Poul, som har ventet 20 min.")
    # When the next is called, and has been helped
    press(phone, "Kald den næste")
    expect(phone.locator("main")).to_contain_text("Én venter. Den næste er Inger")
    phone.get_by_role("link", name="Hjulpet").nth(1).click()
    fill(phone, errand="try", other_needs="En badebænk")
    press(phone, "Færdig")
    expect(phone.locator("main")).to_contain_text("Én venter")
    # And somebody who has come without a time is put in the queue
    follow(phone, "Sæt i kø")
    fill(phone, arrived="hospital", called="Afdeling B2")
    press(phone, "Sæt i kø")
    expect(phone.locator("main")).to_contain_text("Afdeling B2 hospitalet spørger")
    axe(page_at(phone, 360))
    # And the code on a walker is scanned: it is back, and Karen is named
    phone.goto(walker)
    follow(phone, "Den er kommet retur")
    press(phone, "Tag retur")
    expect(phone.get_by_text("Karen har ventet på den: Ring.")).to_be_visible()
    expect(phone.get_by_text("Karen har ventet på sådan en.")).to_be_visible()
    axe(page_at(phone, 360))
    # Then one tap lends it to her, once
    phone.goto(f"{desk}venteliste/")
    karen = phone.locator("li", has_text="Karen")
    karen.get_by_role("button", name="Lån ud").dblclick()
    expect(phone.locator("main")).not_to_contain_text("Karen: Rollator")
    phone.goto(f"{desk}laan/")
    expect(phone.get_by_text("2 ting er udlånt")).to_be_visible()
    expect(phone.get_by_text("Karen")).to_have_count(1)
