"""The shelf, one copy, the loans that are out, and those who wait."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from stillads.audit.actions.record import record_read
from stillads.kernel.clock import local_day
from stillads.kernel.viewer import Viewer

from ...desk_rules import due_day, item_by, line_of, overdue_days
from ...models import DeskItem, Loan, Waiting
from .place import Place, with_row

S = DeskItem.State


@dataclass(frozen=True, slots=True)
class LoanView:
    """A copy that is out: since when, until when, how many days too late, when somebody was reminded."""

    public_id: str
    item: str
    label: str
    line: str
    who: str
    lent_on: date
    due_on: date | None
    overdue: int
    reminded_on: date | None
    constructed: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """One copy and where it is; `loan` where it is out."""

    public_id: str
    version: int
    label: str
    line: str
    state: str
    loan: LoanView | None


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the catalogue with its copies, and how many wait for it."""

    key: str
    title: str
    group: str
    items: tuple[ItemView, ...]
    waiting: int

    @property
    def free(self) -> int:
        """How many stand on the shelf."""
        return sum(item.state == S.IN for item in self.items)


@dataclass(frozen=True, slots=True)
class WaitingView:
    """Somebody who waits; `offered_on` where one is ready. `free` is a copy that can be lent now, or empty."""

    public_id: str
    line: str
    called: str
    since: date
    offered_on: date | None
    free: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One copy, as its label's code leads to it; `due_on` is what a loan today would get."""

    place: Place
    item: ItemView
    title: str
    due_on: date | None
    for_good: bool
    offered: tuple[str, ...]


def shelf_page(*, deployment: str, viewer: Viewer, day: date) -> tuple[Place, list[LineView]]:
    """Every line in the playbook's order, with its copies. Three queries."""
    row, place = with_row(deployment, viewer)
    items: dict[str, list[ItemView]] = {}
    loans = {loan.item: loan for loan in _loans(row.pk, place, day)}
    for item in DeskItem.objects.filter(deployment=row).order_by("pk"):
        items.setdefault(item.line, []).append(_item(item, loans.get(item.public_id)))
    living = Waiting.objects.filter(deployment=row, ended_at__isnull=True)
    waiting = Counter(living.values_list("line", flat=True))
    return place, [
        LineView(line.key, line.title, line.group, tuple(items.get(line.key, ())), waiting[line.key])
        for line in place.desk.catalogue
    ]


def item_page(*, item: str, viewer: Viewer, day: date) -> ItemPage:
    """One copy. Whom it is lent to is a pseudonym: the look is in the log."""
    row = item_by(item)
    _row, place = with_row(row.deployment_id, viewer)
    line = line_of(place.desk, row.line)
    loans = [loan for loan in _loans(row.deployment_id, place, day) if loan.item == row.public_id]
    offered = Waiting.objects.filter(
        deployment_id=row.deployment_id, line=row.line, ended_at__isnull=True, offered_at__isnull=False
    )
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{place.deployment}")
    return ItemPage(
        place=place,
        item=_item(row, loans[0] if loans else None),
        title=line.title,
        due_on=due_day(line, day),
        for_good=line.loan_days is None,
        offered=tuple(offered.order_by("since", "pk").values_list("called", flat=True)),
    )


def loans_page(*, deployment: str, viewer: Viewer, day: date) -> tuple[Place, list[LoanView]]:
    """All that is out and is to come back, what is most overdue first."""
    row, place = with_row(deployment, viewer)
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{row.public_id}")
    found = [loan for loan in _loans(row.pk, place, day) if loan.due_on is not None]
    return place, sorted(found, key=lambda loan: (loan.due_on or day, loan.label))


def waiting_page(*, deployment: str, viewer: Viewer) -> tuple[Place, list[WaitingView]]:
    """Those who wait: whose is ready first, then who has waited longest. Two queries."""
    row, place = with_row(deployment, viewer)
    record_read(viewer=viewer, verb="capture.desk.read", target=f"deployment:{row.public_id}")
    free: dict[str, list[str]] = {}
    for line, item in (
        DeskItem.objects.filter(deployment=row, state=S.IN).order_by("-pk").values_list("line", "public_id")
    ):
        free.setdefault(line, []).append(item)
    living = Waiting.objects.filter(deployment=row, ended_at__isnull=True).order_by("since", "pk")
    found = [_waiting(one, free) for one in living]
    return place, sorted(found, key=lambda one: one.offered_on is None)


def _waiting(row: Waiting, free: dict[str, list[str]]) -> WaitingView:
    mine = free.get(row.line) if row.offered_at else None
    return WaitingView(
        public_id=row.public_id,
        line=row.line,
        called=row.called,
        since=local_day(row.since),
        offered_on=_day(row.offered_at),
        free=mine.pop() if mine else "",
    )


def _loans(deployment: int, place: Place, day: date) -> list[LoanView]:
    rows = Loan.objects.filter(item__deployment_id=deployment, returned_on__isnull=True)
    return [
        LoanView(
            public_id=row.public_id,
            item=row.item.public_id,
            label=row.item.label,
            line=row.item.line,
            who=", ".join(
                said for said in (row.called, row.participant.pseudonym if row.participant else "") if said
            ),
            lent_on=row.lent_on,
            due_on=row.due_on,
            overdue=overdue_days(row, day),
            reminded_on=_day(row.reminded_at),
            constructed=row.constructed,
        )
        for row in rows.select_related("item", "participant")
    ]


def _item(row: DeskItem, loan: LoanView | None) -> ItemView:
    return ItemView(row.public_id, row.version, row.label, row.line, row.state, loan)


def _day(moment: datetime | None) -> date | None:
    return local_day(moment) if moment else None
