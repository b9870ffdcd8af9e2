"""The corner with aids: visits, loans, what was noted, who waits."""

from datetime import timedelta

from stillads.capture.actions.desk.days import close_day
from stillads.capture.actions.desk.items import set_item_state, stock_desk
from stillads.capture.actions.desk.loans import give_back, lend
from stillads.capture.actions.desk.queue import book_visit, call_next, finish_visit, walk_in
from stillads.capture.actions.desk.waiting import wait_for
from stillads.capture.actions.entries import Said, register
from stillads.capture.desk_hours import slots_on
from stillads.capture.desk_rules import desk_of
from stillads.capture.lookup import deployment_by
from stillads.capture.models import DeskItem
from stillads.kernel.clock import now, today

from .ward import Ward


def tell_corner(ward: Ward) -> None:
    """Everything at the desk of the first site."""
    stock_desk(deployment=ward.deployment("aids"), viewer=ward.employee, at=ward.at(1))
    _visits(ward)
    _loans(ward)
    _notes(ward)
    _ahead(ward)


def _visits(ward: Ward) -> None:
    desk = ward.deployment("aids")
    for number, row in ward.told("visits"):
        at = ward.at(row["day"])
        walk_in(
            deployment=desk, called=row["called"], errand=row["errand"], hospital=number == 3, constructed=True,
            key=f"demo-visit-{number}", viewer=ward.employee, at=at,
        )  # fmt: skip
        begun = at + timedelta(minutes=3 + number % 4 * 4)
        visit = call_next(deployment=desk, viewer=ward.employee, at=begun)
        if visit is None:
            continue
        raw = {"errand": [row["errand"]], "tried": [str(row["tried"])]}
        if "best" in row:
            raw["best"] = [row["best"]]
        finish_visit(
            visit=visit.public_id, raw=raw, viewer=ward.employee, at=begun + timedelta(minutes=row["minutes"])
        )


def _loans(ward: Ward) -> None:
    things = DeskItem.objects.filter(deployment__public_id=ward.deployment("aids"))
    for number, row in ward.told("loans"):
        item = things.get(label=row["item"]).public_id
        lend(
            item=item, participant=ward.resident(row["resident"]), key=f"demo-loan-{number}", constructed=True,
            viewer=ward.employee, at=ward.at(row["day"], 11),
        )  # fmt: skip
        if "back" in row:
            at = ward.at(row["day"] + row["back"], 11)
            give_back(item=item, condition=row["condition"], viewer=ward.employee, at=at)
    for row in ward.story["states"]:
        item = things.get(label=row["item"]).public_id
        set_item_state(item=item, state=row["state"], viewer=ward.employee, at=ward.at(33))
    waits = ward.story["waiting"]
    wait_for(
        deployment=ward.deployment("aids"), line=waits["line"], called=waits["called"], key="demo-waiting",
        constructed=True, viewer=ward.employee, at=ward.at(waits["day"]),
    )  # fmt: skip


def _notes(ward: Ward) -> None:
    for number, row in ward.told("notes"):
        said = Said(
            form=row["form"], raw={name: [text] for name, text in row["raw"].items()},
            key=f"demo-note-{number}", constructed=True,
        )  # fmt: skip
        register(
            deployment=ward.deployment("aids"), said=said, viewer=ward.employee, at=ward.at(row["day"], 12)
        )


def _ahead(ward: Ward) -> None:
    """Two times are booked on the next opening day; the one after that is closed."""
    row = deployment_by(ward.deployment("aids"))
    days = [today() + timedelta(days=n) for n in range(1, 15)]
    first, then, *_rest = [day for day in days if slots_on(desk_of(row), day, {})]
    for number, slot in enumerate(slots_on(desk_of(row), first, {})[1:3]):
        book_visit(
            deployment=row.public_id, starts_at=slot.starts_at, called=f"Nr. {number + 2}", errand="try",
            constructed=True, key=f"demo-booked-{number}", viewer=ward.employee, at=now(),
        )  # fmt: skip
    close_day(
        deployment=row.public_id, day=then, why=ward.story["closed"]["why"], viewer=ward.employee, at=now()
    )
