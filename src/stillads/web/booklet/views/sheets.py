"""One trial on one A3 page."""

from django.http import HttpResponse

from stillads.booklet.compiling.sheet import compile_sheet
from stillads.booklet.permissions import READ
from stillads.booklet.rendering import fonts
from stillads.documents import pdf
from stillads.kernel.clock import today
from stillads.web.shell.access import PageRequest, page

from .files import attachment


@page(READ)
def sheet(request: PageRequest, key: str, phase: str) -> HttpResponse:
    """The board sheet as PDF."""
    document = compile_sheet(key, phase, today=today())
    name = f"tavle-{key}-{document.chapters[0].number}.pdf"
    return attachment(pdf.render(document, fonts=fonts()), "application/pdf", name)
