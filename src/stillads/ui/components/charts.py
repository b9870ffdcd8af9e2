"""A chart in a page: picture, sentence, table, in that order; its points read one by one; files to take home."""

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stillads.charts import picture as pictures
from stillads.charts.picture import type_chart
from stillads.charts.table import Table

from ..chart_files import FORMS
from .lists import table
from .markup import EMPTY, required
from .page import details


def chart(figure: type_chart, *, sentence: str = "", source: str = "", files: str = "") -> SafeString:
    """A chart of `stillads.charts` with what it says and the figures behind it. A phone gets its own drawing.

    `files`: the address under which its files lie, without the ending (`.svg`, `.png` and `.csv` are put to it).
    """
    required("chart", title=figure.title)
    wide, narrow = (_drawn(figure, size, get_language()) for size in ("page", "narrow"))
    return format_html(
        '<figure class="picture chart-figure" data-chart><p class="chart-title">{}</p><div class="only-wide">{}</div>'
        '<div class="only-narrow">{}</div><figcaption>{}{}</figcaption>{}{}{}</figure>',
        figure.title,
        wide,
        narrow,
        format_html('<p class="chart-sentence">{}</p>', sentence) if sentence else EMPTY,
        format_html('<p class="source">{}</p>', source) if source else EMPTY,
        _reader() if "data-said=" in wide else EMPTY,
        details(_table(pictures.table(figure)), summary=_("Show the figures")),
        _files(files, figure.title) if files else EMPTY,
    )


def small_chart(figure: type_chart) -> SafeString:
    """The small drawing of a chart alone, where many stand side by side and each leads to its own page."""
    required("small_chart", title=figure.title)
    return format_html('<div class="small-chart">{}</div>', _drawn(figure, "narrow", get_language()))


@lru_cache(maxsize=256)
def _drawn(figure: type_chart, size: str, language: str | None) -> SafeString:
    """The same figures are looked at again and again, and drawn once in each language."""
    return mark_safe(pictures.draw(figure, size=size))  # noqa: S308  (charts escape every text they are given)


def _reader() -> SafeString:
    """A slider from point to point: one stop for the keyboard, large enough for a thumb."""
    return format_html(
        '<div class="point-reader needs-script"><label>{} <input type="range" min="0" max="0" value="0"'
        ' data-points></label><p class="point-said" aria-hidden="true"></p></div>',
        _("Read point by point"),
    )


def _table(rows: Table) -> SafeString:
    heads = format_html_join(
        "",
        '<th scope="col"{}>{}</th>',
        ((_side(number=column.number), column.head) for column in rows.columns),
    )
    body = format_html_join("", "<tr>{}</tr>", ((_row(row, rows),) for row in rows.texts()))
    content = format_html("<thead><tr>{}</tr></thead><tbody>{}</tbody>", heads, body)
    return table(content, caption=rows.caption, hide_caption=True, stacked=False, compact=True)


def _row(cells: list[str], rows: Table) -> SafeString:
    rest = format_html_join(
        "",
        "<td{}>{}</td>",
        (
            (_side(number=column.number), cell)
            for column, cell in zip(rows.columns[1:], cells[1:], strict=True)
        ),
    )
    return format_html('<th scope="row">{}</th>{}', cells[0], rest)


def _side(*, number: bool) -> SafeString:
    return SafeString(' class="number"') if number else EMPTY


def _files(address: str, title: str) -> SafeString:
    links = format_html_join(
        " · ",
        '<a href="{}.{}" download aria-label="{}">{}</a>',
        (
            (address, form, _("%(form)s of %(title)s") % {"form": form.upper(), "title": title}, form.upper())
            for form in FORMS
        ),
    )
    return format_html('<p class="chart-files no-print">{} {}</p>', _("Download:"), links)
