"""Parts are moved within their list, removed, and put back."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from stillads.playbooks.drafting.parts import insert, move, remove
from stillads.playbooks.permissions import EDIT
from stillads.playbooks.queries.page import draft_of
from stillads.web.shell.access import PageRequest, page

from ..places import list_url, place_in
from ..removals import remember, take_back
from ..saving import save


@page(EDIT)
@require_POST
def shift(request: PageRequest, key: str) -> HttpResponse:
    """One place up or down."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(request.POST.get("place", ""))
    by = -1 if request.POST.get("by") == "up" else 1
    save(request, draft, move(draft.data, where, request.POST.get("part", ""), by))
    return redirect(f"{list_url(key, where)}#{where[-1]}")


@page(EDIT)
@require_POST
def take_away(request: PageRequest, key: str) -> HttpResponse:
    """Removes a part; the page that comes then can take it back."""
    draft, where = draft_of(key, viewer=request.viewer), place_in(request.POST.get("place", ""))
    data, at, gone = remove(draft.data, where, request.POST.get("part", ""))
    save(request, draft, data)
    remember(request, draft, where, at, gone)
    return redirect(list_url(key, where))


@page(EDIT)
@require_POST
def undo(request: PageRequest, key: str) -> HttpResponse:
    """Puts back what was removed last."""
    draft = draft_of(key, viewer=request.viewer)
    held = take_back(request, draft)
    if held is None:
        return redirect("playbooks:edit", key=key)
    where = place_in(held["place"])
    save(request, draft, insert(draft.data, where, held["at"], held["part"]))
    return redirect(list_url(key, where))
