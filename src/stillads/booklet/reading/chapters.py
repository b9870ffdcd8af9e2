"""Where each trial begins: its title, its number, and where it was tried out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .headings import Heading, Kind, Row

_TESTED = re.compile(r"Afprøvet\b")
_NUMBER_AT_END = re.compile(r"^(.*?)([0-9]+)$")
_NUMBER_FIRST = re.compile(r"^([1-9][0-9]?)\s+(\S.*)$")
_ENDS_A_SENTENCE = (".", "!", "?", ":", "…", ".”", ".“", '."')
_LONGEST_TITLE = 10
_LONGEST_PLACES = 16


@dataclass(slots=True)
class Opening:
    """The opening of one chapter, by indexes into the rows.

    `number_row` is the row that holds the number and nothing else; where the number is stuck to a
    title row, `cut` says what is left of that row. `body` is the first row after the opening.
    """

    title_rows: list[int]
    tested_rows: list[int]
    body: int
    number: int
    number_row: int | None = None
    cut: dict[int, str] = field(default_factory=dict)
    number_is_read: bool = True

    @property
    def first(self) -> int:
        """The first row that belongs to the chapter."""
        rows = [*self.title_rows, *self.tested_rows, self.body]
        return min([*rows, self.number_row] if self.number_row is not None else rows)


def find_openings(rows: Sequence[Row]) -> list[Opening]:
    """Every chapter opening in the order of the text."""
    found: list[Opening] = []
    has_advantages = False
    for index, row in enumerate(rows):
        if row.continues_heading or (found and index < found[-1].body):
            continue
        anchor = _anchor(rows, index, has_advantages=has_advantages or not found)
        if anchor is not None:
            opening = _opening(rows, found, index, anchor)
            if opening is not None:
                found.append(opening)
                has_advantages = False
        has_advantages = has_advantages or row.heading is Heading.ADVANTAGES
    return found


def _anchor(rows: Sequence[Row], index: int, *, has_advantages: bool) -> list[int] | None:
    """The rows that say where it was tried, if a chapter may begin above `index`; else None."""
    row = rows[index]
    if row.heading is Heading.DESCRIPTION:
        return _tested_above(rows, index)
    if row.kind is Kind.TEXT and _TESTED.match(row.line.words):
        return _tested_from(rows, index)
    return [] if row.heading is Heading.ADVANTAGES and has_advantages else None


def _tested_above(rows: Sequence[Row], index: int) -> list[int]:
    """The rows from 'Afprøvet …' down to the heading at `index`."""
    texts: list[int] = []
    for above in range(index - 1, -1, -1):
        if rows[above].kind is Kind.HEADING or len(texts) == _LONGEST_PLACES:
            break
        if rows[above].kind is Kind.TEXT:
            texts.insert(0, above)
            if _TESTED.match(rows[above].line.words):
                return texts
    return []


def _tested_from(rows: Sequence[Row], index: int) -> list[int] | None:
    """'Afprøvet …' and the lines it runs on over, where no description follows and a number stands above."""
    above = _skip(rows, index - 1, Kind.BLANK)
    if above < 0 or not (rows[above].kind is Kind.NUMBER or rows[above].line.words[-1:].isdigit()):
        return None
    end = index
    while end < len(rows) and rows[end].kind is Kind.TEXT:
        end += 1
    follows = next(
        (row for row in rows[end:] if row.kind not in (Kind.BLANK, Kind.BACK_LINK, Kind.NUMBER)), None
    )
    if follows is not None and follows.heading is Heading.DESCRIPTION:
        return None
    return list(range(index, min(end, index + _LONGEST_PLACES)))


def _opening(rows: Sequence[Row], found: Sequence[Opening], index: int, tested: list[int]) -> Opening | None:
    floor = found[-1].body + 1 if found else 0
    top = tested[0] if tested else index
    body = tested[-1] + 1 if tested else index
    expected = found[-1].number + 1 if found else 1
    end = _skip(rows, top - 1, Kind.BLANK, Kind.BACK_LINK)
    lone = end if end >= floor and rows[end].kind is Kind.NUMBER else None
    if lone is not None:
        end = _skip(rows, lone - 1, Kind.BLANK)
    title = _title_rows(rows, floor, end)
    opening = Opening(title, tested, body, expected)
    _number(rows, opening, lone)
    by_position_only = rows[index].heading is Heading.ADVANTAGES
    if not title and opening.number_row is None:
        return None
    return None if by_position_only and not opening.number_is_read else opening


def _skip(rows: Sequence[Row], index: int, *kinds: Kind) -> int:
    while index >= 0 and rows[index].kind in kinds:
        index -= 1
    return index


def _title_rows(rows: Sequence[Row], floor: int, end: int) -> list[int]:
    """The block of text that ends at `end`, from where the title seems to begin."""
    start = end + 1
    while start > floor and rows[start - 1].kind is Kind.TEXT:
        start -= 1
        if start > floor and _title_goes_on(rows, start):
            start -= 1
    block = [index for index in range(start, end + 1) if rows[index].kind is Kind.TEXT]
    for position in range(len(block) - 1, -1, -1):
        if _begins_title(rows, block[position]):
            return block[position:]
    return block if _after_link(rows, start - 1) else _after_last_sentence(rows, block)[-_LONGEST_TITLE:]


def _title_goes_on(rows: Sequence[Row], start: int) -> bool:
    """Whether an empty line only divides a word or a phrase of the title."""
    if start < 2 or rows[start - 1].kind is not Kind.BLANK or rows[start - 2].kind is not Kind.TEXT:
        return False
    above, first = rows[start - 2].line, rows[start].line
    return not first.opens and first.words[0].islower() and not above.words.endswith(_ENDS_A_SENTENCE)


def _begins_title(rows: Sequence[Row], index: int) -> bool:
    line = rows[index].line
    if not line.opens or line.words[0].islower():
        return False
    return index == 0 or not rows[index - 1].line.words.endswith("-")


def _after_link(rows: Sequence[Row], index: int) -> bool:
    return index >= 0 and rows[_skip(rows, index, Kind.BLANK)].kind is Kind.BACK_LINK


def _after_last_sentence(rows: Sequence[Row], block: list[int]) -> list[int]:
    for position in range(len(block) - 1, 0, -1):
        if rows[block[position - 1]].line.words.endswith(_ENDS_A_SENTENCE):
            return block[position:]
    return block


def _number(rows: Sequence[Row], opening: Opening, lone: int | None) -> None:
    """Find the chapter's number: alone below the title, stuck to its end, or alone above it."""
    expected = opening.number
    stuck = _stuck(rows, opening, expected)
    below = int(rows[lone].line.words) if lone is not None else None
    if below is not None and (below == expected or stuck is None or stuck[0] != expected):
        opening.number, opening.number_row = below, lone
    elif stuck is not None:
        opening.number, opening.cut = stuck
    else:
        _number_above(rows, opening, expected)


def _stuck(rows: Sequence[Row], opening: Opening, expected: int) -> tuple[int, dict[int, str]] | None:
    if not opening.title_rows:
        return None
    last, first = opening.title_rows[-1], opening.title_rows[0]
    at_end = _NUMBER_AT_END.match(rows[last].line.words)
    if at_end is not None:
        digits = _chapter_digits(at_end[1], at_end[2], expected)
        if digits:
            left = at_end[1] + at_end[2][: len(at_end[2]) - len(digits)]
            return int(digits), {last: left}
    at_front = _NUMBER_FIRST.match(rows[first].line.words)
    if at_front is not None and int(at_front[1]) == expected:
        return expected, {first: at_front[2]}
    return None


def _chapter_digits(before: str, digits: str, expected: int) -> str:
    """Which of the last digits are the number: those that count on, else a short number as a whole."""
    if digits.endswith(str(expected)) and (len(digits) > 2 or digits == str(expected)):
        return str(expected)
    whole = len(digits) <= 2 and digits[0] != "0" and before[-1:] not in ("/", "-", ".", ",")
    return digits if whole else ""


def _number_above(rows: Sequence[Row], opening: Opening, expected: int) -> None:
    opening.number_is_read = False
    if not opening.title_rows:
        return
    above = _skip(rows, opening.title_rows[0] - 1, Kind.BLANK)
    if above >= 0 and rows[above].kind is Kind.NUMBER and int(rows[above].line.words) == expected:
        opening.number_row, opening.number_is_read = above, True
