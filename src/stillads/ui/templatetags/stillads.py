"""The components as template tags; built in, so no `{% load %}` is needed."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Literal
from zlib import crc32

from django import template
from django.middleware.csrf import get_token
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..components import buttons, charts, lists, marks, page, pictures
from ..components.markup import EMPTY, attributes, icon, one_of
from ..theme import theme_href

register = template.Library()
_METHODS = Literal["post", "get"]

SIMPLE: dict[str, Callable[..., Any]] = {
    "breadcrumb": page.breadcrumb,
    "back_link": page.back_link,
    "empty_state": page.empty_state,
    "empty": page.empty_state,  # for short, but never inside a for: there Django takes it for its own
    "progress": page.progress,
    "icon": icon,
    "print_button": buttons.print_button,
    "copy_button": buttons.copy_button,
    "perspective": marks.perspective,
    "sign": marks.sign,
    "verdict": marks.verdict,
    "tag": marks.tag,
    "constructed": marks.constructed,
    "ball": marks.ball,
    "facts": lists.facts,
    "steps": lists.steps,
    "timeline": lists.timeline,
    "tasks": lists.tasks,
    "tabs": lists.tabs,
    "pagination": lists.pagination,
    "search_field": lists.search_field,
    "hundred_day_line": pictures.hundred_day_line,
    "rating": pictures.rating,
    "forecast": pictures.forecast,
    "chart": charts.chart,
    "small_chart": charts.small_chart,
    "timer": pictures.timer,
    "theme_href": theme_href,
}
BLOCKS: dict[str, Callable[..., Any]] = {
    "actions": buttons.button_group,
    "notice": page.notice,
    "card": page.card,
    "section": page.section,
    "details": page.details,
    "table": lists.table,
    "picture": pictures.picture,
}
for _name, _function in SIMPLE.items():
    register.simple_tag(_function, name=_name)
for _name, _function in BLOCKS.items():
    register.simple_block_tag(_function, name=_name)


@register.simple_tag(takes_context=True)
def button(context: Context, text: str, **parameters: Any) -> SafeString:
    """See `components.buttons.button`; the id of the reason is made here."""
    return buttons.button(text, **_with_reason_id(context, text, parameters))


@register.simple_tag(takes_context=True)
def link_button(context: Context, text: str, href: str, **parameters: Any) -> SafeString:
    """See `components.buttons.link_button`."""
    return buttons.link_button(text, href, **_with_reason_id(context, text, parameters))


@register.simple_tag(takes_context=True)
def undo_toast(context: Context, text: str, action: str) -> SafeString:
    """See `components.page.undo_toast`."""
    return page.undo_toast(text, action, _csrf(context))


@register.simple_block_tag(takes_context=True)
def form_to(
    context: Context,
    content: str,
    action: str = "",
    method: str = "post",
    files: bool = False,
    id: str = "",
    guard: bool = True,
    **extra: object,
) -> SafeString:
    """A form around its fields: token, our own messages instead of the browser's, sent once.

    `guard` warns before unsaved changes are left. `hx_…` and `data_…` are passed on.
    """
    one_of("form_to", "method", method, _METHODS)
    post = method == "post"
    flat = attributes(
        "form_to",
        extra,
        method=method,
        action=action,
        id=id,
        novalidate=True,
        enctype="multipart/form-data" if files else None,
        data_once=post,
        data_guard=post and guard,
    )
    token = (
        format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', _csrf(context))
        if post
        else EMPTY
    )
    said = SafeString('<p class="form-said" role="status"></p>') if post else EMPTY
    return format_html("<form{}>{}{}{}</form>", flat, token, content, said)


@register.simple_tag
def error_summary(*forms: object) -> SafeString:
    """See `components.page.error_summary`; `{{ form }}` below it does not say it all again."""
    for form in forms:
        form.summarised = True  # type: ignore[attr-defined]  # a note for `own_summary`
    return page.error_summary(*forms)


@register.simple_tag
def own_summary(form: object) -> SafeString:
    """The summary inside `{{ form }}`, unless the page has shown it already."""
    return EMPTY if getattr(form, "summarised", False) else page.error_summary(form)


@register.simple_block_tag
def capture(content: str) -> str:
    """The rendered content, for `{% capture as name %}`: one text in two places of a page."""
    return SafeString(content.strip())


def _csrf(context: Context) -> str:
    token = context.get("csrf_token")
    if token:
        return str(token)
    request = context.get("request")
    return get_token(request) if request is not None else ""


def _with_reason_id(context: Context, text: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """The same page gives the same ids each time, and no id twice."""
    if not parameters.get("disabled_reason") or parameters.get("reason_id"):
        return parameters
    said = f"{text}|{parameters['disabled_reason']}"
    stem = f"why-{crc32(said.encode()):08x}"
    seen: Counter[str] = context.dicts[0].setdefault("_reasons", Counter())
    seen[stem] += 1
    return {**parameters, "reason_id": stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"}


@register.filter
def message_kind(level: str) -> str:
    """The notice kind for a Django message level; a plain note for what is not known."""
    return level if level in {"info", "success", "warning", "error"} else "info"


def documented() -> dict[str, tuple[Callable[..., Any], bool]]:
    """Every tag a page may use: the function that says what it takes, and whether it has an end tag."""
    tags: dict[str, tuple[Callable[..., Any], bool]] = {
        "button": (buttons.button, False),
        "link_button": (buttons.link_button, False),
        "actions": (buttons.button_group, True),
        "form_to": (form_to, True),
        "undo_toast": (page.undo_toast, False),
        "error_summary": (page.error_summary, False),
    }
    tags.update({name: (function, True) for name, function in BLOCKS.items()})
    tags.update(
        {name: (function, False) for name, function in SIMPLE.items() if name not in {"theme_href", "empty"}}
    )
    return tags
