"""The shelf of published booklets."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.booklet.queries.editions import EditionView
from stillads.kernel.clock import local_day
from stillads.kernel.dates import format_date

from .links import edition_links


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One round's booklet in its newest edition."""

    title: str
    round: str
    url: str
    published: str
    links: list[tuple[str, str]]


def shelf_rows(editions: list[EditionView]) -> list[ShelfRow]:
    """One row per round."""
    return [
        ShelfRow(
            title=edition.title,
            round=_("Round %(key)s") % {"key": edition.round_key},
            url=reverse("booklet:newest", args=[edition.round_key]),
            published=_("Edition %(n)d, published on %(date)s")
            % {"n": edition.number, "date": format_date(local_day(edition.published_at))},
            links=edition_links(edition),
        )
        for edition in editions
        if edition.newest
    ]
