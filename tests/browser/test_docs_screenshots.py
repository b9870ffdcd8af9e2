"""The pictures of README.md and LAESMIG.md, made from the demo.

`python -m pytest tests/browser/test_docs_screenshots.py` sees that the pages are there and that the set of
pictures is the set that the two texts show; with STILLADS_UPDATE_SCREENSHOTS=1 it also takes them anew.
"""

import os
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from tests.harness.browser import Windows
from tests.harness.databases import CHECKOUT

pytestmark = pytest.mark.browser

PLACE = CHECKOUT / "docs" / "screenshots"
MOST = 200_000  # bytes
UPDATE = "STILLADS_UPDATE_SCREENSHOTS"


@dataclass(frozen=True)
class Shot:
    """A picture: who looks, from where, by which links, how wide and high."""

    name: str
    role: str | None
    start: str
    links: tuple[str, ...] = ()
    width: int = 1280
    height: int = 900


SHOTS = (
    Shot("i-dag", "consultant", "/"),
    Shot("runde", "consultant", "/runder/", ("Den løbende runde",), height=1200),
    Shot("proevehandling", "consultant", "/runder/", ("Den løbende runde", "Enklere registrering af fald")),
    Shot("evaluering", "manager", "/", ("Læs evalueringen",), height=1200),
    Shot("haefte", None, "/haefte/", ("first-booklet",)),
    Shot("velfaerdsmoede", "consultant", "/velfaerdsmoede/2022-2/skaerm/1/"),
    Shot("beslutning", "director", "/beslutning/runde/2022-2/"),
    Shot("telefon", None, "/ideer/giv/", (), 390, 780),
    Shot("registrering", "employee", "/registrer/", ("Fald",), 390, 700),
    Shot("drejeboeger", "consultant", "/drejeboeger/", height=1200),
)


def _go(page: Page, shot: Shot) -> None:
    answer = page.goto(shot.start)
    assert answer is not None
    assert answer.status == 200
    for link in shot.links:
        main = page.locator("main")
        if link == "first-booklet":
            main.locator("h2 a, h3 a").first.click()
        elif re.fullmatch(r"\d{4}-\d", link):
            page.goto(f"{shot.start}{link}/")
        else:
            main.get_by_role("link", name=link).first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_the_page_of_the_picture_is_there(windows: Windows, shot: Shot) -> None:
    page = windows.open(shot.role, width=shot.width, height=shot.height)
    _go(page, shot)
    if os.environ.get(UPDATE):
        PLACE.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PLACE / f"{shot.name}.png", animations="disabled", caret="hide")


def test_the_pictures_are_those_that_the_texts_show() -> None:
    kept = {path.stem for path in PLACE.glob("*.png")}
    assert kept == {shot.name for shot in SHOTS}
    for text in ("README.md", "LAESMIG.md"):
        shown = set(re.findall(r"docs/screenshots/([a-z-]+)\.png", (CHECKOUT / text).read_text("utf-8")))
        assert shown == kept, text


def test_the_pictures_are_small() -> None:
    assert [path.name for path in PLACE.glob("*.png") if path.stat().st_size > MOST] == []
