"""Rounds and their calendar in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.dates import format_date, format_span, format_week, format_weekday
from stillads.kernel.working_days import summer_overlap
from stillads.trials.queries.rounds import RoundRow, RoundView

from ..forms.rounds import DATE_LABELS

TONES = {
    "planned": "plain",
    "open": "info",
    "evaluating": "warning",
    "meeting": "warning",
    "decided": "good",
    "closed": "plain",
}


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list."""

    key: str
    title: str
    url: str
    span: str
    length: str
    trials: str
    state: str
    tone: str
    constructed: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """One of the round's dates, with its week and what the calendar says of it."""

    label: str
    day: str
    week: str
    warning: str


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone with the addresses that change it."""

    title: str
    day: str
    week: str
    done: str
    warning: str
    edit_url: str
    done_url: str
    remove_url: str


def round_tabs(key: str, here: str) -> list[tuple[str, str, bool]]:
    """The way through a round: its board, its dates, and what comes after the trials."""
    named = [
        (_("Board"), "rounds:round"),
        (_("Dates"), "rounds:plan"),
        (_("Results"), "rounds:results"),
        (_("Booklet"), "booklet:overview"),
        (_("Welfare meeting"), "meeting:agenda"),
        (_("Decisions"), "decisions:round"),
    ]
    return [(label, reverse(name, args=[key]), name == here) for label, name in named]


def round_line(row: RoundRow) -> RoundLine:
    """A round in the list, in words."""
    return RoundLine(
        key=row.key,
        title=row.title,
        url=reverse("rounds:round", args=[row.key]),
        span=format_span(row.start, row.end),
        length=ngettext("%(n)d day", "%(n)d days", row.days) % {"n": row.days},
        trials=ngettext("%(n)d trial", "%(n)d trials", row.trials) % {"n": row.trials},
        state=row.state_text,
        tone=TONES[row.state],
        constructed=row.constructed,
    )


def list_answer(rows: list[RoundRow]) -> str:
    """Which round runs now."""
    live = [row for row in rows if row.state == "open"]
    if not live:
        return _("No round runs right now.") if rows else ""
    first = live[0]
    return _("%(title)s runs now, with %(trials)s.") % {
        "title": first.title,
        "trials": ngettext("%(n)d trial", "%(n)d trials", first.trials) % {"n": first.trials},
    }


def date_lines(view: RoundView) -> list[DateLine]:
    """The six dates in order; those not set say so."""
    return [
        _date_line(str(label), view.dates.as_dict()[name], view.off_days.get(name))
        for name, label in DATE_LABELS.items()
    ]


def calendar_warnings(summer_days: int, off_days: Mapping[str, date]) -> list[str]:
    """What the working calendar says about the dates, as sentences."""
    found = []
    if summer_days:
        found.append(
            ngettext(
                "One day falls in the summer holiday (weeks 28–30). Few are at work then.",
                "%(n)d days fall in the summer holiday (weeks 28–30). Few are at work then.",
                summer_days,
            )
            % {"n": summer_days}
        )
    found += [
        _("“%(what)s” falls on a day off. The next working day is %(day)s.")
        % {"what": DATE_LABELS[name], "day": format_weekday(better)}
        for name, better in off_days.items()
    ]
    return found


def warnings_ahead(view: RoundView, today: date) -> list[str]:
    """What the working calendar says about the days that are still to come; the rest helps nobody."""
    dates = view.dates.as_dict()
    off_days = {name: better for name, better in view.off_days.items() if (dates[name] or today) >= today}
    return calendar_warnings(summer_overlap(max(view.dates.start, today), view.dates.end), off_days)


def milestone_lines(view: RoundView) -> list[MilestoneLine]:
    """The milestones in words."""
    return [
        MilestoneLine(
            title=m.title,
            day=f"{format_weekday(m.day)} {m.day.year}",
            week=format_week(m.day),
            done=_("done %(date)s") % {"date": format_date(m.done_at.date())} if m.done_at else "",
            warning=off_day_text(m.better),
            edit_url=reverse("rounds:milestone", args=[view.key, m.public_id]),
            done_url=reverse("rounds:milestone_done", args=[view.key, m.public_id]),
            remove_url=reverse("rounds:milestone_remove", args=[view.key, m.public_id]),
        )
        for m in view.milestones
    ]


def decided_when(view: RoundView) -> str:
    """How the round comes to be decided: by itself, with the last of its trials."""
    if view.state == "decided":
        return _("It was decided with the last of its trials. Close it when everything has been followed up.")
    if view.state not in {"evaluating", "meeting"}:
        return ""
    return ngettext(
        "It is decided by itself with the last decision; %(n)d trial has none yet.",
        "It is decided by itself with the last decision; %(n)d trials have none yet.",
        view.undecided,
    ) % {"n": view.undecided}


def move_lines(view: RoundView) -> list[tuple[str, str, str]]:
    """Earlier moves for a timeline: when, what, who and why."""
    lines = []
    for move in view.moves:
        changes = "; ".join(change_text(name, *days) for name, days in move.changes.items())
        who = f"{move.by}: {move.reason}" if move.reason else move.by
        lines.append((format_date(move.at.date()), changes, who))
    return lines


def change_text(name: str, before: date | None, after: date | None) -> str:
    """`Sidste dag: 21. juli 2026 → 28. juli 2026`."""
    return f"{DATE_LABELS[name]}: {day_text(before)} → {day_text(after)}"


def day_text(day: date | None) -> str:
    """The day with its year, or that there is none."""
    return format_date(day) if day else _("not set")


def off_day_text(better: date | None) -> str:
    """That a day is one off, with the next working day; empty where it is an ordinary one."""
    return (
        _("A day off. The next working day is %(day)s.") % {"day": format_weekday(better)} if better else ""
    )


def _date_line(label: str, day: date | None, better: date | None) -> DateLine:
    if day is None:
        return DateLine(label, _("not set"), "", "")
    return DateLine(label, f"{format_weekday(day)} {day.year}", format_week(day), off_day_text(better))
