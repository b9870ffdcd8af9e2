"""The living style guide: every component in every state, and every picture of figures."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.http import require_safe

from stillads.ui.chart_files import FORMS, chart_file
from stillads.ui.examples import EXAMPLES, context
from stillads.web.shell.access import public_page

from .chart_examples import examples
from .forms import EveryField


@require_safe
@public_page("examples only, no data")
def index(request: HttpRequest) -> HttpResponse:
    """`/stilguide/`: each example rendered beside how it is written."""
    wrong = EveryField(
        {"title": "Ring 010190-1234", "minutes": "99", "key": "a1", "other_q": "rytme"}, auto_id="fejl_%s"
    )
    data = context(EveryField(auto_id="frisk_%s"), wrong)
    engine = engines["django"]
    shown = [
        (name, [(source, engine.from_string(source).render(data, request)) for source in sources])
        for name, sources in EXAMPLES.items()
        if name != "error_summary"
    ]
    form = EveryField()
    page = {"shown": shown, "form": form, "wrong": wrong, "shell": data["shell"]}
    return render(request, "styleguide/index.html", page)


@require_safe
@public_page("examples only, no data")
def bare(request: HttpRequest) -> HttpResponse:
    """`/stilguide/enkel/`: the frame of public links and phones."""
    return render(request, "styleguide/bare.html", {"form": EveryField()})


@require_safe
@public_page("examples only, no data")
def charts(request: HttpRequest) -> HttpResponse:
    """`/stilguide/billeder/`: every picture of figures in every state, with the sentence made from it."""
    shell = context()["shell"]
    return render(request, "styleguide/charts.html", {"shown": examples().values(), "shell": shell})


@require_safe
@public_page("examples only, no data")
def chart_example(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """`/stilguide/billeder/andel.svg`: an example as a file, as every chart has them."""
    example = examples().get(key)
    if example is None or form not in FORMS:
        raise Http404
    made = chart_file(example.chart, form)
    answer = HttpResponse(made.content, content_type=made.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{key}.{form}"'
    return answer
