"""What the registrations of a phase say: the answer, each measure as picture, sentence and table, and its files."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from stillads.analysis.queries.comparisons import comparisons_of
from stillads.analysis.queries.phase_results import measure_in_parts, phase_results
from stillads.kernel.clock import today
from stillads.trials.permissions import READ
from stillads.ui.chart_files import FORMS, chart_file
from stillads.web.shell.access import PageRequest, page

from ..presenters.results import chart_of, present, present_one
from .frame import context, with_phase


@page(READ)
def results(request: PageRequest, trial: str, phase: str) -> HttpResponse:
    """The phase's measures as they stand now."""
    found, row = with_phase(request, trial, phase)
    held = phase_results(row, viewer=request.viewer, on=today())
    compared = comparisons_of([row.public_id], on=today())[row.public_id]
    more = context(found, "results", phase=row, shown=present(held, compared, row, trial, today()))
    return render(request, "trials/results.html", more)


@page(READ)
def result(request: PageRequest, trial: str, phase: str, measure: str) -> HttpResponse:
    """One measure: site by site, and broken down."""
    found, row = with_phase(request, trial, phase)
    shown, parts = measure_in_parts(row, measure, viewer=request.viewer, on=today())
    one = present_one(shown, parts, row, trial)
    return render(request, "trials/result.html", context(found, "results", phase=row, one=one))


@page(READ)
def result_file(
    request: PageRequest, trial: str, phase: str, measure: str, part: str, form: str
) -> HttpResponse:
    """One of its pictures as SVG, PNG or CSV."""
    _found, row = with_phase(request, trial, phase)
    shown, parts = measure_in_parts(row, measure, viewer=request.viewer, on=today())
    chart = chart_of(shown, parts, part)
    if chart is None or form not in FORMS:
        raise Http404
    made = chart_file(chart, form)
    answer = HttpResponse(made.content, content_type=made.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{measure}-{part}.{form}"'
    return answer
