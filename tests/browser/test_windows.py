"""The windows of the browser tests notice what must never happen in one."""

import pytest
from playwright.sync_api import Browser
from tests.harness.browser import Windows
from tests.harness.looks import axe, page_at
from tests.harness.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def watched(live: Server, chromium: Browser) -> Windows:
    """Windows whose faults the test itself looks at."""
    return Windows(chromium, live)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("fetch('https://example.org/').catch(() => 0)", "Content Security Policy"),
        (
            "document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
            "Content Security Policy",
        ),
        ("console.error('broken')", "console: broken"),
        ("document.body.append(Object.assign(new Image(), {src: '/static/none.png'}))", "404: "),
    ],
)
def test_a_fault_is_remembered(watched: Windows, script: str, fault: str) -> None:
    page = watched.open()
    page.goto("/konto/log-ind/")
    page.evaluate(
        f"script => {{ try {{ {script} }} catch (error) {{ console.error(error.message) }} }}", script
    )
    page.wait_for_timeout(300)
    with pytest.raises(AssertionError, match=fault):
        watched.close()


def test_axe_and_width_find_what_is_wrong(watched: Windows) -> None:
    page = watched.open()
    page.goto("/konto/log-ind/")
    page.evaluate("document.body.innerHTML = '<img src=data:,x><p>Text</p>'")
    page.evaluate("document.querySelector('p').style.width = '900px'")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)
    with pytest.raises(AssertionError, match="in a window of 320"):
        page_at(page, 320)
