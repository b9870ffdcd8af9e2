"""A file that was read in, and how it is taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.series.undo import start_undo
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.series.overview import BatchPage, batch_page
from stillads.kernel.clock import now
from stillads.kernel.numbers import format_number
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.form_page import FormText, form_page

from ..forms import UndoForm
from ..presenters import batch_said, report_text


@page(SET_UP)
def show(request: PageRequest, batch: str) -> HttpResponse:
    """What was read in, when, by whom."""
    shown = batch_page(batch=batch, viewer=request.viewer)
    context = {
        "heading": shown.line.file_name,
        "page": shown,
        "said": batch_said(shown.line),
        "report": report_text(shown.report, shown.columns),
        "progress": _progress(shown),
    }
    return render(request, "series/batch.html", context)


@page(SET_UP)
def progress_part(request: PageRequest, batch: str) -> HttpResponse:
    """How much is taken back by now; when it is done the page is asked for anew."""
    shown = batch_page(batch=batch, viewer=request.viewer)
    if progress := _progress(shown):
        return render(request, "series/progress.html", {"progress": progress})
    answer = HttpResponse()
    answer["HX-Redirect"] = reverse("series:batch", args=[batch])
    return answer


def _progress(shown: BatchPage) -> tuple[int, str, str] | None:
    """(rows taken back, in words, where to ask again), while it is under way."""
    made = shown.taking_back
    if made is None or not made.at_work:
        return None
    said = _("%(n)s of %(all)s rows are taken back. You can leave the page; the work goes on.") % {
        "n": format_number(made.done),
        "all": format_number(made.rows),
    }
    return made.done, said, reverse("series:taking_back", args=[made.batch])


@page(SET_UP)
def undo(request: PageRequest, batch: str) -> HttpResponse:
    """Takes all of it back, with the reason."""
    shown = batch_page(batch=batch, viewer=request.viewer)
    answer = _("All %(n)s rows are taken back. They stay in the log, and the sums are put right.") % {
        "n": format_number(shown.line.rows)
    }
    text = FormText(
        _("Take back %(name)s") % {"name": shown.line.file_name}, _("Take the whole file back"),
        (reverse("series:batch", args=[batch]), shown.line.file_name), answer, kind="warning",
    )  # fmt: skip

    def act(data: dict[str, Any]) -> bool:
        start_undo(batch=batch, reason=data["reason"], viewer=request.viewer, at=now())
        if batch_page(batch=batch, viewer=request.viewer).line.undone_at is not None:
            messages.success(request, _("The file is taken back."))
        return True

    return form_page(request, UndoForm(request.POST or None), text, act)
