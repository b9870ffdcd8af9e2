"""The empty Word file: page, styles, language, footer."""

import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .. import labels
from ..colours import Shades
from ..edition import Document
from .xml import field, part

# The typeface of the pages is seldom installed where Word files are read; this one nearly always is.
FACE = "Calibri"
TITLE = {"booklet": 36.0, "sheet": 30.0, "item": 22.0}
# Size, space before and after, in points.
HEADINGS = {1: (26, 0, 14), 2: (16, 20, 6), 3: (13, 16, 5), 4: (11.5, 12, 4), 5: (11, 10, 4)}
SIZES = {"a4": (Mm(210), Mm(297)), "a3": (Mm(420), Mm(297))}
SOURCE = "Stillads kilde"
KEY_FIGURE = "Stillads nøgletal"


def new_file(document: Document, tones: Shades) -> Any:
    """A Word file without content, ready for the document."""
    file = docx.Document()
    _properties(file, document)
    _language(file)
    _page(file, document)
    _styles(file, tones)
    _title(file, document, tones)
    _footer(file, document)
    return file


def _properties(file: Any, document: Document) -> None:
    properties = file.core_properties
    properties.title = document.title
    properties.subject = document.subtitle
    properties.author = document.municipality
    properties.language = "da-DK"
    properties.comments = ""
    if document.date:
        noon = datetime.datetime.combine(document.date, datetime.time(12))
        properties.created = properties.modified = noon


def _language(file: Any) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(part("w:lang", val="da-DK", eastAsia="da-DK", bidi="da-DK"))


def _page(file: Any, document: Document) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = SIZES["a3" if document.kind == "sheet" else "a4"]
    if document.kind == "sheet":
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(25), Mm(24)


def _styles(file: Any, tones: Shades) -> None:
    deep = RGBColor.from_string(tones.deep.lstrip("#"))
    quiet = RGBColor(0x50, 0x58, 0x5F)
    normal = file.styles["Normal"]
    _face(normal, 11)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.2
    for level, (size, before, after) in HEADINGS.items():
        style = file.styles[f"Heading {level}"]
        _face(style, size, bold=level > 1, colour=deep)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
    _face(file.styles["Subtitle"], 16, colour=RGBColor.from_string(tones.ink.lstrip("#")))
    _face(file.styles["Quote"], 13, italic=True)
    file.styles["Quote"].paragraph_format.left_indent = Mm(6)
    _face(file.styles["Caption"], 10.5, bold=True, colour=deep)
    file.styles["Caption"].paragraph_format.keep_with_next = True
    _own_styles(file, deep, quiet)


def _own_styles(file: Any, deep: RGBColor, quiet: RGBColor) -> None:
    source = file.styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH)
    source.base_style = file.styles["Normal"]
    _face(source, 9.5, colour=quiet)
    figure = file.styles.add_style(KEY_FIGURE, WD_STYLE_TYPE.PARAGRAPH)
    figure.base_style = file.styles["Normal"]
    figure.paragraph_format.keep_with_next = True
    figure.paragraph_format.space_after = Pt(0)
    _face(figure, 12)
    link = file.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = deep
    link.font.underline = True


def _face(
    style: Any, size: float, *, bold: bool = False, italic: bool = False, colour: RGBColor | None = None
) -> None:
    style.font.name, style.font.size = FACE, Pt(size)
    style.font.bold, style.font.italic = bold, italic
    if colour is not None:
        style.font.color.rgb = colour
    properties = style.element.get_or_add_rPr()
    for stretched in properties.findall(qn("w:spacing")):
        properties.remove(stretched)
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _title(file: Any, document: Document, tones: Shades) -> None:
    """The title without the line that Word's template draws below it; smaller where it heads a plain item."""
    style, first = file.styles["Title"], file.styles["Heading 1"]
    deep = RGBColor.from_string(tones.deep.lstrip("#"))
    _face(style, TITLE[document.kind], bold=True, colour=deep)
    if document.kind == "item":
        _face(first, 14, bold=True, colour=deep)
        first.paragraph_format.space_before, first.paragraph_format.space_after = Pt(16), Pt(5)
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(24), Pt(10)


def _footer(file: Any, document: Document) -> None:
    section = file.sections[0]
    section.different_first_page_header_footer = document.kind == "booklet"
    paragraph = section.footer.paragraphs[0]
    paragraph.style = file.styles[SOURCE]
    width = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{document.municipality} · {document.title}\t{labels.PAGE} ")
    field(paragraph, "PAGE", "1")
