"""A booklet by real clicks: read in, looked through, published, read by everybody."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture
from tests.harness.server import Server

pytestmark = pytest.mark.browser
FILE = Path(__file__).parents[1] / "booklet" / "reading" / "short_booklet.txt"


def _looked_at(page: Page, name: str) -> None:
    """Axe finds nothing, and the page fits every width."""
    axe(page)
    for width in WIDTHS:
        picture(page_at(page, width), f"booklet-{name}-{width}")
    page_at(page, 1280)


@pytest.mark.journey
def test_from_a_file_to_a_published_booklet(windows: Windows, live: Server) -> None:
    page = windows.open("consultant")
    page.goto("/haefte/indlaes/")
    _looked_at(page, "upload")
    page.get_by_label("Hæftet").set_input_files(FILE)
    page.get_by_role("button", name="Læs filen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det er fundet i hæftet")
    _looked_at(page, "confirm")
    page.get_by_role("textbox", name="Runde").fill("2023-7")
    page.get_by_role("button", name="Gem prøvehandlingerne").click()
    expect(page.get_by_text("Det hele er der. Hæftet kan udgives.")).to_be_visible()
    _looked_at(page, "overview")

    page.get_by_role("link", name="Skriv forordet").click()
    _looked_at(page, "front")
    page.get_by_label("Titel", exact=True).fill("Kaffe, lister og gåture")
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("link", name="Se kladden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kaffe, lister og gåture")
    _looked_at(page, "preview")

    page.goto("/haefte/runde/2023-7/udgiv/")
    _looked_at(page, "publish")
    page.get_by_role("button", name="Udgiv udgave 1").click()
    expect(page.get_by_role("progressbar", name="Filerne bliver lavet")).to_be_visible()
    _looked_at(page, "progress")
    live.work()
    expect(page.get_by_role("link", name="PDF med stor skrift")).to_be_visible()
    _looked_at(page, "published")

    reader = windows.open()
    reader.goto("/haefte/")
    _looked_at(reader, "shelf")
    reader.get_by_role("link", name="Kaffe, lister og gåture").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Kaffe, lister og gåture")
    _looked_at(reader, "edition")
    with reader.expect_download() as fetched:
        reader.get_by_role("link", name="Word").click()
    assert fetched.value.suggested_filename == "haefte-2023-7-udgave-1.docx"


def test_another_file_is_refused_beside_the_field(windows: Windows, tmp_path: Path) -> None:
    other = tmp_path / "referat.txt"
    other.write_text("Referat af mødet.", encoding="utf-8")
    page = windows.open("consultant")
    page.goto("/haefte/indlaes/")
    page.get_by_label("Hæftet").set_input_files(other)
    page.get_by_role("button", name="Læs filen").click()
    expect(page.get_by_text("Det er ikke et hæfte med prøvehandlinger.").first).to_be_visible()
    _looked_at(page, "refused")
