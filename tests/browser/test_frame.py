"""The frame of every page, in a browser: reachable, quiet, fits every width."""

import pytest
from tests.harness.browser import Windows
from tests.harness.looks import WIDTHS, axe, page_at, picture

pytestmark = pytest.mark.browser


def test_a_visitor_is_asked_to_log_in(windows: Windows) -> None:
    # Given nobody is signed in
    page = windows.open()
    # When the log-in page is opened
    page.goto("/konto/log-ind/")
    # Then it fits every width, and axe finds nothing
    for width in WIDTHS:
        page_at(page, width)
    axe(page)
    picture(page, "log-in")


def test_a_signed_in_person_has_a_page_of_their_own(windows: Windows) -> None:
    # Given a consultant is signed in
    page = windows.open("consultant")
    # When they open their own page
    answer = page.goto("/konto/")
    # Then it is theirs
    assert answer is not None
    assert (answer.status, page.url.endswith("/konto/")) == (200, True)
    axe(page_at(page, 1280))  # the wide menu; test_pages looks at the narrow one on every page
