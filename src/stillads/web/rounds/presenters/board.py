"""The board in words: one line per trial, and the sentence that stands first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.charts.hundred_day_line import HundredDayLine
from stillads.kernel.dates import day_number, format_date, format_week, relative_day
from stillads.kernel.viewer import Viewer
from stillads.trials.missing import Missing
from stillads.trials.queries.board import Board, BoardRow

TONES = {
    "draft": "plain",
    "ready": "info",
    "running": "info",
    "evaluating": "warning",
    "evaluated": "good",
    "decided": "good",
    "stopped": "bad",
}


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing that is missing: what, who, when, and whether that was before today."""

    text: str
    who: str
    mine: bool
    due: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One trial on the board."""

    number: int
    title: str
    url: str
    places: str
    lead: str
    line: HundredDayLine
    day: str
    state: str
    tone: str
    constructed: bool
    ball: MissingLine | None
    rest: tuple[MissingLine, ...]


def board_line(row: BoardRow, viewer: Viewer, today: date) -> BoardLine:
    """A row in words."""
    phase, first = row.phase, row.ball
    return BoardLine(
        number=phase.order_in_round,
        title=phase.trial_title,
        url=reverse("trials:trial", args=[phase.trial_public_id]),
        places=phase.sites_text,
        lead=phase.lead.name if phase.lead else _("no lead yet"),
        line=phase.line,
        day="" if phase.start <= today <= phase.end else phase.day_text(today),
        state=phase.state_text,
        tone=TONES[phase.state],
        constructed=phase.constructed,
        ball=_line(first, viewer, today) if first else None,
        rest=tuple(_line(item, viewer, today) for item in row.missing if item is not first),
    )


def board_answer(board: Board, rows: Sequence[BoardRow], viewer: Viewer) -> str:
    """`Dag 40 af 100. To ting mangler, begge hos dig.`"""
    items = [item for row in rows for item in row.missing]
    mine = sum(is_mine(item, viewer) for item in items)
    said = missing_sentence(len(items), mine, viewer_is_nobody=viewer.person_id is None)
    return f"{day_sentence(board)} {said}"


def day_sentence(board: Board) -> str:
    """Where in the round we are."""
    dates, today = board.round.dates, board.today
    if today < dates.start:
        return _("Day 1 is %(date)s (%(week)s), %(when)s.") % {
            "date": format_date(dates.start),
            "week": format_week(dates.start),
            "when": relative_day(dates.start, today),
        }
    if today > dates.end:
        return _("The round ended %(date)s.") % {"date": format_date(dates.end)}
    day = day_number(dates.start, today)
    return _("Day %(day)d of %(days)d.") % {"day": day, "days": board.round.days}


def missing_sentence(total: int, mine: int, *, viewer_is_nobody: bool = False) -> str:
    """How much is missing, and how much of it is the reader's."""
    if total == 0:
        return _("Nothing is missing.")
    said = ngettext("One thing is missing", "%(n)d things are missing", total) % {"n": total}
    if viewer_is_nobody:
        return f"{said}."
    if mine == 0:
        return _("%(missing)s, none of them with you.") % {"missing": said} if total > 1 else f"{said}."
    if mine == total:
        return ngettext("%(missing)s, and it is with you.", "%(missing)s, all with you.", total) % {
            "missing": said
        }
    return _("%(missing)s, %(mine)d of them with you.") % {"missing": said, "mine": mine}


def is_mine(item: Missing, viewer: Viewer) -> bool:
    """Is it the viewer who must do it?"""
    if item.who.person_id is not None:
        return item.who.person_id == viewer.person_id
    return item.who.role in viewer.roles


def _line(item: Missing, viewer: Viewer, today: date) -> MissingLine:
    overdue = item.due < today
    when = relative_day(item.due, today)
    due = _("was due %(when)s") % {"when": when} if overdue else _("due %(when)s") % {"when": when}
    return MissingLine(item.text, item.who.name, is_mine(item, viewer), due, overdue)
