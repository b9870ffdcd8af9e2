"""The browser that is there."""

import os
import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str | None:
    """The path of Chromium: STILLADS_CHROMIUM, or the first on the path; None where there is none."""
    return os.environ.get("STILLADS_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
