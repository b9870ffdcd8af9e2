"""What all components share: attributes, icons, and refusing what is not known."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from django.conf import settings
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from ..finders import ICONS

_PATH = re.compile(r'viewBox="([^"]+)".*?>(.*)</svg>', re.S)
_EXTRA = ("hx_", "data_", "aria_")
EMPTY = SafeString("")


def one_of(component: str, parameter: str, value: object, known: object) -> str:
    """`value` as text where the Literal type `known` holds it; ValueError naming the choices otherwise."""
    choices = get_args(known)
    if str(value) not in choices:
        raise ValueError(f"{component}: {parameter}={value!r}; known are {', '.join(choices)}")
    return str(value)


def required(component: str, **values: object) -> None:
    """ValueError for a parameter that is there but empty."""
    for name, value in values.items():
        if value is None or value == "":
            raise ValueError(f"{component}: {name} is missing")


def attributes(component: str, extra: Mapping[str, object], **fixed: object) -> SafeString:
    """HTML attributes from `fixed` and from `hx_…`, `data_…`, `aria_…` in `extra`.

    None, False and "" leave the attribute out; True gives it without a value. A trailing
    underscore is dropped (`class_`). Any other name in `extra` is a TypeError.
    """
    for name in extra:
        if not name.startswith(_EXTRA):
            raise TypeError(f"{component}: unknown parameter {name!r}")
    pairs = {**fixed, **extra}
    return flatatt(
        {
            name.rstrip("_").replace("_", "-"): value
            for name, value in pairs.items()
            if value is not None and value is not False and value != ""
        }
    )


@cache
def _icon_body(packages: Path, name: str) -> tuple[str, str]:
    path = packages / ICONS / f"{name}.svg"
    if not path.parent.is_dir():
        return "0 0 1 1", ""  # packages are missing: a check has warned, pages still answer
    match = _PATH.search(path.read_text("utf-8")) if path.is_file() else None
    if match is None:
        raise ValueError(f"icon: the design system has no icon {name!r}")
    return match[1], match[2]


def icon(name: str, *, label: str = "") -> SafeString:
    """An icon of the design system, drawn in the page. Without `label` it is decoration."""
    box, body = _icon_body(settings.STILLADS_FRONT_END, name)
    who = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon-svg" viewBox="{}" focusable="false" {}>{}</svg>',
        box,
        who,
        mark_safe(body),  # noqa: S308  (a file of the installed package, not of a person)
    )
