"""What can be chosen from: themes, units, workshops."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from stillads.organisation.models import Unit

from ..models import Theme, Workshop


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme; `ideas` is how many ideas belong to it, 0 where that was not asked for."""

    key: str
    name: str
    question: str
    valid_to: date | None
    ideas: int = 0


@dataclass(frozen=True, slots=True)
class UnitOption:
    """A unit in a list to choose from."""

    public_id: str
    name: str


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop with how many ideas came from it."""

    public_id: str
    title: str
    held_on: date
    place: str
    ideas: int


def themes(*, on: date | None = None) -> list[ThemeRow]:
    """The themes in their order: those in use on a day, or all of them with their ideas counted."""
    if on is None:
        rows = Theme.objects.annotate(n=Count("idea")).order_by("order")
        return [ThemeRow(t.key, t.name, t.question, t.valid_to, t.n) for t in rows]
    current = Theme.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on)).order_by("order")
    return [ThemeRow(t.key, t.name, t.question, t.valid_to) for t in current]


def units(*, on: date) -> list[UnitOption]:
    """The units that are there on a day, in Danish order."""
    there = Unit.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    return [UnitOption(u.public_id, u.name) for u in there.order_by("name_sort", "name")]


def workshops() -> list[WorkshopRow]:
    """The workshops, the newest first."""
    rows = Workshop.objects.annotate(n=Count("ideas")).order_by("-held_on", "-pk")
    return [WorkshopRow(w.public_id, w.title, w.held_on, w.place, w.n) for w in rows]
