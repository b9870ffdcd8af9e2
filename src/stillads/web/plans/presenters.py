"""Plans in words."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.plan_differences import Piece
from stillads.capture.plan_rules import fields_in_order
from stillads.capture.queries.plans.overview import PlanLine, PlanList
from stillads.capture.queries.plans.sheet import PlanPage, ShareView
from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.dates import format_date
from stillads.playbooks.kinds.plan import Plan as PlanKind

SIGNS = {"same": "", "added": "+", "removed": "−"}


@dataclass(frozen=True, slots=True)
class FieldText:
    """One place on the sheet."""

    title: str
    time: str
    text: str
    first: bool


def sheet_fields(page: PlanPage) -> list[FieldText]:
    """All places in the order they are read; an empty one says so, for it tells something too."""
    return [
        FieldText(f.title, f.time, page.texts.get(f.key, ""), f.first) for f in fields_in_order(page.kind)
    ]


def record_said(kind: PlanKind) -> str:
    """Which of the two is the record, and what stands in it alone."""
    said = _("The care record is the record. The plan is the trial's working sheet.")
    return f"{said} {kind.in_record}".strip()


def read_by(page: PlanPage) -> str:
    """`Læst af 5 af 7 på vagtlaget`."""
    everybody = len(page.team)
    if not everybody:
        return _("Nobody is written down as an employee here.")
    return _("Read by %(n)d of %(all)d on the team.") % {"n": everybody - len(page.unread), "all": everybody}


def written(page: PlanPage) -> str:
    """`Version 3, 6. maj 2026 kl. 12.05, Anna Dam`."""
    moment = page.at.astimezone(COPENHAGEN)
    return _("Version %(n)d, %(day)s at %(time)s, %(name)s") % {
        "n": page.number, "day": format_date(moment.date()), "time": moment.strftime("%H.%M"), "name": page.by,
    }  # fmt: skip


def line_said(line: PlanLine) -> str:
    """What there is to know of a citizen's plan in the list."""
    if not line.plan or line.at is None:
        return _("No plan yet.")
    day = format_date(line.at.astimezone(COPENHAGEN).date())
    return _("Version %(n)d, %(day)s, %(name)s") % {"n": line.number, "day": day, "name": line.by}


def moved_said(made: PlanList) -> str:
    """`12 af 25 borgere flyttet`; of a unit that shares, how many it shares."""
    if made.shared:
        return ngettext("%(n)d citizen is shared with you.", "%(n)d citizens are shared with you.", len(made.lines)) % {
            "n": len(made.lines)
        }  # fmt: skip
    if not made.lines:
        return ""
    return ngettext(
        "%(n)d of %(all)d citizen has been moved to the plan.",
        "%(n)d of %(all)d citizens have been moved to the plan.",
        len(made.lines),
    ) % {"n": made.moved, "all": len(made.lines)}  # fmt: skip


def lists_said(lists: list[PlanList]) -> str:
    """The page's answer: how many plans the reader has not read."""
    unread = sum(line.number > 0 and not line.read for made in lists for line in made.lines)
    if unread:
        return ngettext(
            "You have not read %(n)d plan in its newest version.",
            "You have not read %(n)d plans in their newest version.",
            unread,
        ) % {"n": unread}
    if any(line.plan for made in lists for line in made.lines):
        return _("You have read the newest version of every plan.")
    return ""


def share_said(share: ShareView) -> str:
    """From when to when."""
    first = format_date(share.first_day)
    if share.last_day is None:
        return _("from %(first)s") % {"first": first}
    return _("from %(first)s to %(last)s") % {"first": first, "last": format_date(share.last_day)}


def marked(pieces: tuple[Piece, ...]) -> list[tuple[str, str, str]]:
    """(kind, sign, text) of every piece."""
    return [(piece.kind, SIGNS[piece.kind], piece.text) for piece in pieces]


def plan_trail(page: PlanPage) -> list[tuple[str, str]]:
    """The way up from a page of a plan."""
    return [(_("Plans"), reverse("plans:list")), (page.pseudonym, reverse("plans:plan", args=[page.plan]))]
