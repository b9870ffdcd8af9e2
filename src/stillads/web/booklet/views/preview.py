"""The booklet as it would be printed today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from stillads.booklet.compiling.booklet import compile_booklet
from stillads.booklet.compiling.preview import preview_page
from stillads.booklet.permissions import READ
from stillads.booklet.rendering import file_name, form_named
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from ..presenters.links import preview_links
from .files import form_file


@page(READ)
def preview(request: PageRequest, key: str) -> HttpResponse:
    """The preview as a web page, with its files to fetch."""
    title, fragment = preview_page(key, today=today())
    context = {
        "title": title,
        "key": key,
        "links": preview_links(key),
        "document": mark_safe(fragment),  # noqa: S308  (the renderer escapes every text)
    }
    return render(request, "booklet/document.html", context)


@page(READ)
def download(request: PageRequest, key: str, form: str) -> HttpResponse:
    """The preview as a file; marked as a draft on its pages and in its name."""
    chosen = form_named(form)
    content = chosen.make(compile_booklet(key, today=today()))
    return form_file(content, chosen, file_name(key, chosen))
