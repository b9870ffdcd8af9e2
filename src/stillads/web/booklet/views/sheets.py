"""One trial on one A3 page."""

from django.http import HttpResponse

from stillads.booklet.permissions import READ
from stillads.booklet.sheet_file import sheet_pdf
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from .files import attachment


@page(READ)
def sheet(request: PageRequest, key: str, phase: str) -> HttpResponse:
    """The board sheet as PDF."""
    content, number = sheet_pdf(key, phase, today=today())
    return attachment(content, "application/pdf", f"tavle-{key}-{number}.pdf")
