"""What a person writes in an ordinary text field, to and from the block format.

| written | becomes |
|---|---|
| a blank line | a new paragraph (a single line break stays a line break) |
| `- `, `* `, `•` and what Word makes of them | a list |
| `1. `, `2. ` … (two or more, from 1) | a numbered list |
| `> `, with a last line `> – who` | a quote |
| `# ` | a heading |
| `**fed**`, `*kursiv*`, `[tekst](https://…)` | styling, a link |
| `[tal:ab12cd]` or `[tal:ab12cd|36 %]` | a reference to a figure, with the text it shows meanwhile |

A backslash before a sign takes its meaning away. `from_plain(to_plain(body)) == body` for every body that
came from `from_plain`, and no word is lost for any other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from .blocks import Block, Body, Heading, List, Paragraph, Quote
from .characters import clean_text
from .inline import parse_inline, write_inline

# `§ 83` and `o` are words: only before a tab (as Word writes them) or three spaces are they bullets.
BULLET = re.compile(r"[ \t]*(?:[•·▪◦‣●○■□–—o§](?:\t| {3,})|[•▪◦‣●][ \t]*(?=\S)|[-*·][ \t]+)(?=\S)")
ORDERED = re.compile(r"[ \t]*(\d{1,3})[.)]([ \t]+)(?=\S)")
MONTH = re.compile(
    r"(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b", re.I
)
HEADING = re.compile(r"#{1,6} +(?=\S)")
QUOTE = re.compile(r"> ?")
QUOTED_BY = re.compile(r"[–—] *(?=\S)")
# What a line must not begin with if it is to be read as plain text.
MARKER = re.compile(r"(\d{0,3})[-#>•·▪◦‣●*.)]")


@dataclass(frozen=True)
class Line:
    kind: str  # "text", "bullet", "number", "heading" or "quote"
    text: str
    number: int = 0
    tabbed: bool = False
    after_blank: bool = False


@dataclass
class _Reader:
    """Gathers lines into blocks."""

    blocks: list[Block] = field(default_factory=list)

    def read(self, lines: list[Line]) -> None:
        for kind, run in groupby(_ordered_settled(lines), key=lambda line: line.kind):
            getattr(self, f"_{kind}")(list(run))

    def _text(self, lines: list[Line]) -> None:
        for texts in _split_at_blanks(lines):
            self._add(Paragraph(spans=parse_inline("\n".join(texts))))

    def _heading(self, lines: list[Line]) -> None:
        for line in lines:
            self._add(Heading(spans=parse_inline(line.text)))

    def _quote(self, lines: list[Line]) -> None:
        for texts in _split_at_blanks(lines):
            by = ""
            if len(texts) > 1 and (mark := QUOTED_BY.match(texts[-1])):
                by = re.sub(r"\s+", " ", texts.pop()[mark.end() :]).strip()
            self._add(Quote(spans=parse_inline("\n".join(texts)), by=by))

    def _bullet(self, lines: list[Line]) -> None:
        self._list(lines, ordered=False)

    def _number(self, lines: list[Line]) -> None:
        starts = [at for at, line in enumerate(lines) if line.number == 1]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            self._list(lines[start:end], ordered=True)

    def _list(self, lines: list[Line], *, ordered: bool) -> None:
        items = tuple(spans for line in lines if (spans := parse_inline(line.text)))
        if items:
            self.blocks.append(List(ordered=ordered, items=items))

    def _add(self, block: Paragraph | Heading | Quote) -> None:
        if block.spans:
            self.blocks.append(block)


def from_plain(text: str) -> Body:
    """A body from what was typed or pasted (from Word too); an empty text is an empty body."""
    reader = _Reader()
    reader.read(_lines(clean_text(text)))
    return Body(blocks=tuple(reader.blocks))


def to_plain(body: Body) -> str:
    """The text to edit. Blocks stand apart by a blank line, items by a line break."""
    return "\n\n".join(text for block in body.blocks if (text := _written(block)))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    after_blank = False
    for raw in text.split("\n"):
        if not raw.strip().removeprefix(">"):
            after_blank = True
            continue
        if _continues(raw, lines, after_blank=after_blank):
            last = lines.pop()
            lines.append(
                Line(last.kind, f"{last.text} {raw.strip()}", last.number, last.tabbed, last.after_blank)
            )
        else:
            lines.append(_line(raw, after_blank=after_blank))
        after_blank = False
    return lines


def _continues(raw: str, lines: list[Line], *, after_blank: bool) -> bool:
    """An indented line right below an item belongs to the item."""
    indented = raw.startswith(("  ", "\t")) and not BULLET.match(raw) and not ORDERED.match(raw)
    return indented and not after_blank and bool(lines) and lines[-1].kind in {"bullet", "number"}


def _line(raw: str, *, after_blank: bool) -> Line:
    if mark := BULLET.match(raw):
        return Line("bullet", raw[mark.end() :].strip(), after_blank=after_blank)
    mark = ORDERED.match(raw)
    if mark and not MONTH.match(raw, mark.end()):
        tabbed = "\t" in mark[2]
        return Line("number", raw.strip(), int(mark[1]), tabbed=tabbed, after_blank=after_blank)
    stripped = raw.strip()
    for kind, pattern in (("heading", HEADING), ("quote", QUOTE)):
        if mark := pattern.match(stripped):
            return Line(kind, stripped[mark.end() :].strip(), after_blank=after_blank)
    return Line("text", stripped, after_blank=after_blank)


def _ordered_settled(lines: list[Line]) -> Iterator[Line]:
    """Numbered lines that count 1, 2, … are a list; any other number is the beginning of a sentence."""
    at = 0
    while at < len(lines):
        end = _end_of_count(lines, at)
        counted = end - at >= 2 or (end > at and lines[at].tabbed)
        for line in lines[at : max(end, at + 1)]:
            yield _settled(line, counted=counted)
        at = max(end, at + 1)


def _end_of_count(lines: list[Line], at: int) -> int:
    expected = 1
    while at < len(lines) and lines[at].kind == "number" and lines[at].number == expected:
        expected += 1
        at += 1
    return at


def _settled(line: Line, *, counted: bool) -> Line:
    if line.kind != "number":
        return line
    if not counted:
        return Line("text", line.text, after_blank=line.after_blank)
    mark = ORDERED.match(line.text)
    return Line("number", line.text[mark.end() :] if mark else line.text, line.number)


def _split_at_blanks(lines: list[Line]) -> Iterator[list[str]]:
    texts: list[str] = []
    for line in lines:
        if line.after_blank and texts:
            yield texts
            texts = []
        texts.append(line.text)
    yield texts


def _written(block: Block) -> str:
    if isinstance(block, List):
        return _written_list(block)
    text = write_inline(block.spans)
    if not text:
        return ""
    if isinstance(block, Heading):
        return "# " + text.replace("\n", " ")
    if isinstance(block, Quote):
        return _written_quote(text, block.by)
    return "\n".join(_guarded_line(line) for line in text.split("\n"))


def _written_quote(text: str, by: str) -> str:
    lines = text.split("\n")
    if not by and len(lines) > 1 and QUOTED_BY.match(lines[-1]):
        lines[-1] = "\\" + lines[-1]
    by = re.sub(r"\s+", " ", by).strip()
    return "\n".join(f"> {line}" for line in [*lines, *([f"– {by}"] if by else [])])


def _written_list(block: List) -> str:
    texts = [text.replace("\n", " ") for item in block.items if (text := write_inline(item))]
    if not block.ordered:
        return "\n".join(f"- {text}" for text in texts)
    gap = "\t" if len(texts) == 1 else " "
    return "\n".join(f"{number}.{gap}{text}" for number, text in enumerate(texts, 1))


def _guarded_line(line: str) -> str:
    """The line, with a backslash where it would otherwise begin a list, a quote or a heading."""
    mark = MARKER.match(line)
    if mark is None or _line(line, after_blank=False).kind == "text":
        return line
    return f"{mark[1]}\\{line[mark.end(1) :]}"
