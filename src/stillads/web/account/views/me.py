"""My account: who I am here, and how I log in."""

from django.http import HttpResponse
from django.shortcuts import render

from stillads.organisation.permissions import SIGNED_IN
from stillads.web.shell.access import PageRequest, page


@page(SIGNED_IN)
def me(request: PageRequest) -> HttpResponse:
    """The front of my account."""
    return render(request, "account/me.html", {})
