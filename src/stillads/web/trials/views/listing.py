"""All trials."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.kernel.clock import today
from stillads.organisation.policy import may
from stillads.trials.permissions import CREATE, READ
from stillads.trials.queries.trials import trials_list
from stillads.trials.states import TRIAL
from stillads.web.shell.access import PageRequest, page

from ..presenters.listing import list_answer, trial_line


@page(READ)
def trial_list(request: PageRequest) -> HttpResponse:
    """Trials by title; `q` looks in title and question, `tilstand` and `mine` narrow the list."""
    text, state = request.GET.get("q", "").strip(), request.GET.get("tilstand", "")
    mine = request.GET.get("mine") == "1"
    asked = request.GET.get("side", "1")
    found = trials_list(
        viewer=request.viewer,
        state=state if state in TRIAL.states else "",
        text=text,
        mine=mine,
        page=int(asked) if asked.isdecimal() else 1,
    )
    query = request.GET.copy()
    query.pop("side", None)
    return render(
        request,
        "trials/list.html",
        {
            "lines": [trial_line(row, today()) for row in found.rows],
            "answer": list_answer(found),
            "text": text,
            "narrowed": bool(text or state or mine),
            "choices": _choices(state, mine),
            "page_number": found.page,
            "pages": found.pages,
            "query": query.urlencode(),
            "may_create": may(request.viewer, CREATE),
        },
    )


def _choices(state: str, mine: bool) -> list[tuple[str, str, bool]]:
    """The narrowings as tabs: label, address, is it this one."""
    found = [(_("All"), "?", not state and not mine), (_("Those I lead"), "?mine=1", mine)]
    return found + [
        (str(word).capitalize(), f"?tilstand={key}", key == state)
        for key, word in TRIAL.states.items()
        if key in {"draft", "active", "decided", "dropped"}
    ]
