"""**fed**, *kursiv*, [tal:ab12cd] and [tekst](https://…) inside a line, read and written.

Reading is forgiving: a sign that opens nothing stays a sign. Writing puts a backslash only where the line
would otherwise be read as something else.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from .blocks import SAFE_HREF, LinkSpan, NumberSpan, Span, Spans, TextSpan

ESCAPED = re.compile(r"\\([\\*\[\]().#>•·▪◦‣●–—|-])")
NUMBER = re.compile(r"\[tal:([0-9A-Za-z_-]{1,64})(?:\|([^\[\]|\n]*))?\]")
LINK = re.compile(r"\[([^\[\]\n*\\]+)\]\(([^\s()]+)\)")
STARS = re.compile(r"\*{1,3}")
PLAIN = re.compile(r"[^\\*\[]+")
SPECIAL = re.compile(r"([\\*\[\]])")


def parse_inline(text: str) -> Spans:
    """Spans of one paragraph, item or heading; spaces are collapsed, and moved out of strong and emphasis.

    Styling so entangled that it could not be written again is dropped, so that what is read is always stable.
    """
    spans = _read(text)
    return spans if _faithful(spans) is not None else _bare(spans)


def write_inline(spans: Spans) -> str:
    """The text a person edits. Styling that cannot be written (inside a word) is dropped, never a letter."""
    spans = tidy(spans)
    written = _faithful(spans)
    return written if written is not None else _write(_bare(spans), escape=True)


def _read(text: str) -> Spans:
    return tidy(_parse(text, strong=False, emphasis=False))


def _faithful(spans: Spans) -> str | None:
    """The plainest text that is read as exactly these spans, or None."""
    for candidate in _candidates(spans):
        if _read(candidate) == spans:
            return candidate
    return None


def _candidates(spans: Spans) -> Iterator[str]:
    yield _write(spans, escape=False)
    yield _write(spans, escape=True)
    yield _write_nested(spans, "emphasis")
    yield _write_nested(spans, "strong")


def _bare(spans: Spans) -> Spans:
    return tidy([TextSpan(text=span.text) if isinstance(span, TextSpan) else span for span in spans])


def _parse(text: str, *, strong: bool, emphasis: bool) -> list[Span]:
    spans: list[Span] = []
    literal = ""
    at = 0
    while at < len(text):
        length, found = _special_at(text, at, strong=strong, emphasis=emphasis)
        if isinstance(found, str):
            literal += found
        else:
            spans += [TextSpan(text=literal, strong=strong, emphasis=emphasis), *found]
            literal = ""
        at += length
    return [*spans, TextSpan(text=literal, strong=strong, emphasis=emphasis)]


def _special_at(text: str, at: int, *, strong: bool, emphasis: bool) -> tuple[int, str | list[Span]]:
    """How many characters are used up at `at`, and what they are: literal text or spans."""
    if plain := PLAIN.match(text, at):
        return len(plain[0]), plain[0]
    if escaped := ESCAPED.match(text, at):
        return 2, escaped[1]
    if number := NUMBER.match(text, at):
        return len(number[0]), [NumberSpan(number=number[1], text=(number[2] or "").strip())]
    link = LINK.match(text, at)
    if link and SAFE_HREF.fullmatch(link[2]):
        return len(link[0]), [LinkSpan(text=link[1], href=link[2])]
    if stars := STARS.match(text, at):
        return _starred(text, at, stars[0], strong=strong, emphasis=emphasis)
    return 1, text[at]


def _starred(text: str, at: int, mark: str, *, strong: bool, emphasis: bool) -> tuple[int, str | list[Span]]:
    inner_from = at + len(mark)
    end = _closing(text, inner_from, mark) if _may_open(text, at, mark) else -1
    if end < 0:
        return len(mark), mark
    inner = _parse(text[inner_from:end], strong=strong or len(mark) != 1, emphasis=emphasis or len(mark) != 2)
    return end + len(mark) - at, inner


def _may_open(text: str, at: int, mark: str) -> bool:
    following = text[at + len(mark) : at + len(mark) + 1]
    inside_word = len(mark) == 1 and at > 0 and text[at - 1].isalnum()
    return bool(following.strip()) and following != "*" and not inside_word


def _closing(text: str, at: int, mark: str) -> int:
    """Where the same run of stars closes, or -1: never after a space, and one star never inside a word."""
    position = at
    while position < len(text):
        if text[position] == "\\":
            position += 2
            continue
        run = STARS.match(text, position)
        if run is None:
            position += 1
            continue
        after = text[run.end() : run.end() + 1]
        inside_word = len(mark) == 1 and after.isalnum()
        if run[0] == mark and position > at and not text[position - 1].isspace() and not inside_word:
            return position
        position = run.end()
    return -1


def _write(spans: Spans, *, escape: bool) -> str:
    return "".join(_write_span(span, escape=escape) for span in spans)


def _write_span(span: Span, *, escape: bool) -> str:
    if isinstance(span, NumberSpan):
        return f"[tal:{span.number}|{span.text}]" if span.text else f"[tal:{span.number}]"
    if isinstance(span, LinkSpan):
        return f"[{span.text}]({span.href})"
    text = SPECIAL.sub(r"\\\1", span.text) if escape else span.text
    mark = "*" * (2 * span.strong + span.emphasis)
    return f"{mark}{text}{mark}"


def _write_nested(spans: Spans, outer: str) -> str:
    """One styling around runs of the other: `*a **b** c*`."""
    marks = {"emphasis": "*", "strong": "**"}
    text = ""
    for styled, run in groupby(spans, key=lambda span: getattr(span, outer, False)):
        mark = marks[outer] if styled else ""
        text += mark + "".join(_write_span(_without(span, outer), escape=True) for span in run) + mark
    return text


def _without(span: Span, style: str) -> Span:
    return span.model_copy(update={style: False}) if isinstance(span, TextSpan) else span


def tidy(spans: Spans | list[Span]) -> Spans:
    """The one form of equal texts: single spaces, none at the edges, equal neighbours joined."""
    joined: list[Span] = []
    for span in _unspaced(spans):
        last = joined[-1] if joined else None
        if isinstance(span, TextSpan) and isinstance(last, TextSpan) and _style(span) == _style(last):
            joined[-1] = last.model_copy(update={"text": last.text + span.text})
        else:
            joined.append(span)
    return _trimmed(joined)


def _style(span: TextSpan) -> tuple[bool, bool]:
    return span.strong, span.emphasis


def _unspaced(spans: Spans | list[Span]) -> list[Span]:
    """Edge spaces of styled runs, links and numbers as runs of their own; nothing empty."""
    parts: list[Span] = []
    for span in spans:
        core = span.text.strip()
        if isinstance(span, NumberSpan):
            text = re.sub(r"[\[\]|\n]+", " ", core)
            parts.append(NumberSpan(number=span.number, text=re.sub(" +", " ", text).strip()))
            continue
        if not core:
            parts.append(TextSpan(text=span.text)) if span.text else None
            continue
        before, after = span.text.split(core, 1)[0], span.text[span.text.rindex(core) + len(core) :]
        parts += [TextSpan(text=before)] if before else []
        parts.append(_core(span, core))
        parts += [TextSpan(text=after)] if after else []
    return parts


def _core(span: Span, core: str) -> Span:
    if isinstance(span, LinkSpan):
        text = re.sub(" +", " ", re.sub(r"[\[\]*\\\n]+", " ", core)).strip()
        return LinkSpan(text=text, href=span.href) if text else TextSpan(text=core)
    return span.model_copy(update={"text": core})


def _trimmed(spans: list[Span]) -> Spans:
    """Single spaces also across runs, and none at line ends or at the two edges."""
    result: list[Span] = []
    before = "\n"
    for span in spans:
        if isinstance(span, TextSpan):
            text = re.sub(r" *\n[ \n]*", "\n", re.sub(" +", " ", span.text))
            if before[-1:].isspace():
                text = text.lstrip(" \n")
            if not text:
                continue
            span = span.model_copy(update={"text": text})
        before = span.text or "x"
        result.append(span)
    return _end_trimmed(result)


def _end_trimmed(spans: list[Span]) -> Spans:
    while spans and isinstance(last := spans[-1], TextSpan):
        text = last.text.rstrip()
        if text:
            spans[-1] = last.model_copy(update={"text": text})
            break
        spans.pop()
    return tuple(spans)
