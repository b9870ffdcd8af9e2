"""What the pages of the meeting say."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.decisions.queries.meeting import FEW, ItemFeedback, MeetingPage, RoleFeedback, fewest_answers
from stillads.decisions.words import ROLES, WISHES, few_answers
from stillads.kernel.dates import format_date
from stillads.kernel.numbers import format_number


def agenda_answer(page: MeetingPage, at: datetime) -> str:
    """The page's answer: when the meeting is and how far the feedback has come."""
    answers = sum(line.answers for line in page.agenda)
    told = ngettext("%(n)d answer has come in.", "%(n)d answers have come in.", answers) % {"n": answers}
    if page.frozen_at:
        return _("Held on %(day)s. The feedback is frozen: %(told)s") % {
            "day": format_date(page.held_on),
            "told": told,
        }
    if page.opens_at and (page.closes_at is None or at <= page.closes_at):
        return _("The feedback is open now. %(told)s") % {"told": told}
    trials = sum(line.phase_id is not None for line in page.agenda)
    return _("%(day)s. %(trials)d trials, %(minutes)d minutes.") % {
        "day": format_date(page.held_on).capitalize(),
        "trials": trials,
        "minutes": page.minutes,
    }


def place_and_time(page: MeetingPage) -> str:
    """`Byrådssalen, 5. oktober 2022 kl. 13.00`, as much of it as is known."""
    when = format_date(page.held_on)
    if page.starts_at:
        when = _("%(day)s at %(time)s") % {"day": when, "time": page.starts_at.strftime("%H.%M")}
    return ", ".join(filter(None, [page.place, when]))


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role's line in the table of results."""

    role: str
    n: int
    value: str
    ready: str
    wishes: str
    texts: list[str]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One trial's feedback as it is shown."""

    title: str
    anchor: str
    answer: str
    rows: list[RoleRow]
    split: bool
    constructed: bool


def item_result(item: ItemFeedback) -> ItemResult:
    """From counts to words; small numbers are said as numbers, never as percentages."""
    return ItemResult(
        item.title, item.item_public_id, _item_answer(item), [_row(role) for role in item.roles],
        item.split, item.constructed,
    )  # fmt: skip


def _item_answer(item: ItemFeedback) -> str:
    if not item.n:
        return _("Nobody has given feedback on this trial.")
    said = ngettext("%(n)d answer", "%(n)d answers", item.n) % {"n": item.n}
    withheld = sum(role.n for role in item.roles if role.withheld)
    return " ".join(filter(None, [f"{said}.", _wished(item), few_answers(withheld) if withheld else ""]))


def _wished(item: ItemFeedback) -> str:
    """Where the roles differ, who wishes what; else what is wished most often."""
    rows = [role for role in item.roles if role.wishes]
    if not rows:
        return ""
    if item.split:
        who = "; ".join(_who_wishes(role) for role in rows)
        return _("The roles do not agree on what should happen now. What most of them wish: %(who)s.") % {
            "who": who
        }
    wishes = dict.fromkeys(wish for role in rows for wish in role.wishes)
    totals = {wish: sum(role.wishes.get(wish, 0) for role in rows) for wish in wishes}
    most = max(totals, key=lambda wish: totals[wish])
    return _("Most often: %(wish)s (%(n)d).") % {"wish": WISHES[most], "n": totals[most]}


def _who_wishes(role: RoleFeedback) -> str:
    """One role by what most of it wishes; several that are shown together by all that was wished."""
    if role.role == FEW:
        counts = ", ".join(f"{WISHES[wish]} ({count})" for wish, count in role.wishes.items())
        return _("%(roles)s together: %(wishes)s") % {"roles": _plain_role(role), "wishes": counts}
    return f"{_plain_role(role)}: " + " / ".join(str(WISHES[wish]) for wish in role.favourites)


def _plain_role(role: RoleFeedback) -> str:
    return ", ".join(str(ROLES[name]) for name in role.of or (role.role,))


def _row(role: RoleFeedback) -> RoleRow:
    return RoleRow(
        _role_words(role),
        role.n,
        _mean(role.value_mean, role.value_n),
        _mean(role.ready_mean, role.ready_n),
        _("not shown: too few answers")
        if role.withheld
        else ", ".join(f"{WISHES[wish]}: {count}" for wish, count in role.wishes.items()),
        role.texts,
    )


def _role_words(role: RoleFeedback) -> str:
    if role.role != FEW:
        return str(ROLES[role.role]).capitalize()
    return _("Roles with fewer than %(n)d answers: %(roles)s") % {
        "n": fewest_answers(),
        "roles": _plain_role(role),
    }


def _mean(value: float | None, n: int) -> str:
    return "–" if value is None else _("%(mean)s (n = %(n)d)") % {"mean": format_number(value, 1), "n": n}
