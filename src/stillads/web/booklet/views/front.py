"""Writing the title, the foreword and the facts box."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.booklet.actions.front import Front, save_front
from stillads.booklet.permissions import EDIT
from stillads.booklet.queries.overview import front_of
from stillads.kernel.clock import now
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import FrontForm


@page(EDIT)
def front(request: PageRequest, key: str) -> HttpResponse:
    """The form; what was typed is kept when something is refused."""
    round_title, texts = front_of(key, viewer=request.viewer)
    form = FrontForm(request.POST or None, initial=asdict(texts))
    if request.method == "POST":
        saved = run(
            form,
            lambda data: save_front(
                round_key=key,
                front=Front(**{name: data[name] for name in Front.__dataclass_fields__}),
                version=data["version"],
                viewer=request.viewer,
                at=now(),
            ),
        )
        if saved is not None:
            messages.success(request, _("The foreword is saved. It stands in the preview now."))
            return redirect("booklet:overview", key=key)
    trail = [(round_title, reverse("booklet:overview", args=[key]))]
    context = {"form": form, "trail": trail, "round_title": round_title}
    return render(request, "booklet/front.html", context, status=422 if form.is_bound else 200)
