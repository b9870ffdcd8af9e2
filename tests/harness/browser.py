"""One Chromium per run; a window per role; what a window must never show."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    Route,
    sync_playwright,
)
from tests.harness.server import Server

_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
_ASSETS = {"script", "stylesheet", "image", "font"}


def _chromium() -> str:
    found = os.environ.get("STILLADS_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise RuntimeError("no Chromium; .ci/run installs it, or name one in STILLADS_CHROMIUM")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium without its own window, and without any call to the outside."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop is not one that Django runs in
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=_OPTIONS)
        yield browser
        browser.close()


class Windows:
    """Opens windows on a server, and remembers what went wrong in them."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._browser = browser
        self._server = server
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []

    def open(
        self, role: str | None = None, *, width: int = 1280, height: int = 900, named: bool = False
    ) -> Page:
        """A fresh window: signed in as the demo's first person of `role`, or nobody.

        `named`: the server goes by the name localhost and not by a number, as passkeys want it.
        """
        url = self._server.url.replace("127.0.0.1", "localhost") if named else self._server.url
        context = self._browser.new_context(
            base_url=url,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        self._contexts.append(context)
        if role is not None:
            for pair in f"sessionid={self._server.cookies[role]}".split("; "):
                name, _equals, value = pair.partition("=")
                context.add_cookies([{"name": name, "value": value, "url": url}])
        context.route(lambda called: not called.startswith((url, "data:", "blob:")), self._refuse)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", self._answered)
        return page

    def close(self) -> None:
        """Closes all windows; fails where one called the outside, broke the policy or met an error."""
        for context in self._contexts:
            context.close()
        assert not self.faults, "\n".join(self.faults)

    def _refuse(self, route: Route) -> None:
        self.faults.append(f"called the outside: {route.request.url}")
        route.abort()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        lost = response.status >= 400 and response.request.resource_type in _ASSETS
        if lost or response.status >= 500:
            self.faults.append(f"{response.status}: {response.url}")
