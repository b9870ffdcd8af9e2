"""What Chromium is sent on a first visit."""

from tests.harness.browser import launched


def kilobytes(url: str, cookie: str = "") -> dict[str, float]:
    """Compressed kilobytes on the wire, headers included, by kind of resource; `all` is their sum.

    cookie  that of a session, where the page needs one
    """
    sizes: dict[str, float] = {"all": 0.0}
    with launched() as browser:
        context = browser.new_context()
        if cookie:
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": url}])
        page = context.new_page()
        session = page.context.new_cdp_session(page)
        kinds: dict[str, str] = {}
        session.on(
            "Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]})
        )

        def finished(event: dict[str, object]) -> None:
            kind = kinds.get(str(event["requestId"]), "Other")
            size = float(str(event["encodedDataLength"])) / 1000
            sizes[kind] = sizes.get(kind, 0.0) + size
            sizes["all"] += size

        session.on("Network.loadingFinished", finished)
        session.send("Network.enable")
        page.goto(url, wait_until="networkidle")
    return {kind: round(size, 1) for kind, size in sizes.items()}
