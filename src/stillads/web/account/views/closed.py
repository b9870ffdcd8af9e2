"""What is not open here, and whom to ask instead."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillads.web.shell.access import public_page


@public_page("says only that accounts are made by the municipality")
def closed(request: HttpRequest) -> HttpResponse:
    """Signing up and changing one's e-mail address are the municipality's to do."""
    return render(request, "account/closed.html")
