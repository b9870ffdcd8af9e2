"""What the page frame needs: navigation, the person, the municipality."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from stillads.kernel.viewer import PUBLIC, Viewer

from .navigation import navigation


def shell(request: HttpRequest) -> dict[str, object]:
    """`shell`: nav [(label, url, current)], person, person_url, login_url, logout_url, municipality, demo."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    signed_in = viewer.person_id is not None
    return {
        "shell": {
            "nav": navigation(viewer, request.path) if signed_in else [],
            "person": viewer.name if signed_in else "",
            "signed_in": signed_in,
            **_doors(request, signed_in),
            "municipality": settings.STILLADS_MUNICIPALITY,
            "demo": settings.STILLADS_DEMO,
            "path": request.path,
        },
        "viewer": viewer,
    }


def _doors(request: HttpRequest, signed_in: bool) -> dict[str, str]:
    """The ways in and out: by a log-in of one's own, or with a shared phone in hand."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return {"person_url": reverse("account:me"), "logout_url": reverse("account_logout"), "login_url": ""}
    if signed_in:
        return {
            "person_url": reverse("account:phone"),
            "logout_url": reverse("account:phone_done"),
            "logout_text": _("Finished"),
            "login_url": "",
        }
    return {"person_url": "", "logout_url": "", "login_url": reverse("account_login")}
