"""What the page frame needs: navigation, the person, the municipality."""

from django.conf import settings
from django.http import HttpRequest

from stillads.kernel.viewer import PUBLIC, Viewer

from .navigation import navigation


def shell(request: HttpRequest) -> dict[str, object]:
    """`shell`: nav [(label, url, current)], person, signed_in, municipality, demo, path."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
    return {
        "shell": {
            "nav": navigation(viewer, request.path) if signed_in else [],
            "person": viewer.name if signed_in else "",
            "signed_in": signed_in,
            "municipality": settings.STILLADS_MUNICIPALITY,
            "demo": settings.STILLADS_DEMO,
            "path": request.path,
        },
        "viewer": viewer,
    }
