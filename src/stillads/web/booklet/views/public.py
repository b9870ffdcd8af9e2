"""Published booklets: for everybody, without log-in."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from stillads.booklet.queries.editions import (
    edition_document,
    published_edition,
    published_editions,
    rendered,
)
from stillads.booklet.rendering import file_name, form_named
from stillads.documents import html
from stillads.web.shell.access import public_page

from ..presenters.links import edition_links
from ..presenters.shelf import shelf_rows
from .files import form_file


@public_page("published booklets are for everybody")
def shelf(request: HttpRequest) -> HttpResponse:
    """All published booklets, the newest round first."""
    return render(request, "booklet/shelf.html", {"rows": shelf_rows(published_editions())})


@public_page("a published edition is for everybody")
def newest(request: HttpRequest, key: str) -> HttpResponse:
    """The newest edition of a round's booklet."""
    return _edition(request, key, None)


@public_page("a published edition is for everybody")
def edition(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One edition; an older one says that there is a newer."""
    return _edition(request, key, number)


@lru_cache(maxsize=16)
def _frozen(public_id: str) -> tuple[str, str]:
    """Title and page of an edition. It never changes, so each process makes it once."""
    document = edition_document(public_id)
    return document.title, html.render(document)


def _edition(request: HttpRequest, key: str, number: int | None) -> HttpResponse:
    found = published_edition(key, number)
    title, fragment = _frozen(found.public_id)
    context = {
        "title": title,
        "key": key,
        "edition": found,
        "links": edition_links(found),
        "document": mark_safe(fragment),  # noqa: S308  (the renderer escapes every text)
    }
    return render(request, "booklet/document.html", context)


@public_page("a published edition is for everybody")
def download(request: HttpRequest, key: str, number: int, form: str) -> HttpResponse:
    """One file of an edition, as it was handed out."""
    chosen = form_named(form)
    found = published_edition(key, number)
    return form_file(rendered(found.public_id, form), chosen, file_name(key, chosen, edition=number))
