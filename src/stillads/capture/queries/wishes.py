"""Wishes: a unit's list of what waits, and a citizen's own list across trials and shifts. Reads are logged."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission
from stillads.playbooks.kinds.wishes import ON_BEHALF
from stillads.trials.models import Participant

from ..models import Wish
from ..participation import check_near, has_left, same_citizen
from ..permissions import AT_WORK_HERE, REGISTER
from ..wish_rules import OPEN, wish_by, wishes_of
from .rows_about import trial_title, with_place


@dataclass(frozen=True, slots=True)
class WishView:
    """One wish. `area` and `on_behalf` in words; `left`: the citizen no longer takes part."""

    public_id: str
    version: int
    participant: str
    pseudonym: str
    unit: str
    unit_name: str
    trial_title: str
    text: str
    area: str
    on_behalf: str
    state: str
    heard_on: date
    heard_by: str
    due_on: date
    acted_on: date | None
    did: str
    told_on: date | None
    answer: str
    closed_why: str
    left: bool
    constructed: bool

    @property
    def is_open(self) -> bool:
        """Does somebody still have to do or tell something?"""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class CitizensWishes:
    """A citizen's list: what is open first, then the newest. `pseudonym` as the citizen is called in this trial."""

    participant: str
    pseudonym: str
    unit_name: str
    wishes: tuple[WishView, ...]


def open_wishes(*, viewer: Viewer, unit: str | None = None) -> list[WishView]:
    """What waits at the units that the viewer reaches, the longest overdue first. The look is logged.

    A citizen who takes part at the unit in one trial brings the wishes that another trial heard.
    """
    rows = _rows(Wish.objects.filter(state__in=OPEN)).filter(_near(viewer, unit)).distinct()
    record_read(viewer=viewer, verb="capture.wishes.read", target=f"unit:{unit or 'all'}")
    return [_view(row) for row in rows.order_by("due_on", "pk")]


def count_waiting(*, viewer: Viewer, day: date) -> tuple[int, int, date | None]:
    """(open, overdue, the first day that is due) where the viewer works: numbers, no texts. One query."""
    near = _at(viewer.units_for(*AT_WORK_HERE))
    rows = Wish.objects.filter(state__in=OPEN).filter(near).distinct()
    days = [due for _pk, due in rows.values_list("pk", "due_on")]
    return len(days), sum(due < day for due in days), min(days, default=None)


def citizens_wishes(*, participant: str, viewer: Viewer) -> CitizensWishes:
    """Everything that the citizen has wished, whichever trial heard it. Logged before it is shown."""
    row = Participant.objects.select_related("site").filter(public_id=participant).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    check_near(row, viewer, row.site_id)
    record_read(viewer=viewer, verb="capture.wishes.read", target=f"participant:{row.public_id}")
    people = Participant.objects.filter(same_citizen(row)).values("pk")
    found = [_view(wish) for wish in _rows(Wish.objects.filter(participant_id__in=people)).order_by("-pk")]
    return CitizensWishes(
        participant=row.public_id,
        pseudonym=row.pseudonym,
        unit_name=row.site.name,
        wishes=tuple(
            sorted(found, key=lambda wish: (not wish.is_open, wish.due_on if wish.is_open else date.min))
        ),
    )


def one_wish(*, wish: str, viewer: Viewer) -> WishView:
    """One wish with what was done and said. Logged before it is shown."""
    row = wish_by(wish)
    check_near(row.participant, viewer, row.deployment.unit_id)
    record_read(viewer=viewer, verb="capture.wishes.read", target=f"wish:{row.public_id}")
    return _view(_rows(Wish.objects.filter(pk=row.pk)).get())


def _near(viewer: Viewer, unit: str | None) -> Q:
    """At the viewer's units (or the one named): heard there, or of a citizen who takes part there in anything."""
    here = Q()
    if not viewer.superuser:
        here = _at(viewer.units_for(*permission(REGISTER).roles))
    if unit is not None:
        here &= Q(deployment__unit__public_id=unit) | Q(
            participant__citizen__participations__site__public_id=unit
        )
    return here


def _at(units: frozenset[int]) -> Q:
    return Q(deployment__unit_id__in=units) | Q(participant__citizen__participations__site_id__in=units)


def _rows(wishes: QuerySet[Wish]) -> QuerySet[Wish]:
    return with_place(wishes, "heard_by")


def _view(row: Wish) -> WishView:
    definition, place = wishes_of(row.deployment), row.deployment
    areas = {option.key: option.text for option in definition.areas}
    return WishView(
        public_id=row.public_id,
        version=row.version,
        participant=row.participant.public_id,
        pseudonym=row.participant.pseudonym,
        unit=place.unit.public_id,
        unit_name=place.unit.name,
        trial_title=trial_title(place),
        text=row.text,
        area=areas.get(row.area, ""),
        on_behalf=ON_BEHALF.texts().get(row.on_behalf, ""),
        state=row.state,
        heard_on=row.heard_on,
        heard_by=row.heard_by.name if row.heard_by else "",
        due_on=row.due_on,
        acted_on=row.acted_on,
        did=row.did,
        told_on=row.told_on,
        answer=row.answer,
        closed_why=row.closed_why,
        left=has_left(row.participant),
        constructed=row.constructed,
    )
