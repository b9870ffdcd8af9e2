"""Writes HTML elements with everything escaped; the only place where a bracket becomes markup."""

import re
from html import escape

from ..blocks import Body, LinkSpan, List, Quote, Span, Spans, TextSpan

SVG_ROOT = re.compile(r"<svg\b([^>]*)>")
NAMED = re.compile(r'\s(role|aria-[a-z]+|focusable)="[^"]*"')
VOID = {"br", "img", "hr"}


def text(plain: str) -> str:
    return escape(plain, quote=False).replace("\n", "<br>")


def tag(name: str, content: str = "", /, **attributes: str | None) -> str:
    """One element around markup. `class_` is class, underscores are hyphens, None and empty are left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>" if name in VOID else f"<{name}{written}>{content}</{name}>"


def heading(level: int, content: str, /, **attributes: str | None) -> str:
    return tag(f"h{min(level, 6)}", content, **attributes)


def optional(name: str, plain: str, class_: str) -> str:
    """The element, or nothing where there is no text."""
    return tag(name, text(plain), class_=class_) if plain else ""


def decoration(svg: str) -> str:
    """A drawing that says nothing: hidden from screen readers."""
    plain = svg[svg.index("<svg") :]
    return SVG_ROOT.sub(
        lambda root: f'<svg{NAMED.sub("", root[1])} aria-hidden="true" focusable="false">', plain, count=1
    )


def drawing(svg: str, alt: str, class_: str) -> str:
    """A drawing that says something: its words in the place of its parts. It may scroll, by keys too."""
    return tag("div", decoration(svg), class_=class_, role="img", aria_label=alt, tabindex="0")


def body(content: Body, level: int | None) -> str:
    """Running text; headings inside it get `level`, or are only bold lines where it is None."""
    return "".join(_block(block, level) for block in content.blocks)


def spans(run: Spans) -> str:
    return "".join(_span(span) for span in run)


def _span(span: Span) -> str:
    content = text(span.text)
    if isinstance(span, LinkSpan):
        return tag("a", content, href=span.href)
    if isinstance(span, TextSpan):
        content = tag("strong", content) if span.strong else content
        content = tag("em", content) if span.emphasis else content
    return content


def _block(block: object, level: int | None) -> str:
    if isinstance(block, List):
        items = "".join(tag("li", spans(item)) for item in block.items)
        return tag("ol" if block.ordered else "ul", items) if items else ""
    run = spans(getattr(block, "spans", ()))
    if not run:
        return ""
    if isinstance(block, Quote):
        return _quote(run, block.by)
    if getattr(block, "type", "") == "heading":
        return heading(level, run) if level else tag("p", tag("strong", run))
    return tag("p", run)


def _quote(run: str, by: str) -> str:
    said = tag("blockquote", tag("p", run))
    return tag("figure", said + optional("figcaption", f"– {by}" if by else "", ""), class_="booklet-quote")
