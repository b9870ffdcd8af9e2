"""From lines to a reading."""

from collections.abc import Iterable, Sequence

from stillads.kernel.language import gettext as _

from . import ledger
from .chapters import Opening, find_openings
from .headings import Heading, Row, classify
from .hyphens import Seam, meet, seam, words_inside
from .lines import SourceLine, split_lines
from .model import Perspectives, Reading, TrialRead, Unplaced
from .paragraphs import one_line, part_text
from .refusals import NotABooklet
from .sections import FOREWORD, Piece, Place, Why, place_rows

_ONE_LINE = frozenset({"title", "tested_at"})
_OF_THE_FORM = frozenset(Heading) - {Heading.FOREWORD, Heading.CONTENTS, Heading.OVERALL}
_ENOUGH_HEADINGS = 3


def read_text(text: str) -> Reading:
    """Read a booklet's running text.

    Raises NotABooklet where the text has no trial in the booklet's form.
    """
    return read_lines(split_lines(text))


def read_lines(lines: Sequence[SourceLine]) -> Reading:
    """Read a booklet's lines; every word ends in exactly one place, which is checked before returning."""
    rows = classify(lines)
    openings = find_openings(rows)
    _check_is_booklet(rows, openings)
    seen = words_inside(lines)
    pieces = place_rows(rows, openings)
    reading = _reading(pieces, openings, seen)
    ledger.check(lines, pieces, reading, seen)
    return reading


def _check_is_booklet(rows: Sequence[Row], openings: Sequence[Opening]) -> None:
    headings = {row.heading for row in rows if row.heading in _OF_THE_FORM}
    if len(headings) >= _ENOUGH_HEADINGS and any(opening.number_is_read for opening in openings):
        return
    raise NotABooklet(
        _(
            "This is not a booklet of trials. A booklet has trials with a number and a title, "
            "and under each the headings “Beskrivelse af prøvehandling”, “FORDELE”, “Vurdering” "
            "and “Anbefaling”. Nothing was read in."
        )
    )


def _reading(pieces: Sequence[Piece], openings: Sequence[Opening], seen: frozenset[str]) -> Reading:
    texts = _texts(pieces, seen)
    trials = tuple(_trial(texts, chapter, opening) for chapter, opening in enumerate(openings))
    return Reading(texts.get(FOREWORD, ""), trials, tuple(_unplaced(pieces, seen)))


def _texts(pieces: Sequence[Piece], seen: frozenset[str]) -> dict[Place, str]:
    lines: dict[Place, list[SourceLine]] = {}
    for piece in pieces:
        if piece.place is not None and piece.place.part != "number":
            lines.setdefault(piece.place, []).append(_line(piece))
    return {
        place: (one_line if place.part in _ONE_LINE else part_text)(of_place, seen)
        for place, of_place in lines.items()
    }


def _line(piece: Piece) -> SourceLine:
    """The row's own line, with its tabs, unless something was cut from it."""
    line = piece.row.line
    if piece.text == line.words:
        return line
    return SourceLine(line.number, piece.text, line.starts_page, line.starts_paragraph)


def _trial(texts: dict[Place, str], chapter: int, opening: Opening) -> TrialRead:
    def text(part: str) -> str:
        return texts.get(Place(part, chapter), "")

    def run(name: str) -> Perspectives:
        return Perspectives(text(f"{name}.citizen"), text(f"{name}.employee"), text(f"{name}.economy"))

    return TrialRead(
        number=opening.number,
        title=text("title"),
        tested_at=text("tested_at"),
        description=text("description"),
        advantages=run("advantages"),
        barriers=run("barriers"),
        assessment=text("assessment"),
        impression=text("impression"),
        recommendation=text("recommendation"),
        number_is_read=opening.number_is_read,
    )


def _unplaced(pieces: Sequence[Piece], seen: frozenset[str]) -> Iterable[Unplaced]:
    """Line by line; a word that was split stands whole on the line where it begins."""
    found: list[Unplaced] = []
    last: int | None = None
    for piece in pieces:
        if piece.place is not None or not piece.text:
            continue
        text, why = piece.text, piece.why or Why.NOT_PLACED
        if (
            why is Why.NOT_PLACED
            and last is not None
            and seam(found[last].text, text, seen) is not Seam.SPACE
        ):
            first, _space, text = text.partition(" ")
            before = found[last]
            found[last] = Unplaced(before.line, meet(before.text, first, seen), before.why)
        if text:
            found.append(Unplaced(piece.row.line.number, text, why))
            last = len(found) - 1 if why is Why.NOT_PLACED else last
    return found
