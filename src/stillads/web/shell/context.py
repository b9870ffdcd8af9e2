"""What the page frame needs: navigation, the person, the municipality."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from stillads.kernel.viewer import PUBLIC, Viewer

from .navigation import navigation


def shell(request: HttpRequest) -> dict[str, object]:
    """`shell`: nav [(label, url, current)], person, person_url, login_url, logout_url, municipality, demo."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    user = getattr(request, "user", None)
    has_login = user is not None and user.is_authenticated
    signed_in = viewer.person_id is not None
    return {
        "shell": {
            "nav": navigation(viewer, request.path) if signed_in else [],
            "person": viewer.name if signed_in else "",
            "person_url": reverse("account:me") if has_login else "",
            "login_url": "" if has_login or signed_in else reverse("account_login"),
            "logout_url": reverse("account_logout") if has_login else "",
            "signed_in": signed_in,
            "municipality": settings.STILLADS_MUNICIPALITY,
            "demo": settings.STILLADS_DEMO,
            "path": request.path,
        },
        "viewer": viewer,
    }
