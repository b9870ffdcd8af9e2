"""What comes out of the printer: sheets that are full, nothing that can only be clicked, the right paper."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from tests.harness.browser import Windows
from tests.harness.hand import follow

pytestmark = pytest.mark.browser

A4, A3_ACROSS = (595, 842), (1191, 842)
_A4_IN_PIXELS = 672  # an A4 sheet without its margins


@pytest.fixture
def page(windows: Windows) -> Page:
    return windows.open("consultant")


def sheets(page: Page) -> list[tuple[tuple[int, int], str]]:
    """Size (points) and text of each sheet, as the browser prints the page."""
    page.wait_for_load_state("load")
    file = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [
        ((round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))), sheet.extract_text())
        for sheet in file.pages
    ]


def _trial(page: Page, name: str, part: str) -> Page:
    page.goto("/proevehandlinger/")
    follow(page, name)
    follow(page, part)
    return page


def test_decisions_begin_on_the_first_sheet(page: Page) -> None:
    """A card longer than what is left of a sheet is broken, a decision in it is not."""
    page.goto("/beslutning/runde/2022-2/")
    printed = sheets(page)
    assert {size for size, _text in printed} == {A4}
    assert "Velfærdssamtaler med borgeren" in printed[0][1]
    assert all(len(text) > 300 for _size, text in printed)


def test_the_ratings_of_an_evaluation_stand_apart(page: Page) -> None:
    page.goto("/runder/2022-2/")
    follow(page, "Velfærdssamtaler med borgeren")
    follow(page, "Evaluering")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": _A4_IN_PIXELS, "height": 900})
    boxes = [one.bounding_box() for one in page.locator(".rating-one h3, .rating-one svg").all()]
    edges = [(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]) for box in boxes if box]
    assert len(edges) == 6
    touching = [
        (one, other)
        for at, one in enumerate(edges)
        for other in edges[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert touching == []


@pytest.mark.parametrize(
    ("round_", "trial"),
    [
        ("Den løbende runde", "Enklere registrering af fald"),
        ("Prøvehandlinger 26. april – 23. august 2022", "Velfærdssamtaler med borgeren"),
    ],
)
def test_the_board_is_one_wide_sheet(page: Page, round_: str, trial: str) -> None:
    page.goto("/runder/")
    follow(page, round_)
    ((size, text),) = sheets(page)
    assert size == A3_ACROSS
    assert trial in text
    assert "Vis" not in text.split()


def test_the_logbook_is_printed_without_its_form(page: Page) -> None:
    _trial(page, "Enklere registrering af fald", "Logbog")
    (sheet,) = sheets(page)
    assert "Hvad skete der?" not in sheet[1]
    assert "Det er der sket" in sheet[1]


def test_the_prediction_is_printed_without_what_can_only_be_clicked(page: Page) -> None:
    _trial(page, "Enklere registrering af fald", "Forudsigelse")
    (sheet,) = sheets(page)
    assert "Beslutningsregel" in sheet[1]
    assert not {"Ret", "Tilføjelse"} & set(sheet[1].split())
    assert "Lav en tilføjelse" not in sheet[1]


def test_each_trial_has_its_own_paper_form(page: Page) -> None:
    page.goto("/velfaerdsmoede/2022-2/papir/")
    printed = sheets(page)
    assert len(printed) == 9
    assert all("Hvad skal vi huske?" in text for _size, text in printed)
