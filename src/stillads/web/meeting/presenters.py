"""What the pages of the meeting say."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.decisions.queries.meeting import FEW, ItemFeedback, MeetingPage, RoleFeedback, fewest_answers
from stillads.decisions.words import ROLES, WISHES
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
    if item.split:
        return _("%(said)s. The roles do not agree on what should happen now.") % {"said": said}
    wishes = [wish for role in item.roles for wish in role.wishes]
    if not wishes:
        return f"{said}."
    totals = {wish: sum(role.wishes.get(wish, 0) for role in item.roles) for wish in dict.fromkeys(wishes)}
    most = max(totals, key=lambda wish: totals[wish])
    return _("%(said)s. Most often: %(wish)s (%(n)d).") % {
        "said": said,
        "wish": WISHES[most],
        "n": totals[most],
    }


def _row(role: RoleFeedback) -> RoleRow:
    return RoleRow(
        _role_words(role),
        role.n,
        _mean(role.value_mean, role.value_n),
        _mean(role.ready_mean, role.ready_n),
        ", ".join(f"{WISHES[wish]}: {count}" for wish, count in role.wishes.items()),
        role.texts,
    )


def _role_words(role: RoleFeedback) -> str:
    if role.role != FEW:
        return str(ROLES[role.role]).capitalize()
    return _("Roles with fewer than %(n)d answers: %(roles)s") % {
        "n": fewest_answers(),
        "roles": ", ".join(str(ROLES[name]) for name in role.of),
    }


def _mean(value: float | None, n: int) -> str:
    return "–" if value is None else _("%(mean)s (n = %(n)d)") % {"mean": format_number(value, 1), "n": n}
