"""Publishing an edition, and seeing its files being made."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.booklet.actions.publish import publish_edition
from stillads.booklet.compiling.changes import with_changes
from stillads.booklet.permissions import PUBLISH, READ
from stillads.booklet.queries.editions import published_edition
from stillads.booklet.queries.overview import booklet_overview
from stillads.kernel.clock import now, today
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import PublishForm
from ..presenters.overview import files_line, present


@page(PUBLISH)
def publish(request: PageRequest, key: str) -> HttpResponse:
    """One last look at what is missing; then it is frozen."""
    found = with_changes(booklet_overview(key, viewer=request.viewer), today=today())
    form = PublishForm(request.POST or None, initial={"number": found.next_number})
    if request.method == "POST":
        edition = run(
            form,
            lambda data: publish_edition(
                round_key=key, number=data["number"], note=data["note"], viewer=request.viewer, at=now()
            ),
        )
        if edition is not None:
            said = _("Edition %(n)d is published. Its files are being made; you can leave the page.")
            messages.success(request, said % {"n": edition.number})
            return redirect("booklet:overview", key=key)
    context = {
        "form": form,
        "shown": present(found, request.viewer),
        "trail": [(found.round_title, reverse("booklet:overview", args=[key]))],
    }
    return render(request, "booklet/publish.html", context, status=422 if form.is_bound else 200)


@page(READ)
def files(request: PageRequest, key: str, number: int) -> HttpResponse:
    """How far the files of an edition are: the part of the page that asks again by itself."""
    return render(request, "booklet/files.html", {"files": files_line(published_edition(key, number))})
