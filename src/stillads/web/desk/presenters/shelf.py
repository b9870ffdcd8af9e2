"""The shelf, loans and the waiting list in words."""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.desk.place import Place
from stillads.capture.queries.desk.shelf import ItemView, LineView, LoanView, WaitingView
from stillads.kernel.dates import format_date

TONES = {"in": "good", "lent": "info", "cleaning": "warning", "repair": "warning", "gone": "plain"}


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One copy: its label and where it is."""

    label: str
    state: str
    tone: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class ShelfLine:
    """A line of the catalogue: how many stand there, and its copies."""

    title: str
    group: str
    answer: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class LoanLine:
    """A loan: until when, how late, reminded."""

    label: str
    who: str
    due: str
    late: str
    reminded: str
    constructed: bool
    url: str
    return_url: str
    remind_url: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Somebody who waits."""

    called: str
    title: str
    since: str
    ready: str
    lend_url: str
    end_url: str


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed and stuck on a copy."""

    title: str
    label: str
    place: str
    code: str


def state_word(state: str) -> str:
    """Where a copy is."""
    words = {
        "in": _("on the shelf"),
        "lent": _("lent"),
        "cleaning": _("to be cleaned"),
        "repair": _("to be repaired"),
        "gone": _("gone"),
    }
    return words[state]


def item_line(item: ItemView) -> ItemLine:
    """A copy in words."""
    loan, word, note = item.loan, state_word(item.state), ""
    if loan is not None and loan.due_on is None:
        word = _("handed out")
    if loan is not None and loan.due_on is not None:
        note = _("until %(day)s") % {"day": format_date(loan.due_on, year=False)}
    return ItemLine(item.label, word, TONES[item.state], note, reverse("desk:item", args=[item.public_id]))


def shelf_line(line: LineView) -> ShelfLine:
    """A line of the catalogue in words."""
    said = [_("%(free)d of %(all)d on the shelf") % {"free": line.free, "all": len(line.items)}]
    if line.waiting:
        said.append(ngettext("one waits", "%(n)d wait", line.waiting) % {"n": line.waiting})
    return ShelfLine(
        line.title, line.group, f"{', '.join(said)}.", tuple(item_line(item) for item in line.items)
    )


def shelf_answer(lines: list[LineView]) -> str:
    """How much stands there, and what has run out."""
    free, out = sum(line.free for line in lines), [line.title for line in lines if not line.free]
    said = ngettext("One thing stands on the shelf.", "%(n)d things stand on the shelf.", free) % {"n": free}
    return said + " " + _("Out: %(lines)s.") % {"lines": ", ".join(out)} if out else said


def loan_line(loan: LoanView, place: Place) -> LoanLine:
    """A loan in words."""
    late = ngettext("one day late", "%(n)d days late", loan.overdue) % {"n": loan.overdue}
    return LoanLine(
        label=loan.label,
        who=loan.who,
        due=format_date(loan.due_on) if loan.due_on else "",
        late=late if loan.overdue else "",
        reminded=_("reminded %(day)s") % {"day": format_date(loan.reminded_on, year=False)}
        if loan.reminded_on
        else "",
        constructed=loan.constructed,
        url=reverse("desk:item", args=[loan.item]),
        return_url=reverse("desk:give_back", args=[loan.item]),
        remind_url=reverse("desk:remind", args=[place.deployment, loan.public_id]),
    )


def loans_answer(loans: list[LoanView]) -> str:
    """How many are out and how many too late."""
    if not loans:
        return _("Nothing is lent.")
    late = sum(loan.overdue > 0 for loan in loans)
    said = ngettext("One thing is lent", "%(n)d things are lent", len(loans)) % {"n": len(loans)}
    if not late:
        return _("%(said)s, none of them too late.") % {"said": said}
    return _("%(said)s, %(late)d of them too late.") % {"said": said, "late": late}


def waiting_line(one: WaitingView, place: Place) -> WaitingLine:
    """Somebody who waits, in words."""
    where = [place.deployment, one.public_id]
    return WaitingLine(
        called=one.called,
        title=place.title_of(one.line),
        since=format_date(one.since),
        ready=_("Ready since %(day)s: call.") % {"day": format_date(one.offered_on, year=False)}
        if one.offered_on
        else "",
        lend_url=reverse("desk:lend_to", args=where) if one.free else "",
        end_url=reverse("desk:end_waiting", args=where),
    )


def label_of(item: ItemView, place: Place) -> Label:
    """A label with the code that leads to the copy's page."""
    address = settings.STILLADS_BASE_URL + reverse("desk:item", args=[item.public_id])
    code = segno.make(address, error="m").svg_inline(
        scale=3, border=2, svgclass="qr", lineclass=None, omitsize=True
    )
    return Label(place.title_of(item.line), item.label, place.unit_name, mark_safe(code))  # noqa: S308  (our own drawing)
