"""A manager sends a file of figures, says which unit a name means, reads it in, and takes it back."""

import pytest
from playwright.sync_api import expect
from tests.harness.browser import Windows
from tests.harness.hand import fill, follow, press
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.rare_instruments import FIGURES
from tests.harness.server import Server

from stillads.capture.actions.series.undo import AT_ONCE
from stillads.kernel.clock import today

pytestmark = pytest.mark.browser

MAKE = """
from django.urls import reverse
from tests.harness.rare_instruments import deployment_of, running_ward
from tests.harness.rare_states import _live
from stillads.demo.people import consultant
from stillads.kernel.clock import now
phase = running_ward(_live().round, consultant(now()))
print(reverse("series:one", args=[deployment_of(phase, "sickness")]))
"""


_places: dict[str, str] = {}


def _place(live: Server) -> str:
    """The page of the figures that the tests' own trial has; made once per server."""
    if live.url not in _places:
        _places[live.url] = live.python(MAKE).splitlines()[-1]
    return _places[live.url]


def test_a_file_is_sent_mapped_read_in_and_taken_back(live: Server, windows: Windows) -> None:
    place = _place(live)
    # Given a file in Danish dress with a name that is no unit of ours
    desk = windows.open("consultant")
    desk.goto(place)
    text = FIGURES.format(day=today())
    desk.locator("[name=file]").set_input_files(
        {"name": "sygefravær.csv", "mimeType": "text/csv", "buffer": text.encode("latin-1")}
    )
    press(desk, "Se filen igennem")
    expect(desk.locator("main")).to_contain_text("1 ting skal rettes. Intet er læst ind.")
    for width in WIDTHS:
        picture(page_at(desk, width), f"series-fault-{width}")
    axe(page_at(desk, 320))
    # When the name is passed over and the file looked at again
    fill(desk, unit_0="-")
    press(desk, "Se filen igen")
    expect(desk.locator("main")).to_contain_text("1 række er klar")
    axe(page_at(desk, 320))
    picture(desk, "series-ready-320")
    press(desk, "Læs filen ind")
    # Then it is read in, and taken back with the reason
    expect(desk.locator("main")).to_contain_text("1 række, læst ind den")
    axe(page_at(desk, 320))
    picture(desk, "series-batch-320")
    follow(desk, "Fortryd hele filen")
    fill(desk, reason="Det var den forkerte måned.")
    press(desk, "Fortryd hele filen")
    expect(desk.locator("main")).to_contain_text("Det var den forkerte måned.")


def test_a_large_file_is_taken_back_while_one_looks_on(live: Server, windows: Windows) -> None:
    # Given a file of more rows than are taken back while one waits
    desk = windows.open("consultant")
    desk.goto(_place(live))
    unit, rows = FIGURES.splitlines()[1].split(";")[0], AT_ONCE + 100
    lines = [f"{unit};{today():%d-%m-%Y};{n % 9}" for n in range(rows)]
    text = "\r\n".join(["Enhed;Dato;Sygetimer", *lines])
    desk.locator("[name=file]").set_input_files(
        {"name": "hele-huset.csv", "mimeType": "text/csv", "buffer": text.encode("latin-1")}
    )
    press(desk, "Se filen igennem")
    press(desk, "Læs filen ind")
    # When it is taken back
    follow(desk, "Fortryd hele filen")
    fill(desk, reason="Det var den forkerte måned.")
    press(desk, "Fortryd hele filen")
    # Then the page tells how far it is, and by itself that it is done
    expect(desk.locator("main")).to_contain_text("0 af 5.100 rækker er fortrudt.")
    expect(desk.locator("main")).to_contain_text("Filen er ved at blive fortrudt.")
    for width in WIDTHS:
        picture(page_at(desk, width), f"series-taking-back-{width}")
    axe(page_at(desk, 320))
    live.work()
    expect(desk.locator("main")).to_contain_text("Det var den forkerte måned.", timeout=20_000)
