"""What a line is: a heading of the form, a way back to the contents, a lone number, or text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from .lines import SourceLine


class Heading(StrEnum):
    """The fixed words of the booklet's form."""

    FOREWORD = "foreword"
    CONTENTS = "contents"
    DESCRIPTION = "description"
    ADVANTAGES = "advantages"
    BARRIERS = "barriers"
    CITIZEN = "citizen"
    EMPLOYEE = "employee"
    ECONOMY = "economy"
    ASSESSMENT = "assessment"
    IMPRESSION = "impression"
    RECOMMENDATION = "recommendation"
    OVERALL = "overall"


class Kind(Enum):
    """What a line is to the reader."""

    BLANK = "blank"
    BACK_LINK = "back link"
    NUMBER = "number"
    HEADING = "heading"
    TEXT = "text"


PERSPECTIVES = (Heading.CITIZEN, Heading.EMPLOYEE, Heading.ECONOMY)
OF_THE_FRONT = frozenset({Heading.FOREWORD, Heading.CONTENTS})
LAST_PART = frozenset({Heading.ASSESSMENT, Heading.IMPRESSION, Heading.RECOMMENDATION, Heading.OVERALL})

_SPELLINGS = {
    "forord": Heading.FOREWORD,
    "indhold": Heading.CONTENTS,
    "indholdsfortegnelse": Heading.CONTENTS,
    "beskrivelseafprøvehandling": Heading.DESCRIPTION,
    "beskrivelseafprøvehandlingen": Heading.DESCRIPTION,
    "fordele": Heading.ADVANTAGES,
    "barriereropmærksomhedspunkter": Heading.BARRIERS,
    "barriererogopmærksomhedspunkter": Heading.BARRIERS,
    "barrierer": Heading.BARRIERS,
    "opmærksomhedspunkter": Heading.BARRIERS,
    "borger": Heading.CITIZEN,
    "borgerpårørende": Heading.CITIZEN,
    "medarbejder": Heading.EMPLOYEE,
    "medarbejderorganisation": Heading.EMPLOYEE,
    "økonomiressourcer": Heading.ECONOMY,
    "økonomiogressourcer": Heading.ECONOMY,
    "økonomi": Heading.ECONOMY,
    "vurdering": Heading.ASSESSMENT,
    "hvadhargjortstørtindtryk": Heading.IMPRESSION,
    "hvadhargjortstørstindtryk": Heading.IMPRESSION,
    "anbefaling": Heading.RECOMMENDATION,
    "anbefalinger": Heading.RECOMMENDATION,
    "samletvurdering": Heading.OVERALL,
}
_LONGEST = 60
_HEADING_FORM = re.compile(r"[A-ZÆØÅ][\w /-]*[?:]?")
_BACK_LINK = re.compile(r"\W*Tilbage til indhold(sfortegnelsen)?\W*", re.IGNORECASE)
_ENDS_A_SENTENCE = frozenset(".!?:")
_LONE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line and what it is; `heading` is set on headings only, on each line of a heading that wraps."""

    line: SourceLine
    kind: Kind
    heading: Heading | None = None
    continues_heading: bool = False


def heading_of(text: str) -> Heading | None:
    """The heading that the text is, or None: the whole text and in the form's own capital letter."""
    if len(text) > _LONGEST or not _HEADING_FORM.fullmatch(text):
        return None
    return _SPELLINGS.get(re.sub(r"[^a-zæøå]", "", text.casefold()))


def classify(lines: Sequence[SourceLine]) -> list[Row]:
    """Say of every line what it is. Numbers that stand inside running text are text."""
    rows: list[Row] = []
    while len(rows) < len(lines):
        rows.extend(_rows_at(lines, len(rows)))
    return [_checked_number(rows, index) for index in range(len(rows))]


def _rows_at(lines: Sequence[SourceLine], index: int) -> list[Row]:
    line = lines[index]
    simple = _simple_kind(line)
    if simple is not None:
        return [Row(line, simple)]
    found, wrapped = heading_of(line.words), _wrapped(lines, index)
    if found is None:
        return wrapped or [Row(line, Kind.TEXT)]
    goes_on = bool(wrapped) and (found is Heading.BARRIERS or line.words.endswith("/"))
    return wrapped if goes_on else [Row(line, Kind.HEADING, found)]


def _simple_kind(line: SourceLine) -> Kind | None:
    if line.is_blank:
        return Kind.BLANK
    if _BACK_LINK.fullmatch(line.words):
        return Kind.BACK_LINK
    return Kind.NUMBER if _LONE_NUMBER.fullmatch(line.words) else None


def _wrapped(lines: Sequence[SourceLine], index: int) -> list[Row]:
    """A heading that needed two lines, or nothing."""
    if index + 1 == len(lines) or lines[index + 1].is_blank:
        return []
    first, second = lines[index], lines[index + 1]
    found = heading_of(f"{first.words} {second.words}")
    if found is None:
        return []
    return [Row(first, Kind.HEADING, found), Row(second, Kind.HEADING, found, continues_heading=True)]


def _checked_number(rows: Sequence[Row], index: int) -> Row:
    row = rows[index]
    if row.kind is not Kind.NUMBER:
        return row
    return Row(row.line, Kind.TEXT) if _is_a_word(rows, index) else row


def _is_a_word(rows: Sequence[Row], index: int) -> bool:
    """Whether a number alone on its line is a word of a sentence rather than a page's or a chapter's."""
    before = _neighbour(rows, index - 1, index)
    after = _neighbour(rows, index + 1, index)
    if after is not None and after.words[:1].islower():
        return True
    if before is None or before.words[-1] in _ENDS_A_SENTENCE:
        return False
    return after is not None or (index + 1 < len(rows) and rows[index + 1].kind is Kind.BLANK)


def _neighbour(rows: Sequence[Row], neighbour: int, index: int) -> SourceLine | None:
    """The neighbouring line where it is text of the same page."""
    if not 0 <= neighbour < len(rows) or rows[neighbour].kind is not Kind.TEXT:
        return None
    line = rows[neighbour].line
    if line.words.startswith("Afprøvet ") or rows[max(neighbour, index)].line.starts_page:
        return None
    return line
