"""The posters by which temps register: made, printed, closed by the manager; and the way in by one."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stillads.capture.actions.temp_links import close_temp_link, make_temp_link
from stillads.capture.permissions import SET_UP
from stillads.capture.queries.temp_links import link_by_secret, poster_secret, posters_of_unit
from stillads.kernel.clock import now, today
from stillads.kernel.rules import NotFound
from stillads.organisation.queries.units import unit_page
from stillads.web.shell.access import PageRequest, page, public_page
from stillads.web.shell.forms import run

from ..forms import PosterForm
from ..hand import come_by_poster
from ..presenters.posters import poster_lines, until_words


@require_safe
@never_cache
@public_page("the poster's secret of 144 bits, good until its day and closed by the manager")
def come(request: PageRequest, token: str) -> HttpResponse:
    """From the poster's code to what can be registered, for the rest of the day."""
    link = link_by_secret(token, day=today())
    if link is None:
        return render(request, "register/poster_over.html", status=404)
    if request.viewer.person_id is None:
        come_by_poster(request, link, today())
    return redirect("register:start")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@page(SET_UP)
def posters(request: PageRequest, unit: str) -> HttpResponse:
    """The unit's posters, and one more."""
    shown = unit_page(public_id=unit, viewer=request.viewer, on=today())
    found = posters_of_unit(unit=unit, viewer=request.viewer, day=today())
    form = PosterForm(request.POST or None)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> str:
            made = make_temp_link(unit=unit, **data, viewer=request.viewer, at=now())
            return reverse("register:poster", args=[unit, made.public_id])

        if where := run(form, act):
            return redirect(where)
    context = {"unit": shown, "posters": poster_lines(found), "form": form}
    return render(request, "register/posters.html", context, status=422 if form.is_bound else 200)


@require_safe
@never_cache
@page(SET_UP)
def poster(request: PageRequest, unit: str, link: str) -> HttpResponse:
    """One poster to print."""
    found = poster_secret(link=link, viewer=request.viewer, day=today())
    if found is None:
        raise NotFound(_("The poster is no longer good."))
    secret, name, until = found
    address = request.build_absolute_uri(reverse("register:temp", args=[secret]))
    picture = segno.make(address, error="m").svg_data_uri(scale=8, border=2)
    context = {"unit": unit, "name": name, "picture": picture, "link": address, "until": until_words(until)}
    return render(request, "register/poster.html", context)


@require_POST
@page(SET_UP)
def close(request: PageRequest, unit: str, link: str) -> HttpResponse:
    """Nobody registers by it any more."""
    close_temp_link(link=link, viewer=request.viewer, at=now())
    messages.success(request, _("The poster is closed. Take it down from the wall."))
    return redirect("register:posters", unit=unit)
