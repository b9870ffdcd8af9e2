"""A file on its way in: what would be read, what its columns hold, and the button that reads it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.capture.actions.series.uploads import start
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.series.overview import SeriesPage, series_page
from stillads.capture.series.mapping import FileMapping
from stillads.capture.series.table import opened
from stillads.capture.series.uploads import Upload, upload_by
from stillads.kernel.clock import now, today
from stillads.kernel.numbers import format_number
from stillads.web.shell.access import PageRequest, page

from ..forms import MappingForm
from ..presenters import report_text


@page(SET_UP)
def file(request: PageRequest, upload: str) -> HttpResponse:
    """`proev` looks again with another mapping, `indlaes` reads the file in."""
    made = upload_by(upload)
    shown = series_page(series=made.series, viewer=request.viewer, day=today())
    form = _form(request, made, shown)
    if request.method == "POST" and not made.doing and form.is_valid():
        what = "import" if "indlaes" in request.POST else "look"
        made = start(upload=upload, what=what, mapping=form.said, viewer=request.viewer, at=now())
        return _next(made)
    if made.report and made.report["batch"]:
        return redirect("series:batch", made.report["batch"])
    columns = [(column.key, column.title, column.unit) for column in shown.kind.columns]
    context = {
        "heading": made.name,
        "back": (reverse("series:one", args=[made.series]), shown.kind.title),
        "upload": made,
        "form": form,
        "report": report_text(made.report, columns) if made.report and not made.doing else None,
        "progress": _progress(made) if made.doing else None,
    }
    return render(request, "series/file.html", context, status=422 if form.errors else 200)


@page(SET_UP)
def progress_part(request: PageRequest, upload: str) -> HttpResponse:
    """How far the worker has come; when it is done the page is asked for anew."""
    made = upload_by(upload)
    series_page(series=made.series, viewer=request.viewer, day=today())
    if made.doing:
        return render(request, "series/progress.html", {"progress": _progress(made)})
    answer = HttpResponse()
    answer["HX-Redirect"] = reverse("series:file", args=[upload])
    return answer


def _next(made: Upload) -> HttpResponse:
    if made.report and made.report["batch"] and not made.doing:
        return redirect("series:batch", made.report["batch"])
    return redirect("series:file", made.key)


def _form(request: PageRequest, made: Upload, shown: SeriesPage) -> MappingForm:
    with opened(made.path, made.name) as table:
        headings = table.headings
    names = [name for name in (made.report or {}).get("unknown", {}) if name]
    return MappingForm(
        request.POST or None, kind=shown.kind, headings=headings, units=shown.units,
        mapping=FileMapping.of(made.mapping), names=names,
    )  # fmt: skip


def _progress(made: Upload) -> tuple[int, str, str]:
    """(rows looked at, in words, where to ask again)."""
    said = _("%(n)s rows looked at. You can leave the page; the work goes on.") % {
        "n": format_number(made.done)
    }
    return made.done, said, reverse("series:progress", args=[made.key])
