"""The worklist in sentences."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.cases import CaseLine
from stillads.kernel.dates import format_date
from stillads.web.shell.due import due_tag, type_tag

type_filter = list[tuple[str, str, bool]]


@dataclass(frozen=True, slots=True)
class Row:
    """One case: who has it, when it is due, how long it has run."""

    case: CaseLine
    tag: type_tag | None
    has_it: str
    run: str


def row(line: CaseLine, today: date) -> Row:
    """An open case or one that has ended."""
    return Row(line, tag_of(line, today), line.assigned or line.role, run_text(line, today))


def tag_of(line: CaseLine, today: date) -> type_tag | None:
    """When it is due, in words; or that the citizen has left."""
    if line.ended_on is not None:
        return None
    if line.left:
        return _("The citizen takes part no more: break it off"), "warning"
    if line.follow_up_on is not None and line.follow_up_on > today:
        return _("Looked at again on %(day)s") % {"day": format_date(line.follow_up_on, year=False)}, "info"
    return due_tag(line.due_on, today)


def run_text(line: CaseLine, today: date) -> str:
    """`14 dage (9 hverdage), 2 overleveringer`."""
    days, working = line.days(today), line.working_days(today)
    text = ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    more = ngettext("%(n)d working day", "%(n)d working days", working) % {"n": working}
    hands = ngettext("%(n)d hand-over", "%(n)d hand-overs", line.handovers) % {"n": line.handovers}
    return f"{text} ({more}), {hands}"


def waiting_sentence(lines: list[CaseLine], today: date) -> str:
    """How many wait, how many are late."""
    if not lines:
        return _("No case waits for anybody here.")
    said = ngettext("%(n)d case is under way.", "%(n)d cases are under way.", len(lines)) % {"n": len(lines)}
    late = sum(line.due_on is not None and line.due_on < today for line in lines)
    if late:
        said += " " + ngettext("%(n)d is overdue.", "%(n)d are overdue.", late) % {"n": late}
    return said


def filters(lines: list[CaseLine], unit: str, role: str) -> tuple[type_filter, type_filter]:
    """Units and roles to choose among, each (name, address, is it shown); empty where there is one."""
    units = dict(sorted({(line.unit_name, line.unit) for line in lines}))
    roles = sorted({line.role for line in lines if unit in ("", line.unit)})
    by_unit = [(_("All units"), _address("", role), not unit)] + [
        (name, _address(key, role), key == unit) for name, key in units.items()
    ]
    by_role = [(_("All roles"), _address(unit, ""), not role)] + [
        (name, _address(unit, name), name == role) for name in roles
    ]
    return (by_unit if len(units) > 1 else []), (by_role if len(roles) > 1 else [])


def _address(unit: str, role: str) -> str:
    return "?" + urlencode({key: value for key, value in (("enhed", unit), ("rolle", role)) if value})
