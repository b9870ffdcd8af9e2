"""The tree as nested lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.kernel.dates import format_date
from stillads.organisation.queries.units import UnitPage, UnitRow


@dataclass(frozen=True)
class Branch:
    """One unit, what is said beside it, and the units below it."""

    row: UnitRow
    note: str
    children: list["Branch"]


def branches(rows: Iterable[UnitRow]) -> list[Branch]:
    """The units at the top, each with its branches. `rows`: a parent before its children."""
    top: list[Branch] = []
    open_at: list[list[Branch]] = [top]
    for row in rows:
        branch = Branch(row, _note(row), [])
        del open_at[row.level + 1 :]
        open_at[-1].append(branch)
        open_at.append(branch.children)
    return top


def _note(row: UnitRow) -> str:
    parts = [row.kind]
    if row.leaders:
        parts.append(_("led by %s") % ", ".join(row.leaders))
    if row.people:
        parts.append(ngettext("%d person", "%d people", row.people) % row.people)
    if row.last_day:
        parts.append(_("closes on %s") % format_date(row.last_day))
    return " · ".join(parts)


def unit_answer(unit: UnitPage, on: date) -> str:
    """What the unit is on a day, in a sentence."""
    if unit.first_day > on:
        return _("%(kind)s that begins on %(day)s.") % {
            "kind": unit.kind_name,
            "day": format_date(unit.first_day),
        }
    if unit.last_day and unit.last_day < on:
        return _("%(kind)s that closed on %(day)s.") % {
            "kind": unit.kind_name,
            "day": format_date(unit.last_day),
        }
    if unit.path:
        return _("%(kind)s under %(above)s.") % {"kind": unit.kind_name, "above": unit.path[-1][0]}
    return _("%s at the top of the organisation.") % unit.kind_name


def placement_rows(unit: UnitPage) -> list[tuple[str, str]]:
    """(days, under what) for the timeline, the newest first."""
    return [
        (
            _span(row.first_day, row.last_day),
            _("Under %s") % row.under if row.under else _("At the top"),
        )
        for row in unit.placements
    ]


def _span(first: date, last: date | None) -> str:
    begin = _("from %s") % format_date(first)
    return f"{begin} {_('to %s') % format_date(last)}" if last else begin
