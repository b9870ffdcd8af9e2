"""Parts of a page's frame and its larger blocks."""

from collections.abc import Iterable
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .markup import EMPTY, attributes, icon, one_of, required

NoticeKind = Literal["info", "success", "warning", "error"]
Level = Literal["2", "3", "4"]


def breadcrumb(items: Iterable[tuple[str, str]], here: str) -> SafeString:
    """The way up: (label, url) pairs from the start, and the label of this page."""
    required("breadcrumb", here=here)
    links = format_html_join(
        "",
        '<li class="breadcrumbs__list-item">{}<a class="breadcrumbs__link" href="{}">{}</a></li>',
        ((icon("chevron-right") if at else "", url, label) for at, (label, url) in enumerate(items)),
    )
    return format_html(
        '<nav class="breadcrumbs" aria-label="{}"><ol class="breadcrumbs__list">{}'
        '<li class="breadcrumbs__list-item" aria-current="page">{}{}</li></ol></nav>',
        _("You are here"),
        links,
        icon("chevron-right") if links else "",
        here,
    )


def back_link(href: str, text: str = "") -> SafeString:
    """One step back, where a breadcrumb would be too much."""
    required("back_link", href=href)
    return format_html(
        '<p class="back"><a class="back-link" href="{}">{}{}</a></p>',
        href,
        icon("chevron-left"),
        text or _("Back"),
    )


def notice(
    content: str, *, kind: str = "info", heading: str = "", level: str = "2", live: bool = False
) -> SafeString:
    """A message of `kind` info, success, warning or error.

    `live`: read aloud at once, because it answers what was just done.
    """
    one_of("notice", "kind", kind, NoticeKind)
    one_of("notice", "level", level, Level)
    words = {"info": _("Information"), "success": _("Done"), "warning": _("Mind"), "error": _("Error")}
    title = format_html('<h{0} class="alert-heading">{1}</h{0}>', level, heading) if heading else EMPTY
    role = {"error": "alert", "warning": "alert"}.get(kind, "status") if live else None
    return format_html(
        '<div{}>{}<div class="alert-body">{}<div class="alert-text">{}</div></div></div>',
        attributes(
            "notice", {}, class_=f"alert alert-{kind}" + ("" if heading else " alert--paragraph"), role=role
        ),
        format_html('<span class="alert-icon">{}</span>', icon(kind, label=words[kind])),
        title,
        content,
    )


def empty_state(text: str, *, then: str = "", href: str = "", link: str = "") -> SafeString:
    """What stands where a list would be: that there is nothing, and what happens next.

    `empty` is short for it outside loops; inside `{% for %}` Django reads `empty` as its own word.
    """
    required("empty_state", text=text)
    what = format_html('<p class="empty-then">{}</p>', then) if then else EMPTY
    if bool(href) != bool(link):
        raise ValueError("empty_state: href and link belong together")
    go = format_html('<p class="empty-go"><a href="{}">{}</a></p>', href, link) if href else EMPTY
    return format_html('<div class="empty"><p class="empty-what">{}</p>{}{}</div>', text, what, go)


def card(
    content: str,
    *,
    heading: str = "",
    href: str = "",
    kicker: str = "",
    level: str = "2",
    tone: str = "plain",
    id: str = "",
) -> SafeString:
    """A framed block. With `href` its heading is the link. `tone`: plain, soft (own colour) or quiet."""
    one_of("card", "level", level, Level)
    one_of("card", "tone", tone, Literal["plain", "soft", "quiet"])
    title: SafeString = EMPTY
    if heading:
        text = format_html('<a href="{}">{}</a>', href, heading) if href else heading
        title = format_html('<h{0} class="panel-heading">{1}</h{0}>', level, text)
    elif href:
        raise ValueError("card: href needs a heading")
    over = format_html('<p class="kicker">{}</p>', kicker) if kicker else EMPTY
    flat = attributes("card", {}, id=id, class_=f"panel panel-{tone}")
    return format_html(
        '<section{}>{}{}<div class="panel-body">{}</div></section>', flat, over, title, content
    )


def section(content: str, *, heading: str, level: str = "2", answer: str = "", id: str = "") -> SafeString:
    """A part of a page with its own heading and, if there is one, its own answer."""
    required("section", heading=heading)
    one_of("section", "level", level, Level)
    anchor = id or slugify(heading)
    said = format_html('<p class="section-answer">{}</p>', answer) if answer else EMPTY
    return format_html(
        '<section class="section" aria-labelledby="{0}-h" id="{0}">'
        '<h{1} id="{0}-h">{2}</h{1}>{3}{4}</section>',
        anchor,
        level,
        heading,
        said,
        content,
    )


def details(content: str, *, summary: str, open: bool = False, id: str = "") -> SafeString:
    """Something that unfolds; opened by itself when the page is printed."""
    required("details", summary=summary)
    flat = attributes("details", {}, class_="details", id=id, open=open)
    return format_html(
        '<details{}><summary class="details-summary">{}</summary>'
        '<div class="details-text">{}</div></details>',
        flat,
        summary,
        content,
    )


def progress(done: int, total: int, *, label: str, href: str = "", every: int = 2) -> SafeString:
    """How far something long has come. With `href` the part asks again every `every` seconds.

    The address answers with this component again, without `href` once it is done.
    """
    required("progress", label=label)
    if not 0 <= done <= max(total, 0):
        raise ValueError(f"progress: {done} of {total}")
    polling = {"hx_get": href, "hx_trigger": f"every {every}s", "hx_swap": "outerHTML"} if href else {}
    flat = attributes("progress", polling, class_="progress-box")
    said = _("%(done)d of %(total)d") % {"done": done, "total": total}
    return format_html(
        '<div{}><p class="progress-label" role="status">{}: {}</p>'
        '<progress value="{}" max="{}" aria-label="{}">{}</progress></div>',
        flat,
        label,
        said,
        done,
        max(total, 1),
        label,
        said,
    )


def undo_toast(text: str, action: str, csrf_token: str) -> SafeString:
    """Says what was done and offers to take it back; a form, so that it works without scripts."""
    required("undo_toast", text=text, action=action)
    return format_html(
        '<div class="undo" role="status"><p>{}</p><form method="post" action="{}">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button type="submit" class="button button-secondary">{}</button></form></div>',
        text,
        action,
        csrf_token,
        _("Undo"),
    )


def error_summary(*forms: object) -> SafeString:
    """All errors of the forms as links to their fields; empty where there is none."""
    items: list[tuple[str, str]] = []
    for form in forms:
        items.extend(_errors_of(form))
    if not items:
        return EMPTY
    count = len(items)
    heading = ngettext("One thing to correct", "%(count)d things to correct", count) % {"count": count}
    rows = format_html_join("", "<li>{}</li>", ((_error_link(anchor, text),) for anchor, text in items))
    return format_html(
        '<div class="alert alert-error error-summary" role="alert" tabindex="-1" data-focus>'
        '<span class="alert-icon">{}</span><div class="alert-body"><h2 class="alert-heading">{}</h2>'
        '<ul class="alert-text">{}</ul></div></div>',
        icon("error", label=_("Error")),
        heading,
        rows,
    )


def _error_link(anchor: str, text: str) -> SafeString:
    return (
        format_html('<a class="function-link" href="#{}">{}</a>', anchor, text)
        if anchor
        else format_html("{}", text)
    )


def _errors_of(form: object) -> list[tuple[str, str]]:
    from django.forms import BaseForm, BaseFormSet

    if isinstance(form, BaseFormSet):
        whole = [("", str(error)) for error in form.non_form_errors()]
        return whole + [item for single in form.forms for item in _errors_of(single)]
    if not isinstance(form, BaseForm):
        raise TypeError(f"error_summary: {form!r} is no form")
    items = [("", str(error)) for error in form.non_field_errors()]
    for bound in form:
        if bound.is_hidden:
            items.extend(("", str(error)) for error in bound.errors)
            continue
        label = str(bound.label or "")
        label += " " if label.endswith(("?", ":", ".")) else ": "
        items.extend((bound.id_for_label or bound.auto_id, f"{label}{error}") for error in bound.errors)
    return items
