"""One register as a phone shows it: its buttons, the day's count, one's own last taps."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import BigIntegerField, Count, DateField, DateTimeField

from stillads.kernel.clock import COPENHAGEN
from stillads.kernel.prepared import Parameter, Prepared
from stillads.kernel.rules import NotFound, refusal
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.format.items import Items
from stillads.playbooks.kinds.register import EVENT, Register
from stillads.trials.models import Window

from ..lookup import definition_of, deployment_by
from ..models import VOID, Deployment, Entry
from ..openness import calendar_of, check_open
from ..permissions import REGISTER
from ..successors import successor_of
from ..temps import check_open_to_temps, is_temp
from .choices import participant_choices, reference_choices, type_choices

_MINE = 5

_ROW: Final = Parameter("row", BigIntegerField())
_DAY: Final = Parameter("day", DateField())
_OF_DAY: Final = Prepared(
    lambda: (
        Entry.objects.filter(deployment_id=_ROW, local_day=_DAY)
        .values("deployment_id")
        .annotate(count=Count("pk"))
        .values_list("count")
    )
)
_TAKEN_BACK: Final = Prepared(
    lambda: Entry.objects.filter(
        deployment_id=_ROW, received_at__gte=Parameter("since", DateTimeField()), voids__isnull=False
    ).values_list("form", "local_day", "voids_id")
)


@dataclass(frozen=True, slots=True)
class Tap:
    """One of my own of today: public id of the entry, what it said, when it was tapped."""

    entry: str
    text: str
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class TapPage:
    """What the page shows.

    items    what is asked after the tap; offered: what those questions may choose among
    people   whom it can be about, under their pseudonyms; empty where it is about nobody
    closed   why nothing can be registered today; empty where it is open
    moved    the register that took over when the playbook was changed under way; empty where this is the newest
    """

    deployment: str
    title: str
    what: str
    used_for: str
    event: str
    buttons: tuple[tuple[str, str], ...]
    items: Items
    offered: dict[str, type_choices]
    about_whom: str
    people: type_choices
    backdate_days: int
    unit_name: str
    trial_title: str
    constructed: bool
    closed: str
    today: int
    mine: tuple[Tap, ...]
    moved: str


def tap_page(*, deployment: str, viewer: Viewer, day: date) -> TapPage:
    """The register with that public id. Raises NotFound (also for another kind), Denied."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    definition = definition_of(row)
    if not isinstance(definition, Register):
        raise NotFound("not a register")
    closed = str(refusal(check_can_tap, row, definition, viewer, day) or "")
    named = not closed and not is_temp(viewer)
    took_over = successor_of(row)
    phase = row.phase_site.phase if row.phase_site else None
    return TapPage(
        deployment=row.public_id,
        title=definition.title,
        what=definition.what,
        used_for=definition.used_for,
        event=definition.event,
        buttons=tuple((option.key, option.text) for option in definition.buttons),
        items=definition.items,
        offered=reference_choices(row, definition.items, viewer=viewer, day=day) if not closed else {},
        about_whom=definition.about_whom,
        people=participant_choices(row, viewer=viewer) if named and definition.about_whom != "nobody" else [],
        backdate_days=definition.backdate_days,
        unit_name=row.unit.name,
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
        closed=closed,
        today=count_of_day(row, day),
        mine=_mine(row, definition, viewer, day),
        moved=took_over.public_id if took_over else "",
    )


def count_today(*, deployment: str, viewer: Viewer, day: date) -> int:
    """The day's count, for the phone. Raises NotFound, Denied."""
    row = deployment_by(deployment)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    return count_of_day(row, day)


def count_of_day(row: Deployment, day: date) -> int:
    """How many stand for the day, those taken back not counted. Three queries at most, of indexes alone.

    A row that only takes back stands on the day of the one it takes back, and goes with it; a correction stays where it
    is, and only the one whose place it takes goes.
    """
    counted = _OF_DAY.first(row=row.pk, day=day)
    since = datetime.combine(day - timedelta(days=1), time(), COPENHAGEN)
    taken_back = _TAKEN_BACK.all(row=row.pk, since=since)
    voids = sum(form == VOID and on == day for form, on, _old in taken_back)
    corrected = [old for form, _on, old in taken_back if form != VOID]
    gone = Entry.objects.filter(pk__in=corrected, local_day=day).count() if corrected else 0
    return (counted[0] if counted else 0) - 2 * voids - gone


def check_can_tap(row: Deployment, definition: Register, viewer: Viewer, day: date) -> None:
    """Raises RuleError where nothing is registered on the day, or a temp needs a log-in for it."""
    keys = definition.open.windows
    windows = (
        list(Window.objects.filter(phase_id=row.phase_site.phase_id, key__in=keys))
        if row.phase_site and keys
        else []
    )
    check_open(calendar_of(row, definition.open, windows), day)
    if is_temp(viewer):
        check_open_to_temps(definition)


def _mine(row: Deployment, definition: Register, viewer: Viewer, day: date) -> tuple[Tap, ...]:
    """Of those that were received today, the newest first. A poster is nobody's own, so temps have none."""
    if viewer.person_id is None:
        return ()
    texts = {option.key: option.text for option in definition.buttons}
    first = day.toordinal() - definition.backdate_days
    rows = Entry.objects.filter(
        deployment=row, actor_id=viewer.person_id, local_day__gte=date.fromordinal(first), local_day__lte=day,
        voided_by__isnull=True,
    ).exclude(form=VOID)  # fmt: skip
    newest = rows.order_by("-pk")[:_MINE]
    return tuple(
        Tap(e.public_id, texts.get(e.answers.get(EVENT, ""), ""), e.occurred_at, e.local_day) for e in newest
    )
