"""Files to fetch, as (label, address) pairs."""

from django.urls import reverse

from stillads.booklet.queries.editions import EditionView
from stillads.booklet.rendering import FORMS


def preview_links(key: str) -> list[tuple[str, str]]:
    """Every form of the preview."""
    return [
        (str(form.name), reverse("booklet:preview_file", args=[key, form.key])) for form in FORMS.values()
    ]


def edition_links(edition: EditionView) -> list[tuple[str, str]]:
    """The forms of an edition that are there."""
    return [
        (str(form.name), reverse("booklet:file", args=[edition.round_key, edition.number, form.key]))
        for form in FORMS.values()
        if form.key in edition.ready
    ]
