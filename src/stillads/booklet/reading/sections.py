"""Which part of the booklet each line belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from .chapters import Opening
from .headings import LAST_PART, PERSPECTIVES, Heading, Kind, Row


class Why(Enum):
    """Why a line is in no trial and not in the foreword."""

    HEADING = "heading"
    NAVIGATION = "navigation"
    PAGE_NUMBER = "page number"
    NOT_PLACED = "not placed"


@dataclass(frozen=True, slots=True)
class Place:
    """A place for text: `chapter` is the position of a trial, or None for the foreword."""

    part: str
    chapter: int | None = None


FOREWORD = Place("foreword")


@dataclass(frozen=True, slots=True)
class Piece:
    """A row, or what a title row has left, and where it goes: to a place, or nowhere for a reason."""

    row: Row
    text: str
    place: Place | None
    why: Why | None = None


_WHY = {Kind.BACK_LINK: Why.NAVIGATION, Kind.NUMBER: Why.PAGE_NUMBER, Kind.HEADING: Why.HEADING}


def place_rows(rows: Sequence[Row], openings: Sequence[Opening]) -> list[Piece]:
    """One piece per row, two where a number is stuck to a title, in the order of the text."""
    starts = [opening.first for opening in openings]
    pieces = list(_front(rows[: starts[0]] if starts else rows))
    for chapter, opening in enumerate(openings):
        end = starts[chapter + 1] if chapter + 1 < len(openings) else len(rows)
        pieces.extend(_chapter(rows, opening, chapter, end))
    return pieces


def _plain(row: Row, place: Place | None) -> Piece:
    """Text goes to the place; everything else says what it is; empty lines part paragraphs in the place."""
    if row.kind in (Kind.TEXT, Kind.BLANK):
        return Piece(row, row.line.words, place, None if place else Why.NOT_PLACED)
    return Piece(row, row.line.words, None, _WHY[row.kind])


def _front(rows: Sequence[Row]) -> Iterator[Piece]:
    last = max((i for i, row in enumerate(rows) if row.heading is Heading.FOREWORD), default=None)
    place: Place | None = None
    for index, row in enumerate(rows):
        if index == last or (row.heading is Heading.CONTENTS and last is not None and index > last):
            place = FOREWORD if index == last else None
            yield Piece(row, row.line.words, None, Why.HEADING)
        elif row.kind is Kind.HEADING and place is not None:
            yield Piece(row, row.line.words, place)
        else:
            yield _plain(row, place)


def _chapter(rows: Sequence[Row], opening: Opening, chapter: int, end: int) -> Iterator[Piece]:
    reader = _Body(chapter, [row.heading for row in rows[opening.body : end] if row.heading])
    for index in range(opening.first, end):
        row = rows[index]
        if index == opening.number_row:
            yield Piece(row, row.line.words, Place("number", chapter))
        elif index in opening.title_rows:
            yield Piece(row, opening.cut.get(index, row.line.words), Place("title", chapter))
            if index in opening.cut:
                yield Piece(row, str(opening.number), Place("number", chapter))
        elif index in opening.tested_rows and row.kind is Kind.TEXT:
            yield Piece(row, row.line.words, Place("tested_at", chapter))
        elif index < opening.body:
            yield _plain(row, None)
        else:
            yield reader.read(row)


@dataclass(slots=True)
class _Body:
    """Walks down one chapter. The first run of perspectives is the advantages, the second the barriers."""

    chapter: int
    headings: list[Heading]
    place: Place | None = None
    run: int = 0
    reached: int = -1
    seen: list[Heading] = field(default_factory=list)

    def read(self, row: Row) -> Piece:
        heading = row.heading
        if heading is None:
            return _plain(row, self.place)
        if not self._counts(heading, continues=row.continues_heading):
            return Piece(row, row.line.words, self.place, None if self.place else Why.NOT_PLACED)
        if not row.continues_heading:
            self.seen.append(heading)
            self.place = self._place(heading)
        return Piece(row, row.line.words, None, Why.HEADING)

    def _counts(self, heading: Heading, *, continues: bool) -> bool:
        """Whether the word is the form's heading here, and not a line of text that looks like one."""
        if heading in (Heading.FOREWORD, Heading.CONTENTS):
            return False
        if heading not in PERSPECTIVES:
            return continues or heading not in self.seen
        begun = Heading.ADVANTAGES not in self.headings or Heading.ADVANTAGES in self.seen
        over = any(one in LAST_PART for one in self.seen)
        barriers_ahead = self.headings.count(Heading.BARRIERS) > self.seen.count(Heading.BARRIERS)
        return begun and (not over or barriers_ahead)

    def _place(self, heading: Heading) -> Place | None:
        if heading in PERSPECTIVES:
            return self._perspective(heading)
        if heading is Heading.BARRIERS and self.run == 0 and self.reached >= 0:
            self.run, self.reached = 1, -1
        if heading in (Heading.ADVANTAGES, Heading.BARRIERS, Heading.OVERALL):
            return None
        return Place(heading.value, self.chapter)

    def _perspective(self, heading: Heading) -> Place | None:
        position = PERSPECTIVES.index(heading)
        if position <= self.reached:
            self.run += 1
        self.reached = position
        if self.run > 1:
            return None
        barriers = self.run == 1 or self._only_barriers()
        return Place(f"{'barriers' if barriers else 'advantages'}.{heading.value}", self.chapter)

    def _only_barriers(self) -> bool:
        """One run, no heading for advantages, one for barriers: then the run is the barriers."""
        order = [PERSPECTIVES.index(one) for one in self.headings if one in PERSPECTIVES]
        one_run = all(left < right for left, right in pairwise(order))
        return one_run and Heading.ADVANTAGES not in self.headings and Heading.BARRIERS in self.headings
