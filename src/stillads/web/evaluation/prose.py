"""Text bodies on the screen; a live number is marked, so that the writer sees that it follows its source."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from stillads.documents.blocks import Body, Heading, LinkSpan, List, NumberSpan, Quote, Span, Spans


def prose(body: Body) -> SafeString:
    """The body as HTML; headings in it become strong lines, so that the page keeps its own outline."""
    return format_html_join("", "{}", ((_block(block),) for block in body.blocks))


def _block(block: object) -> SafeString:
    if isinstance(block, List):
        items = format_html_join("", "<li>{}</li>", ((_spans(item),) for item in block.items))
        return format_html("<ol>{}</ol>" if block.ordered else "<ul>{}</ul>", items)
    if isinstance(block, Quote):
        by = format_html("<footer>– {}</footer>", block.by) if block.by else ""
        return format_html("<blockquote><p>{}</p>{}</blockquote>", _spans(block.spans), by)
    if isinstance(block, Heading):
        return format_html('<p class="prose-heading"><strong>{}</strong></p>', _spans(block.spans))
    return format_html("<p>{}</p>", _spans(getattr(block, "spans", ())))


def _spans(spans: Spans) -> SafeString:
    return format_html_join("", "{}", ((_span(span),) for span in spans))


def _span(span: Span) -> SafeString:
    if isinstance(span, NumberSpan):
        return format_html(
            '<span class="live" title="{}">{}</span>', _("follows its source"), span.text or "?"
        )
    if isinstance(span, LinkSpan):
        return format_html('<a href="{}">{}</a>', span.href, span.text)
    lines = format_html_join(SafeString("<br>"), "{}", ((line,) for line in span.text.split("\n")))
    if span.strong:
        lines = format_html("<strong>{}</strong>", lines)
    return format_html("<em>{}</em>", lines) if span.emphasis else lines
