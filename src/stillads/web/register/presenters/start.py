"""What can be registered today, by unit and trial."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillads.capture.queries.load import Load
from stillads.capture.queries.open_instruments import OpenInstrument
from stillads.capture.temps import is_temp
from stillads.kernel.viewer import Viewer
from stillads.web.shell.instrument_pages import page_of
from stillads.web.shell.load import LoadLine, load_line


@dataclass(frozen=True, slots=True)
class Tile:
    """One instrument: where it is used, what it is called, the day's count, what comes of it."""

    url: str
    title: str
    count: str
    used_for: str
    register: bool


@dataclass(slots=True)
class Place:
    """A unit's instruments by trial, what is closed there with the reason, and what it all costs."""

    name: str
    trials: list[tuple[str, bool, list[Tile]]] = field(default_factory=list)
    closed: list[tuple[str, str]] = field(default_factory=list)
    load: LoadLine | None = None


@dataclass(frozen=True, slots=True)
class StartPage:
    """The answer first."""

    answer: str
    places: list[Place]
    temp: bool


def start_page(rows: Iterable[OpenInstrument], loads: Mapping[str, Load], viewer: Viewer) -> StartPage:
    """Only what has a page; temps see what needs no name."""
    places: dict[str, Place] = {}
    number = 0
    for row in rows:
        url = page_of(row.kind, row.deployment)
        if not url or (is_temp(viewer) and row.kind != "register"):
            continue
        place = places.setdefault(row.unit, Place(row.unit_name))
        if row.closed:
            place.closed.append((f"{row.title} ({row.trial_title})", row.closed))
            continue
        number += 1
        if not place.trials or place.trials[-1][0] != row.trial_title:
            place.trials.append((row.trial_title, row.constructed, []))
        place.trials[-1][2].append(_tile(row, url))
    for unit, load in loads.items():
        if unit in places:
            places[unit].load = None if is_temp(viewer) else load_line(load)
    return StartPage(_answer(number), list(places.values()), is_temp(viewer))


def _tile(row: OpenInstrument, url: str) -> Tile:
    count = _("%(n)d today") % {"n": row.today} if row.today else _("none yet today")
    return Tile(url, row.title, count, row.used_for, row.kind == "register")


def _answer(number: int) -> str:
    if not number:
        return _("Nothing is registered at your place today.")
    return ngettext(
        "%(n)d thing can be registered today.", "%(n)d things can be registered today.", number
    ) % {"n": number}
