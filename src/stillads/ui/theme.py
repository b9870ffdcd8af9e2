"""The municipality's colour as a stylesheet of custom properties, `/tema.css`."""

from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .colour import palette


@cache
def theme_css(colour: str) -> str:
    """The custom properties for one colour."""
    shades = palette(colour)
    return (
        ":root{"
        f"--colour:{shades.colour};--colour-dark:{shades.dark};--colour-middle:{shades.middle};"
        f"--colour-soft:{shades.soft};--colour-faint:{shades.faint}"
        "}\n"
    )


def theme_href() -> str:
    """Address with the version of the content, so that it may be cached for a year."""
    version = sha256(theme_css(settings.STILLADS_COLOUR).encode()).hexdigest()[:8]
    return f"/tema.css?v={version}"


@require_safe
@cache_control(public=True, max_age=31_536_000, immutable=True)
def theme(request: HttpRequest) -> HttpResponse:
    """`/tema.css`."""
    return HttpResponse(theme_css(settings.STILLADS_COLOUR), content_type="text/css; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=86_400)
def manifest(request: HttpRequest) -> HttpResponse:
    """`/site.webmanifest`: how the page looks on a phone's home screen."""
    return JsonResponse(
        {
            "name": f"Stillads – {settings.STILLADS_MUNICIPALITY}",
            "short_name": "Stillads",
            "lang": "da",
            "start_url": "/",
            "display": "standalone",
            "background_color": "#ffffff",
            "theme_color": palette(settings.STILLADS_COLOUR).colour,
            "icons": [{"src": static("ui/favicon.svg"), "sizes": "any", "type": "image/svg+xml"}],
        },
        content_type="application/manifest+json",
    )


# The test that walks all addresses asks every view who may see it (see web/shell/access.py).
for _view, _why in ((theme, "one colour"), (manifest, "the name of the municipality")):
    _view.policy = f"public: {_why}"  # type: ignore[attr-defined]  # functions carry it as an attribute
