"""The list of ideas."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stillads.ideas.permissions import ENTER, OUTBOX, READ, THEMES, TRIAGE
from stillads.ideas.queries import IdeaFilter, ideas_page, themes, units, workshops
from stillads.kernel.clock import today
from stillads.organisation.policy import may
from stillads.web.shell.access import PageRequest, page

from .. import presenters
from ..forms.staff import FilterForm

# what the address says → what the query calls it
_NAMES = {
    "q": "text", "tema": "theme", "status": "state", "fra": "source", "sted": "unit", "workshop": "workshop",
    "orden": "sort",
}  # fmt: skip


@require_safe
@page(READ)
def ideas(request: PageRequest) -> HttpResponse:
    """`/ideer/`: filtered by the address, 50 to a page."""
    form = FilterForm(request.GET, themes=themes(), units=units(on=today()), workshops=workshops())
    given = {name: request.GET.get(name, "").strip() for name in _NAMES}
    wanted = IdeaFilter(**{_NAMES[name]: value for name, value in given.items() if value})
    found = ideas_page(viewer=request.viewer, wanted=wanted, page=_number(request.GET.get("side", "")))
    query = request.GET.copy()
    query.pop("side", None)
    filtered = any(value for name, value in given.items() if name != "orden")
    shown = {
        "form": form,
        "rows": [presenters.shown_row(row) for row in found.rows],
        "found": found,
        "answer": presenters.list_answer(found, filtered),
        "counts": presenters.counts(found, wanted.state),
        "query": query.urlencode(),
        "filtered": filtered,
        "narrowed": any(given[name] for name in ("tema", "fra", "sted", "workshop")),
        "may_enter": may(request.viewer, ENTER),
        "may_merge": may(request.viewer, TRIAGE),
        "may_send": may(request.viewer, OUTBOX),
        "may_name_themes": may(request.viewer, THEMES),
    }
    return render(request, "ideas/list.html", shown)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1
