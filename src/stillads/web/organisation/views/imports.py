"""Reading in units and people from a file: tried first, kept as a whole or not at all."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from stillads.kernel.clock import now
from stillads.organisation.actions.imports import import_file
from stillads.organisation.permissions import IMPORT
from stillads.organisation.queries.imports import import_report, recent_imports
from stillads.web.shell.access import PageRequest, page

from ..forms.imports import ImportForm
from ..presenters.imports import column_help, import_lines, report_text


@page(IMPORT)
def imports(request: PageRequest) -> HttpResponse:
    """The form, and what was read in lately. `forsoeg` tries, `indlaes` keeps."""
    form = ImportForm(request.POST or None, request.FILES or None)
    context = {
        "form": form,
        "columns": column_help(),
        "recent": import_lines(recent_imports(viewer=request.viewer)),
    }
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        report = import_file(
            kind=form.cleaned_data["kind"], data=upload.read(), file_name=str(upload.name),
            dry_run="indlaes" not in request.POST, viewer=request.viewer, at=now(),
        )  # fmt: skip
        if report.saved:
            return redirect("organisation:import", report=report.stored_as)
        context["report"] = report_text(report)
    return render(request, "organisation/imports.html", context, status=422 if form.errors else 200)


@page(IMPORT)
def report(request: PageRequest, report: str) -> HttpResponse:
    """What an import did."""
    row, full = import_report(public_id=report, viewer=request.viewer)
    return render(
        request, "organisation/import.html", {"row": import_lines([row])[0], "report": report_text(full)}
    )
