"""Refuses to start with a colour that people cannot read, and warns where packages are missing."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from .colour import LEAST_CONTRAST, WHITE, contrast
from .finders import missing_packages


@register("stillads.ui")
def check_colour(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The municipality's colour must carry white text and be text on white (WCAG AA)."""
    try:
        ratio = contrast(settings.STILLADS_COLOUR, WHITE)
    except ValueError as error:
        return [Error(f"STILLADS_COLOUR is {error}", id="stillads.ui.E001")]
    if ratio < LEAST_CONTRAST:
        return [
            Error(
                f"STILLADS_COLOUR {settings.STILLADS_COLOUR} has contrast {ratio:.2f} against white;"
                f" at least {LEAST_CONTRAST} is needed.",
                hint="Choose a darker shade of the same colour.",
                id="stillads.ui.E002",
            )
        ]
    return []


@register("stillads.ui")
def check_packages(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Without the front-end packages pages have neither style nor type."""
    missing = missing_packages(settings.STILLADS_FRONT_END)
    if not missing:
        return []
    return [
        Warning(
            f"Front-end packages are missing: {', '.join(missing)}",
            hint="Run npm ci in the checkout, or set STILLADS_FRONT_END to where node_modules is.",
            id="stillads.ui.W001",
        )
    ]
