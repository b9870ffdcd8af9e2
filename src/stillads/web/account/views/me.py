"""My account: who I am here, and how I log in."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillads.kernel.clock import now, today
from stillads.organisation.actions.codes import choose_code
from stillads.organisation.permissions import SIGNED_IN
from stillads.organisation.queries.people import own_page
from stillads.web.shell.access import PageRequest, page
from stillads.web.shell.forms import run

from ..forms import NewCodeForm
from ..presenters import present


@page(SIGNED_IN)
def me(request: PageRequest) -> HttpResponse:
    """The front of my account."""
    return render(request, "account/me.html", {"mine": present(own_page(viewer=request.viewer, on=today()))})


@page(SIGNED_IN)
def my_code(request: PageRequest) -> HttpResponse:
    """My code for shared phones."""
    form = NewCodeForm(request.POST or None)
    if request.method == "POST":

        def act(data: dict[str, Any]) -> bool:
            choose_code(code=data["code"], viewer=request.viewer, at=now())
            return True

        if run(form, act):
            messages.success(request, _("Your code is saved. It works on the shared phones from now on."))
            return redirect("account:me")
    return render(request, "account/my_code.html", {"form": form})
