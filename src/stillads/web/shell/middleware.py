"""Puts the viewer on the request, and turns refusals of the domain into pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from stillads.audit.actions.record import record_denial
from stillads.kernel.clock import today
from stillads.kernel.rules import Conflict, Denied, NotFound, RuleError
from stillads.kernel.viewer import PUBLIC, Viewer
from stillads.organisation.queries.viewers import viewer_for_user

from . import errors, phone
from .address import client_address


def viewer_of(request: HttpRequest) -> Viewer:
    """The signed-in person as a viewer, whoever has the shared phone in hand, or the public."""
    if not request.user.is_authenticated:
        in_hand = None if phone.must_choose(request) else phone.viewer_in_hand(request)
        return in_hand or PUBLIC
    address = client_address(request)
    return viewer_for_user(int(request.user.pk), on=today(), purpose=request.path, address=address)


class ViewerMiddleware:
    """`request.viewer`, built when first asked for; a page for each kind of refusal."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: viewer_of(request))  # type: ignore[attr-defined]  # ours
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page that tells a refusal; None leaves other exceptions to Django."""
        if isinstance(exception, NotFound):
            return errors.not_found(request, exception)
        if isinstance(exception, Denied):
            viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set above
            record_denial(viewer=viewer, verb=request.path[:80], reason=str(exception.reason))
            return errors.forbidden(request, exception)
        if isinstance(exception, Conflict):
            return errors.conflict(request, exception)
        if isinstance(exception, RuleError):
            return errors.refused(request, exception)
        return None
