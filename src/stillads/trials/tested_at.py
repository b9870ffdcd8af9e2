"""Where an imported trial was tried out, in the booklet's own words."""

import re

_BEGINNING = re.compile(r"^Afprøvet\s+(i|på|hos|ved)\s+", re.IGNORECASE)


def places_in(text: str) -> str:
    """`Afprøvet på Toftegården` → `Toftegården`: every page says itself that it is about where."""
    return _BEGINNING.sub("", text)
