"""Buttons and links that look like buttons. What cannot be done now says why, below the button."""

from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .markup import EMPTY, attributes, icon, one_of, required

Kind = Literal["primary", "secondary", "tertiary", "warning"]


def button(
    text: str,
    *,
    kind: str = "primary",
    name: str = "",
    value: str = "",
    type: str = "submit",
    form: str = "",
    icon_name: str = "",
    disabled_reason: object = None,
    reason_id: str = "",
    **extra: object,
) -> SafeString:
    """A button of `kind` primary, secondary, tertiary or warning.

    With `disabled_reason` (an empty one counts as none) it stays focusable, does nothing, and says why.
    """
    required("button", text=text)
    classes = f"button button-{one_of('button', 'kind', kind, Kind)}"
    if disabled_reason:
        return _refused(text, classes, str(disabled_reason), reason_id, icon_name)
    flat = attributes("button", extra, type=type, class_=classes, name=name, value=value or None, form=form)
    return format_html("<button{}>{}<span>{}</span></button>", flat, _icon(icon_name), text)


def link_button(
    text: str,
    href: str,
    *,
    kind: str = "secondary",
    icon_name: str = "",
    disabled_reason: object = None,
    reason_id: str = "",
    **extra: object,
) -> SafeString:
    """A link with the look of a button, for going somewhere; `button` is for doing something."""
    required("link_button", text=text)
    classes = f"button button-{one_of('link_button', 'kind', kind, Kind)}"
    if disabled_reason:
        return _refused(text, classes, str(disabled_reason), reason_id, icon_name)
    required("link_button", href=href)
    flat = attributes("link_button", extra, href=href, class_=classes)
    return format_html("<a{}>{}<span>{}</span></a>", flat, _icon(icon_name), text)


def _refused(text: str, classes: str, reason: str, reason_id: str, icon_name: str) -> SafeString:
    return format_html(
        '<span class="refused"><button type="button" class="{} disabled" aria-disabled="true"'
        ' aria-describedby="{}">{}<span>{}</span></button>'
        '<span class="refused-reason" id="{}">{}</span></span>',
        classes,
        reason_id,
        _icon(icon_name),
        text,
        reason_id,
        reason,
    )


def print_button(text: str = "") -> SafeString:
    """Prints the page. Shown only where scripts run; the browser's own menu works without."""
    return format_html(
        '<button type="button" class="button button-tertiary needs-script" data-print>'
        "{}<span>{}</span></button>",
        icon("print"),
        text or _("Print"),
    )


def copy_button(target: str, *, text: str = "") -> SafeString:
    """Copies the text (or value) of the element with the id `target`, and says so aloud."""
    required("copy_button", target=target)
    return format_html(
        '<span class="copy needs-script"><button type="button" class="button button-tertiary"'
        ' data-copy="{}" data-copied="{}">{}<span>{}</span></button>'
        '<span class="copy-said" role="status"></span></span>',
        target,
        _("Copied"),
        icon("copy"),
        text or _("Copy"),
    )


def button_group(content: str) -> SafeString:
    """Buttons side by side, under each other on a phone."""
    return format_html('<div class="actions">{}</div>', content)


def _icon(name: str) -> SafeString:
    return icon(name) if name else EMPTY
