"""Lists, steps and tables: what stands in rows."""

from collections.abc import Iterable, Sequence
from typing import Literal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .markup import EMPTY, attributes, icon, one_of, required

StepState = Literal["done", "now", "next", "blocked", "skipped"]
_STEP_SHAPES = {"done": "✓", "now": "●", "next": "○", "blocked": "!", "skipped": "–"}


def table(
    content: str,
    *,
    caption: str,
    hide_caption: bool = False,
    stacked: bool = True,
    compact: bool = False,
    id: str = "",
) -> SafeString:
    """A table with its caption around thead and tbody.

    `stacked`: below 40 em each row becomes a small card; give every cell `data-title="Column"`.
    Otherwise the table scrolls sideways inside its own frame.
    """
    required("table", caption=caption)
    classes = "table table-stacked" if stacked else "table"
    flat = attributes("table", {}, class_=f"{classes} table--compact" if compact else classes, id=id)
    frame = attributes(
        "table",
        {},
        class_="table-frame",
        tabindex=None if stacked else "0",
        role=None if stacked else "region",
        aria_label=None if stacked else caption,
    )
    return format_html(
        "<div{}><table{}><caption{}>{}</caption>{}</table></div>",
        frame,
        flat,
        SafeString(' class="sr-only"') if hide_caption else EMPTY,
        caption,
        content,
    )


def facts(rows: Iterable[tuple[object, object]], *, wide: bool = False) -> SafeString:
    """Term and description in pairs; nothing where there is no pair."""
    body = format_html_join("", '<div class="fact"><dt>{}</dt><dd>{}</dd></div>', rows)
    return format_html('<dl class="facts{}">{}</dl>', " facts-wide" if wide else "", body) if body else EMPTY


def steps(rows: Sequence[tuple[str, str] | tuple[str, str, str]], *, label: str) -> SafeString:
    """A flow of steps: (state, text) or (state, text, what more there is to say).

    States: done, now, next, blocked, skipped.
    """
    required("steps", label=label)
    return format_html(
        '<ol class="steps no-max-width" aria-label="{}">{}</ol>',
        label,
        format_html_join("", "{}", _steps(rows)),
    )


def _steps(rows: Sequence[tuple[str, ...]]) -> Iterable[tuple[SafeString]]:
    words = {
        "done": _("done"),
        "now": _("now"),
        "next": _("later"),
        "blocked": _("stuck"),
        "skipped": _("left out"),
    }
    for state, text, *more in rows:
        one_of("steps", "state", state, StepState)
        note = format_html('<span class="step-note">{}</span>', more[0]) if more and more[0] else EMPTY
        current = SafeString(' aria-current="step"') if state == "now" else EMPTY
        yield (
            format_html(
                '<li class="step step-{0}"{1}><span class="shape" aria-hidden="true">{2}</span>'
                '<span class="step-text">{3}<span class="sr-only"> ({4})</span>{5}</span></li>',
                state,
                current,
                _STEP_SHAPES[state],
                text,
                words[state],
                note,
            ),
        )


def timeline(rows: Iterable[tuple[str, object] | tuple[str, object, object]], *, label: str) -> SafeString:
    """What happened, in order: (date as text, what) or (date as text, what, who or why)."""
    required("timeline", label=label)
    items = format_html_join("", "{}", ((_event(row),) for row in rows))
    return format_html('<ol class="timeline no-max-width" aria-label="{}">{}</ol>', label, items)


def _event(row: Sequence[object]) -> SafeString:
    when, what, *more = row
    note = format_html('<span class="event-note">{}</span>', more[0]) if more and more[0] else EMPTY
    return format_html(
        '<li class="event"><span class="event-when">{}</span><span class="event-what">{}{}</span></li>',
        when,
        what,
        note,
    )


def tasks(rows: Iterable[tuple[object, ...]]) -> SafeString:
    """What needs me: (sentence, url) or (sentence, url, date as text) or with a tag as fourth."""
    items = format_html_join("", "{}", ((_task(row),) for row in rows))
    return format_html('<ul class="tasks no-max-width">{}</ul>', items) if items else EMPTY


def _task(row: Sequence[object]) -> SafeString:
    text, href, *more = row
    when = format_html('<span class="task-when">{}</span>', more[0]) if more and more[0] else EMPTY
    mark = format_html('<span class="task-mark">{}</span>', more[1]) if len(more) > 1 and more[1] else EMPTY
    return format_html('<li class="task"><a href="{}">{}</a>{}{}</li>', href, text, when, mark)


def tabs(items: Iterable[tuple[str, str, bool]], *, label: str) -> SafeString:
    """Links to the parts of one thing: (label, url, is this one)."""
    required("tabs", label=label)
    links = format_html_join(
        "",
        '<li><a href="{}" class="tab-button"{}><span>{}</span></a></li>',
        ((url, SafeString(' aria-current="page"') if here else "", text) for text, url, here in items),
    )
    return format_html(
        '<nav class="tab-container" aria-label="{}"><ul class="tab-list">{}</ul></nav>', label, links
    )


def pagination(page: int, pages: int, *, query: str = "", parameter: str = "side") -> SafeString:
    """Links to the pages of a list; nothing where there is one page.

    `query` is the rest of the address's query, without the page (`q=fald&tema=3`).
    """
    if not 1 <= page <= max(pages, 1):
        raise ValueError(f"pagination: page {page} of {pages}")
    if pages <= 1:
        return EMPTY
    stem = f"?{query}&{parameter}=" if query else f"?{parameter}="
    numbers = format_html_join("", "{}", ((_page_link(at, page, stem),) for at in _shown(page, pages)))
    return format_html(
        '<nav class="pages" aria-label="{}">{}<ul class="pages-list no-max-width">{}</ul>'
        '<p class="pages-said">{}</p>{}</nav>',
        _("Pages"),
        _step_link(stem, page - 1, _("Previous"), "prev") if page > 1 else EMPTY,
        numbers,
        _("Page %(page)d of %(pages)d") % {"page": page, "pages": pages},
        _step_link(stem, page + 1, _("Next"), "next") if page < pages else EMPTY,
    )


def _shown(page: int, pages: int) -> list[int]:
    """First, last, and the neighbours; 0 stands for a gap."""
    near = sorted({1, pages, *(at for at in range(page - 1, page + 2) if 1 <= at <= pages)})
    shown: list[int] = []
    for at in near:
        if shown and at - shown[-1] > 1:
            shown.append(0)
        shown.append(at)
    return shown


def _page_link(at: int, page: int, stem: str) -> SafeString:
    if at == 0:
        return SafeString('<li class="pages-gap" aria-hidden="true">…</li>')
    current = SafeString(' aria-current="page"') if at == page else EMPTY
    return format_html(
        '<li><a href="{0}{1}" aria-label="{2}"{3}>{1}</a></li>', stem, at, _("Page %d") % at, current
    )


def _step_link(stem: str, at: int, text: str, rel: str) -> SafeString:
    arrow = icon("chevron-left" if rel == "prev" else "chevron-right")
    first, last = (arrow, text) if rel == "prev" else (text, arrow)
    return format_html('<a class="pages-step" rel="{}" href="{}{}">{}{}</a>', rel, stem, at, first, last)


def search_field(
    action: str, *, value: str = "", name: str = "q", label: str = "", hint: str = "", id: str = "soeg"
) -> SafeString:
    """A search form that asks by GET."""
    required("search_field", action=action)
    told = format_html('<span class="form-hint" id="{}-hint">{}</span>', id, hint) if hint else EMPTY
    described = format_html(' aria-describedby="{}-hint"', id) if hint else EMPTY
    return format_html(
        '<form class="search-form" role="search" method="get" action="{0}">'
        '<label class="form-label" for="{1}">{2}</label>{3}'
        '<div class="search"><input class="form-input" type="search" id="{1}" name="{4}" value="{5}"{6}>'
        '<button class="button button-search" type="submit">{7}</button></div></form>',
        action,
        id,
        label or _("Search"),
        told,
        name,
        value,
        described,
        _("Search"),
    )
