"""What every element writes with: headings, running text, lists, tables and pictures."""

from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt, RGBColor

from .. import art, labels, png
from ..blocks import Block, Body, LinkSpan, List, Quote, Span, Spans, TextSpan
from ..colours import Shades
from . import xml
from .paper import SOURCE

PIXELS = 1600  # the width of a picture's bitmap


@dataclass
class Writer:
    """Writes at the end of a Word file. Without `fonts` a drawing is given in its words alone."""

    file: Any
    tones: Shades
    colour: str
    fonts: Path | None
    bookmarks: "count[int]" = field(default_factory=count)

    def heading(self, level: int, said: str, *, mark: str = "") -> Any:
        paragraph = self.file.add_heading(said, min(level, 5))
        if mark:
            xml.bookmark(paragraph, mark, self.bookmarks)
        return paragraph

    def line(self, said: str, style: str | None = None) -> Any:
        """One paragraph of plain text."""
        return self.file.add_paragraph(said, style)

    def source(self, said: str) -> None:
        """A small line below: where from, how many."""
        if said:
            self.line(said, SOURCE)

    def labelled(self, label: str, said: str) -> Any:
        """`Label: text`, the label bold."""
        paragraph = self.line("")
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(said)
        return paragraph

    def body(self, body: Body, level: int | None) -> list[Any]:
        """Running text; gives the paragraphs written. `level` as in the HTML renderer."""
        return [paragraph for block in body.blocks for paragraph in self._block(block, level)]

    def back(self) -> None:
        """The way back to the contents."""
        xml.link(self.line(""), f"← {labels.BACK}", to=CONTENTS)

    def drawing(self, svg: str, alt: str, *, share: float = 1) -> None:
        """A drawing as a picture across `share` of the text's width; no `alt` means decoration."""
        if self.fonts is None:
            self.line(alt) if alt else None
            return
        bitmap = png.render_svg(art.coloured(svg, self.colour), self.fonts, PIXELS)
        self.bitmap(bitmap, alt, share=share)

    def bitmap(self, data: bytes, alt: str, *, share: float = 1) -> None:
        picture = self.file.add_picture(BytesIO(data), width=int(self._text_width() * share))
        xml.describe(picture, alt)
        self.file.paragraphs[-1].paragraph_format.keep_with_next = bool(alt)

    def table(
        self, header: tuple[str, ...], rows: list[list[str]], *, name: str, numeric: tuple[int, ...] = ()
    ) -> None:
        """A table with a header row that repeats on every page; `\\n` in a cell is a line break."""
        table = self.file.add_table(rows=1, cols=len(header))
        xml.name_table(table, name)
        xml.repeat_header(table.rows[0])
        for at, said in enumerate(header):
            self._cell(table.rows[0].cells[at], said, head=True, right=at in numeric)
        for row in rows:
            cells = table.add_row()
            xml.keep_row_whole(cells)
            for at, said in enumerate(row):
                self._cell(cells.cells[at], said, first=at == 0, right=at in numeric)
        self._set_widths(table, numeric)
        self.line("").paragraph_format.space_after = 0

    def _set_widths(self, table: Any, numeric: tuple[int, ...]) -> None:
        """The first column is the widest, columns of numbers the narrowest."""
        columns = range(len(table.columns))
        shares = [1.7 if at == 0 and len(columns) > 2 else 0.7 if at in numeric else 1.0 for at in columns]
        widths = [int(self._text_width() * share / sum(shares)) for share in shares]
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width

    def _text_width(self) -> int:
        section = self.file.sections[0]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _cell(
        self, cell: Any, said: str, *, head: bool = False, first: bool = False, right: bool = False
    ) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        first_line, _, rest = said.partition("\n")
        run = paragraph.add_run(first_line)
        run.bold = head or first
        if rest:
            paragraph.add_run(f"\n{rest}")
        if head:
            run.font.color.rgb = RGBColor.from_string(self.tones.deep.lstrip("#"))
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        xml.cell_line(cell, self.tones.deep if head else self.tones.middle, 12 if head else 4)

    def _block(self, block: Block, level: int | None) -> list[Any]:
        if isinstance(block, List):
            return self._list(block)
        if not block.spans:
            return []
        if isinstance(block, Quote):
            return self._quote(block)
        titled = block.type == "heading" and level
        paragraph = self.file.add_heading("", min(level or 5, 5)) if titled else self.line("")
        self._spans(paragraph, block.spans, strong=block.type == "heading")
        return [paragraph]

    def _quote(self, quote: Quote) -> list[Any]:
        paragraph = self.line("", "Quote")
        self._spans(paragraph, quote.spans)
        if quote.by:
            paragraph.add_run().add_break(WD_BREAK.LINE)
            paragraph.add_run(f"– {quote.by}").italic = False
        return [paragraph]

    def _list(self, block: List) -> list[Any]:
        number = xml.new_numbering(self.file) if block.ordered else ""
        written = []
        for item in block.items:
            paragraph = self.line("", "List Number" if number else "List Bullet")
            self._spans(paragraph, item)
            if number:
                xml.use_numbering(paragraph, number)
            written.append(paragraph)
        return written

    def _spans(self, paragraph: Any, spans: Spans, *, strong: bool = False) -> None:
        for span in spans:
            self._span(paragraph, span, strong=strong)

    def _span(self, paragraph: Any, span: Span, *, strong: bool) -> None:
        if isinstance(span, LinkSpan) and not span.href.startswith(("/", "#")):
            xml.link(paragraph, span.text, href=span.href)
            return
        run = paragraph.add_run(span.text)
        if isinstance(span, TextSpan):
            run.bold, run.italic = span.strong or strong or None, span.emphasis or None


CONTENTS = "indhold"
