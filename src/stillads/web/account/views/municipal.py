"""Out to the municipality's own log-in, and back from it."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from stillads.kernel.rules import NotFound
from stillads.web.shell.access import public_page

from ..municipal import issuer_here


@never_cache
@public_page("whoever is not signed in yet; leads to the municipality's own log-in")
def leave(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Off to the municipality's log-in page."""
    _check_here(provider_id)
    from ..issuer import (
        leave as view,
    )  # an HTTP client of 6 MB, that an installation without an issuer never loads

    return view(request, provider_id)


@never_cache
@public_page("believed only with the state that this browser left with, and a signed statement")
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Back with a code, that buys the signed statement."""
    _check_here(provider_id)
    from ..issuer import come_back as view  # as above

    return view(request, provider_id)


def _check_here(provider: str) -> None:
    if provider != issuer_here():
        raise NotFound(_("Here one logs in with e-mail and password."))
