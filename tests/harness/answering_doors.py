"""Hands of those who register and answer: on a phone without a connection, on a link, at the kiosk."""

from playwright.sync_api import Page, expect
from tests.harness.hand import follow, press


def kept_on_the_phone(page: Page) -> None:
    """Waits until the page opens without a connection."""
    page.evaluate(
        """async () => {
          await navigator.serviceWorker.ready;
          for (let n = 0; n < 100; n++) {
            const cache = await caches.open("stillads-registrer-sider");
            if (await cache.match(location.pathname)) return;
            await new Promise((done) => setTimeout(done, 50));
          }
          throw new Error("the page was not kept");
        }"""
    )


def comes_online(page: Page) -> None:
    """The connection is back; waits until nothing waits on the phone."""
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-waits]")).to_have_text("")


def goes_on(page: Page, place: int | None = None) -> None:
    """Next question; waits until question `place` stands there."""
    press(page, "Næste")
    if place:
        expect(page.get_by_text(f"Spørgsmål {place} af")).to_be_visible()


def answers(page: Page, who: str, *chosen: str) -> None:
    """From the first page to the thanks: who answers, then one answer each; the last question is left open."""
    follow(page, "Begynd")
    for place, label in enumerate((who, *chosen), start=1):
        page.get_by_label(label, exact=True).check()
        goes_on(page, place + 1)
    goes_on(page)
    press(page, "Send mine svar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak. Dit svar er gemt.")
