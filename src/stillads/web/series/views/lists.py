"""The figures that the reader reads in, and one of them with its files."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.series.uploads import receive
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.series.overview import series_lines, series_page
from stillads.kernel.clock import now, today
from stillads.kernel.dates import format_date
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import FileForm
from ..presenters import batch_said


@page(SET_UP)
def index(request: PageRequest) -> HttpResponse:
    """What is read in, from whom, and until when."""
    lines = [(line, _until(line.last_day)) for line in series_lines(viewer=request.viewer)]
    return render(request, "series/list.html", {"heading": _("Figures from others"), "lines": lines})


def _until(day: date | None) -> str:
    return _("Read in until %(day)s.") % {"day": format_date(day)} if day else _("No file yet.")


@page(SET_UP)
def one(request: PageRequest, series: str) -> HttpResponse:
    """A new file, and those that were read in."""
    shown = series_page(series=series, viewer=request.viewer, day=today())
    form = FileForm(request.POST or None, request.FILES or None)
    text = FormText(
        shown.kind.title, _("Look at the file"), (reverse("series:list"), _("Figures from others")),
        _("The figures come from %(holder)s.") % {"holder": shown.kind.holder},
    )  # fmt: skip

    def act(data: dict[str, Any]) -> str:
        sent = data["file"]
        made = receive(
            series=series, name=str(sent.name), size=sent.size, chunks=sent.chunks(), viewer=request.viewer, at=now()
        )  # fmt: skip
        return reverse("series:file", args=[made.key])

    context = {"batches": [(line, batch_said(line)) for line in shown.batches]}
    return form_page(request, form, text, act, template="series/one.html", context=context)
