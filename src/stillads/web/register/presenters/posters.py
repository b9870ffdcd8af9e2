"""Posters for temps in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from stillads.capture.queries.temp_links import Poster
from stillads.kernel.dates import format_date


@dataclass(frozen=True, slots=True)
class PosterLine:
    """One poster: where it hangs, how it stands, and whether it can be printed or closed."""

    link: str
    name: str
    state: str
    good: bool


def poster_lines(found: list[Poster]) -> list[PosterLine]:
    """In the order of the query."""
    return [
        PosterLine(each.link, each.name, _state(each), not each.revoked and not each.over) for each in found
    ]


def until_words(day: date) -> str:
    """Until when it is good."""
    return _("Good until %(day)s.") % {"day": format_date(day)}


def _state(poster: Poster) -> str:
    if poster.revoked:
        return _("closed")
    day = format_date(poster.expires_on)
    return (_("was good until %(day)s") if poster.over else _("good until %(day)s")) % {"day": day}
