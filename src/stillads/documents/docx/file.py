"""The whole document: title page, parts, contents, chapters."""

from io import BytesIO
from pathlib import Path

from stillads.kernel.dates import format_date

from .. import art, labels
from ..colours import shades
from ..edition import Chapter, Colophon, Document, Section
from ..headings import CHAPTER, FRONT, body_level, element_heading
from . import xml
from .elements import write_element, write_key_figures, write_notice
from .paper import new_file
from .writer import CONTENTS, Writer

Entry = tuple[str, str]  # bookmark, what the contents say


def render(document: Document, *, fonts: Path | None = None) -> bytes:
    """The Word file. With `fonts` (the folder of IBM Plex Sans) drawings are pictures, else their words."""
    tones = shades(document.colour)
    writer = Writer(file=new_file(document, tones), tones=tones, colour=document.colour, fonts=fonts)
    _title(writer, document)
    for at, section in enumerate(document.front, 1):
        _front(writer, section, f"forside{at}", new_page=document.kind == "booklet")
    if document.kind == "booklet" and document.chapters:
        _contents(writer, document)
    for chapter in document.chapters:
        _chapter(writer, chapter, way_back=document.kind == "booklet")
    _appendix(writer, document)
    if document.colophon and document.kind == "booklet":
        _colophon(writer, document.colophon)
    written = BytesIO()
    writer.file.save(written)
    return written.getvalue()


def _title(writer: Writer, document: Document) -> None:
    writer.line(" · ".join(said for said in (document.municipality, document.label) if said))
    writer.line(document.title, "Title")
    if document.subtitle:
        writer.line(document.subtitle, "Subtitle")
    if document.period:
        writer.line(document.period)
    if document.notice:
        write_notice(writer, document.notice)
    if document.kind == "booklet" and document.chapters and writer.fonts:
        writer.drawing(art.title_page(document), "")


def _front(writer: Writer, section: Section, mark: str, *, new_page: bool) -> None:
    if section.title:
        writer.heading(FRONT, section.title, mark=mark).paragraph_format.page_break_before = new_page
    _elements(writer, section, FRONT)


def _contents(writer: Writer, document: Document) -> None:
    """A contents field that Word counts; until then the links are there without page numbers."""
    writer.heading(1, labels.CONTENTS, mark=CONTENTS).paragraph_format.page_break_before = True
    entries: list[Entry] = [(f"forside{at}", s.title) for at, s in enumerate(document.front, 1) if s.title]
    entries += [(_mark(chapter), _chapter_title(chapter)) for chapter in document.chapters]
    entries += [("tal", labels.APPENDIX)] if document.appendix else []
    entries += [("kolofon", labels.COLOPHON)] if document.colophon else []
    for at, (mark, said) in enumerate(entries):
        paragraph = writer.line("")
        if at == 0:
            xml.field_start(paragraph, 'TOC \\o "1-1" \\h \\z \\u', dirty=True)
        xml.link(paragraph, said, to=mark)
        if at == len(entries) - 1:
            xml.field_end(paragraph)


def _mark(chapter: Chapter) -> str:
    return f"kapitel_{chapter.number}"


def _chapter_title(chapter: Chapter) -> str:
    return f"{chapter.number}. {chapter.title}"


def _chapter(writer: Writer, chapter: Chapter, *, way_back: bool) -> None:
    title = writer.heading(1, _chapter_title(chapter), mark=_mark(chapter))
    title.paragraph_format.page_break_before = way_back
    if chapter.tested_at:
        writer.labelled(labels.TESTED_AT, chapter.tested_at)
    if chapter.lead:
        writer.line(chapter.lead, "Subtitle")
    for notice in chapter.notices:
        write_notice(writer, notice)
    if chapter.line:
        writer.drawing(chapter.line.svg, chapter.line.alt)
        writer.source(chapter.line.sentence)
    write_key_figures(writer, chapter.key_figures)
    for section in chapter.sections:
        _section(writer, section, CHAPTER)
    if way_back:
        writer.back()


def _appendix(writer: Writer, document: Document) -> None:
    if not document.appendix:
        return
    booklet = document.kind == "booklet"
    writer.heading(1, labels.APPENDIX, mark="tal").paragraph_format.page_break_before = booklet
    for section in document.appendix:
        _section(writer, section, CHAPTER)
    if booklet and document.chapters:
        writer.back()


def _section(writer: Writer, section: Section, level: int) -> None:
    if section.title:
        writer.heading(level, section.title)
    _elements(writer, section, level)


def _elements(writer: Writer, section: Section, level: int) -> None:
    for element in section.elements:
        own = element_heading(section, element, level)
        if own:
            writer.heading(*own)
        below = (own[0] if own else level if section.title else level - 1) + 1
        write_element(writer, element, body_level(section, element, level) or below)


def _colophon(writer: Writer, colophon: Colophon) -> None:
    writer.heading(1, labels.COLOPHON, mark="kolofon").paragraph_format.page_break_before = True
    rows = (
        (labels.PUBLISHER, colophon.publisher),
        (labels.EDITION, str(colophon.edition)),
        (labels.PUBLISHED, format_date(colophon.published) if colophon.published else ""),
        (labels.CONTACT, colophon.contact),
        (labels.FINGERPRINT, colophon.digest),
    )
    for label, said in rows:
        if said:
            writer.labelled(label, said)
    writer.body(colophon.notes, None)
