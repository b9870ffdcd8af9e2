"""The board of a round: every trial one row, with its line, what is missing and who has the ball."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from stillads.kernel.clock import today as calendar_today
from stillads.kernel.danish import sort_key
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may

from ..missing import Missing, ball
from ..permissions import READ
from .phases import PhaseView, phases_of_round
from .rounds import RoundView, round_of


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One trial's row. Rooms above add what they miss with `with_more`; the ball is worked out anew."""

    phase: PhaseView
    missing: tuple[Missing, ...]

    @property
    def ball(self) -> Missing | None:
        """What decides who has the ball; None where nobody has."""
        return ball(self.missing)

    def overdue(self, today: date) -> bool:
        """Is something missing that was due before today?"""
        return any(item.due < today for item in self.missing)

    def held_by(self, viewer: Viewer) -> bool:
        """Does the viewer have the ball?"""
        item = self.ball
        if item is None:
            return False
        if item.who.person_id is not None:
            return item.who.person_id == viewer.person_id
        return item.who.role in viewer.roles

    def with_more(self, items: Iterable[Missing]) -> "BoardRow":
        """The same row with more that is missing: evaluation, decision."""
        return replace(self, missing=tuple(sorted((*self.missing, *items), key=lambda item: item.due)))


@dataclass(frozen=True, slots=True)
class Board:
    """A round with its rows, in the order of the chapters."""

    round: RoundView
    rows: tuple[BoardRow, ...]
    today: date


def board(key: str, *, viewer: Viewer, today: date | None = None) -> Board:
    """The board of the round `key`. NotFound where there is none. The same queries for any number of rows."""
    check_may(viewer, READ)
    day = today or calendar_today()
    rows = tuple(BoardRow(phase, phase.missing) for phase in phases_of_round(key, today=day))
    return Board(round_of(key, viewer=viewer), rows, day)


def sorted_rows(rows: Iterable[BoardRow], by: str, viewer: Viewer) -> list[BoardRow]:
    """Rows by `ball` (the viewer's first, then by date), `title` or `number`."""
    if by == "title":
        return sorted(rows, key=lambda row: sort_key(row.phase.trial_title))
    if by == "number":
        return sorted(rows, key=lambda row: row.phase.order_in_round)
    return sorted(rows, key=lambda row: _by_ball(row, viewer))


def _by_ball(row: BoardRow, viewer: Viewer) -> tuple[bool, bool, date, str, int]:
    item = row.ball
    due = item.due if item else date.max
    name = sort_key(item.who.name) if item else ""
    return (not row.held_by(viewer), item is None, due, name, row.phase.order_in_round)
