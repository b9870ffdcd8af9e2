"""Pages for when something cannot be shown or done. They say what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillads.kernel.rules import RuleError


def _page(request: HttpRequest, status: int, heading: str, text: str) -> HttpResponse:
    return render(request, "shell/error.html", {"heading": heading, "text": text}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what arrived could not be understood."""
    return _page(
        request, 400, _("We could not read that"), _("Go back and try once more. Nothing has been saved.")
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the page belongs to somebody else."""
    fallback = _("This page belongs to another unit. Talk to your manager if you need access.")
    reason = str(exception.reason) if isinstance(exception, RuleError) else fallback
    return _page(request, 403, _("You cannot see this page"), reason)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing the viewer may know of."""
    return _page(
        request,
        404,
        _("There is nothing here"),
        _("The address may be misspelt, or the page may have moved. Try the search or the start page."),
    )


def conflict(request: HttpRequest, exception: Exception) -> HttpResponse:
    """409: somebody else was first."""
    reason = str(exception.reason) if isinstance(exception, RuleError) else ""
    return _page(request, 409, _("Somebody else changed this just before you"), reason)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """422: a rule said no outside a form."""
    reason = str(exception.reason) if isinstance(exception, RuleError) else ""
    return _page(request, 422, _("That cannot be done right now"), reason)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our mistake. Plain HTML, because the templates themselves may be what failed."""
    text = _("Something went wrong on our side. Try again in a moment. What was confirmed is saved.")
    return HttpResponse(
        f'<!doctype html><html lang="da"><meta charset="utf-8"><title>Stillads</title><h1>{text}</h1>',
        status=500,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form had lain too long, or cookies are off."""
    return _page(
        request,
        403,
        _("The form had been open too long"),
        _("Go back, reload the page and send it again. What you wrote is still in your browser."),
    )
