"""The whole document: cover, contents, parts and chapters with their way back."""

from dataclasses import asdict

from stillads.kernel.dates import format_date

from .. import art, labels
from ..colours import shades
from ..edition import Chapter, Colophon, Document, Section
from ..elements import FactsBox, Findings
from ..headings import body_level, element_heading
from .elements import element, facts, key_figures, notice
from .tags import body, decoration, drawing, heading, optional, tag, text

CONTENTS = "indhold"


def render(document: Document, *, top: int = 1) -> str:
    """An accessible fragment, everything escaped, without style or script of its own.

    `top` is the level of the document's title: 1 where the page has no other h1. Its look is in
    `ui/static/ui/booklet.css`, its colours are the page's custom properties (`--colour` …).
    """
    numbered = enumerate(document.chapters, 1)
    chapters = "".join(_chapter(document, chapter, at, top + 1) for at, chapter in numbered)
    parts = [_cover(document, top), _contents(document, top + 1)]
    parts += [_part(f"forside-{at}", s, top + 1, document) for at, s in enumerate(document.front, 1)]
    parts += [chapters, _appendix(document, top + 1), _colophon(document, top + 1)]
    return tag("article", "".join(parts), class_=f"booklet booklet-{document.kind}", lang=document.language)


def standalone(document: Document, css: str) -> str:
    """One HTML file with the style sheet `css` in it, in the document's own colour; it fetches nothing."""
    tones = "".join(f"--{name}:{value};" for name, value in _custom_properties(document).items())
    style = f":root{{{tones}}}\n{css}".replace("</", "<\\/")
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    head += tag("title", text(document.title)) + f"<style>{style}</style>"
    page = tag("head", head) + tag("body", tag("main", render(document)), class_="booklet-page")
    return f'<!doctype html>\n<html lang="{document.language}">{page}</html>\n'


def _custom_properties(document: Document) -> dict[str, str]:
    tones = asdict(shades(document.colour))
    names = {
        "deep": "colour",
        "middle": "colour-middle",
        "soft": "colour-soft",
        "faint": "colour-faint",
        "ink": "ink",
    }
    return {names[key]: value for key, value in tones.items() if key in names} | {
        "colour-dark": tones["deep"]
    }


def _cover(document: Document, level: int) -> str:
    drawn = ""
    if document.kind == "booklet":
        drawn = tag("div", decoration(art.cover(document)), class_="booklet-art")
    words = [
        optional("p", document.label, "booklet-label"),
        heading(level, text(document.title), class_="booklet-title"),
        optional("p", document.subtitle, "booklet-subtitle"),
        notice(document.notice) if document.notice else "",
    ]
    about = tag("strong", text(document.municipality))
    about += f"<br>{text(document.period)}" if document.period else ""
    imprint = tag("p", about, class_="booklet-imprint")
    return tag(
        "header",
        tag("div", "".join(words), class_="booklet-cover-words") + drawn + imprint,
        class_="booklet-cover",
    )


def _contents(document: Document, level: int) -> str:
    if document.kind != "booklet" or not document.chapters:
        return ""
    rows = [_contents_row(f"forside-{at}", "", s.title) for at, s in enumerate(document.front, 1) if s.title]
    rows += [_contents_row(c.key, str(c.number), c.title, c.tested_at) for c in document.chapters]
    rows += [_contents_row("tal-og-kilder", "", labels.APPENDIX)] if document.appendix else []
    rows += [_contents_row("om-haeftet", "", labels.COLOPHON)] if document.colophon else []
    title = heading(level, labels.CONTENTS, id=f"{CONTENTS}-titel")
    listed = tag("ul", "".join(rows), class_="no-max-width")
    return tag(
        "nav",
        title + listed,
        id=CONTENTS,
        class_="booklet-contents",
        aria_labelledby=f"{CONTENTS}-titel",
        tabindex="-1",
    )


def _contents_row(key: str, number: str, title: str, tested_at: str = "") -> str:
    words = optional("span", number, "booklet-contents-number") + tag("span", text(title))
    return tag("li", tag("a", words, href=f"#{key}") + optional("span", tested_at, "booklet-source"))


def _way_back(document: Document) -> str:
    if document.kind != "booklet" or not document.chapters:
        return ""
    link = tag("a", f"← {labels.BACK}", href=f"#{CONTENTS}")
    return tag("p", link, class_="booklet-back")


def _part(key: str, section: Section, level: int, document: Document) -> str:
    title = heading(level, text(section.title)) if section.title else ""
    content = _elements(section, level)
    back = _way_back(document) if section.title else ""
    return tag("section", title + content + back, id=key, class_="booklet-part")


def _chapter(document: Document, chapter: Chapter, at: int, level: int) -> str:
    sections = "".join(_section(section, level + 1) for section in chapter.sections)
    parts = _opening(document, chapter, at, level) + sections + _way_back(document)
    return tag(
        "section", parts, id=chapter.key, class_="booklet-chapter", aria_labelledby=f"{chapter.key}-titel"
    )


def _opening(document: Document, chapter: Chapter, at: int, level: int) -> str:
    number = tag("span", str(chapter.number), class_="booklet-number-big")
    title = heading(level, f"{number} {text(chapter.title)}", id=f"{chapter.key}-titel")
    drawn = decoration(art.opening(document, at))
    band = tag("div", title + tag("div", drawn, class_="booklet-art"), class_="booklet-band")
    where = facts(((labels.TESTED_AT, chapter.tested_at),)) if chapter.tested_at else ""
    lead = optional("p", chapter.lead, "booklet-lead")
    notices = "".join(map(notice, chapter.notices))
    return tag("header", band + where + lead + notices + _line(chapter) + key_figures(chapter.key_figures))


def _line(chapter: Chapter) -> str:
    if chapter.line is None:
        return ""
    drawn = drawing(chapter.line.svg, chapter.line.alt, "booklet-drawing")
    return tag(
        "figure",
        drawn + optional("figcaption", chapter.line.sentence, ""),
        class_="booklet-picture booklet-line",
    )


def _section(section: Section, level: int) -> str:
    title = heading(level, text(section.title)) if section.title else ""
    return tag("section", title + _elements(section, level), class_="booklet-section")


def _elements(section: Section, level: int) -> str:
    """The elements with their own headings; `level` is that of the section's title."""
    parts = []
    for content in section.elements:
        own = element_heading(section, content, level)
        below = (own[0] if own else level if section.title else level - 1) + 1
        inner = element(content, body_level(section, content, level) or below)
        title = heading(own[0], _signed(content) + text(own[1])) if own else ""
        whole = title + inner
        parts.append(
            tag("div", whole, class_="booklet-facts-box") if isinstance(content, FactsBox) else whole
        )
    return "".join(parts)


def _signed(content: object) -> str:
    if not isinstance(content, Findings):
        return ""
    sign = labels.SIDE_SIGNS[content.side]
    return tag("span", sign, class_=f"booklet-sign booklet-sign-{content.side}", aria_hidden="true")


def _appendix(document: Document, level: int) -> str:
    if not document.appendix:
        return ""
    sections = "".join(_section(section, level + 1) for section in document.appendix)
    title = heading(level, labels.APPENDIX)
    return tag("section", title + sections + _way_back(document), id="tal-og-kilder", class_="booklet-part")


def _colophon(document: Document, level: int) -> str:
    colophon = document.colophon
    if colophon is None or document.kind != "booklet":
        return ""
    rows = facts(_colophon_rows(colophon))
    title = heading(level, labels.COLOPHON)
    content = title + rows + body(colophon.notes, None) + _way_back(document)
    return tag("section", content, id="om-haeftet", class_="booklet-part booklet-colophon")


def _colophon_rows(colophon: Colophon) -> tuple[tuple[str, str], ...]:
    rows = (
        (labels.PUBLISHER, colophon.publisher),
        (labels.EDITION, str(colophon.edition)),
        (labels.PUBLISHED, format_date(colophon.published) if colophon.published else ""),
        (labels.CONTACT, colophon.contact),
        (labels.FINGERPRINT, colophon.digest),
    )
    return tuple(row for row in rows if row[1])
