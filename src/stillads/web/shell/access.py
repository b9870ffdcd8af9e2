"""Each view says who may see it. A view that says nothing fails the tests and answers 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.rules import Denied
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, permission

from .phone import phone_of

type_view = Callable[..., HttpResponseBase]


class PageRequest(HttpRequest):
    """A request whose viewer is known (see middleware)."""

    viewer: Viewer
    htmx: Any


def page(key: str) -> Callable[[type_view], type_view]:
    """The view needs permission `key`. Whoever is not signed in is asked to sign in.

    Scoped permissions are checked here for "anywhere"; the action or query checks the unit.
    """

    def decorate(view: type_view) -> type_view:
        @wraps(view)
        def guarded(request: PageRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.viewer.person_id is None:
                if (
                    request.user.is_authenticated
                ):  # a log-in that belongs to nobody: asking again helps nobody
                    raise Denied(
                        _("Your log-in belongs to nobody here. Ask your municipality to connect it.")
                    )
                return redirect_to_login(request.get_full_path(), _way_in(request))
            _check_anywhere(request.viewer, key)
            return view(request, *args, **kwargs)

        guarded.policy = key  # type: ignore[attr-defined]  # read by the test that walks all addresses
        return guarded

    return decorate


def _way_in(request: HttpRequest) -> str:
    return reverse("account:phone") if phone_of(request) else reverse("account_login")


def public_page(why: str) -> Callable[[type_view], type_view]:
    """The view is open to everybody; `why` tells the reader of the policy what protects it."""

    def decorate(view: type_view) -> type_view:
        @wraps(view)
        def guarded(request: PageRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        guarded.policy = f"public: {why}"  # type: ignore[attr-defined]  # as above
        return guarded

    return decorate


def _check_anywhere(viewer: Viewer, key: str) -> None:
    wanted = permission(key)
    if wanted.scoped and viewer.has_role(*wanted.roles):
        return
    check_may(viewer, key)
