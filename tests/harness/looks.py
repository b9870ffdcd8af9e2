"""What is looked at in a window: accessibility, width, the picture."""

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@cache
def _axe() -> str:
    return (Path(settings.STILLADS_FRONT_END) / "axe-core" / "axe.min.js").read_text("utf-8")


def _dressed(page: Page) -> None:
    """Waits for the stylesheet: without it every link is too small and every field too wide."""
    page.wait_for_load_state("load")


def axe(page: Page) -> None:
    """Fails with every finding of axe-core on the page as it stands. Once per template and state."""
    _dressed(page)
    page.evaluate(_axe())
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})",
        _RULES,
    )
    found = [
        f"{violation['id']}: {violation['help']} at {node['target']}\n    {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    assert not found, f"{page.url}\n" + "\n".join(found)


def page_at(page: Page, width: int) -> Page:
    """Makes the window `width` pixels wide; fails where the page has to be pushed sideways."""
    _dressed(page)
    page.set_viewport_size({"width": width, "height": 900})
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    assert wide <= width, f"{page.url} is {wide} pixels wide in a window of {width}"
    return page


def picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Keeps a picture of the page as `name`.png in the directory STILLADS_PICTURES; without it, none is taken.

    A picture of a long page costs as much as a step of a journey, and nobody looks at those of a usual run.
    """
    assert re.fullmatch(r"[a-z0-9-]+", name), "a name is lower-case letters, digits and hyphens"
    if not (kept := os.environ.get("STILLADS_PICTURES")):
        return
    place = Path(kept)
    place.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=place / f"{name}.png", full_page=whole, animations="disabled", caret="hide")
