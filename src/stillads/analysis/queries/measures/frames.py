"""What a phase's measures stand on: its playbook, deployments, places, windows and those who take part."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from stillads.capture.lookup import definition_of
from stillads.capture.models import Deployment
from stillads.capture.openness import calendar_of, merged, open_spans
from stillads.kernel.clock import local_day
from stillads.playbooks.format.measures import Measure
from stillads.playbooks.format.playbook import Playbook
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant, Phase, PhaseSite
from stillads.trials.models import Window as WindowRow

from ...measures import Site, Timeline, Window

type_instruments = Callable[[Playbook], Collection[str]]


@dataclass
class Frame:
    """One phase. Lists are as the database has them; `on` is the last day that is looked at."""

    phase: Phase
    playbook: Playbook
    on: date
    deployments: list[Deployment] = field(default_factory=list)
    daily: list[Deployment] = field(default_factory=list)
    places: list[PhaseSite] = field(default_factory=list)
    windows: list[WindowRow] = field(default_factory=list)
    stays: dict[int, list[tuple[date, date | None]]] = field(default_factory=dict)

    def measure(self, key: str) -> Measure | None:
        """The measure `key` of its playbook."""
        return next((each for each in self.playbook.measures if each.key == key), None)

    def deployments_of(self, measure: Measure) -> list[Deployment]:
        """Those that registered for exactly this measure, also on an earlier version of the playbook."""
        rows = self.deployments + (self.daily if measure.sustaining else [])
        return [row for row in rows if row.instrument.key == measure.instrument and has(row, measure)]

    def timeline(self, measure: Measure) -> Timeline:
        """The phase's days, with daily operation after it where the measure goes on and there is some."""
        phase = self.phase
        goes_on = measure.sustaining and self.on > phase.end and bool(self.daily)
        return Timeline(
            first=min(phase.baseline_start or phase.start, phase.start),
            start=phase.start,
            end=phase.end,
            until=self.on,
            windows=tuple(
                Window(w.key or w.public_id, w.name, w.first_day, w.last_day) for w in self.windows
            ),
            last=self.on if goes_on else None,
        )

    def sites(self, deployments: Iterable[Deployment]) -> tuple[Site, ...]:
        """The phase's places, with the days on which the deployments are open there."""
        spans: dict[int, list[tuple[date, date]]] = defaultdict(list)
        for row in deployments:
            calendar = calendar_of(row, definition_of(row).open, self.windows)
            spans[row.unit_id] += open_spans(calendar, self.on)
        return tuple(
            Site(
                key=place.unit.key,
                name=place.unit.name,
                open=tuple(merged(spans[place.unit_id])),
                citizens=place.citizens,
                employees=place.employees,
                stays=tuple(self.stays.get(place.unit_id, ())),
            )
            for place in self.places
        )


def frames_of(phases: Collection[int | str], on: date, instruments: type_instruments) -> list[Frame]:
    """The phases (numbers or public ids) that have a playbook, in the order of their numbers. Six queries.

    instruments  whose deployments are wanted, of a playbook
    """
    numbers, names = [p for p in phases if isinstance(p, int)], [p for p in phases if isinstance(p, str)]
    rows = Phase.objects.filter(pk__in=numbers) | Phase.objects.filter(public_id__in=names)
    rows = rows.filter(playbook_version__isnull=False).select_related("playbook_version", "trial")
    found: dict[int, Frame] = {}
    for phase in rows.defer("playbook_version__content").order_by("pk"):
        if phase.playbook_version is not None:
            found[phase.pk] = Frame(phase, playbook_of(phase.playbook_version), on)
    if not found:
        return []
    wanted = {key for frame in found.values() for key in instruments(frame.playbook)}
    _fill(found, wanted)
    _fill_daily(found, wanted)
    _fill_stays(found)
    return list(found.values())


def _fill(frames: dict[int, Frame], wanted: set[str]) -> None:
    mine = loaded().filter(phase_site__phase_id__in=frames, instrument__key__in=wanted)
    for row in mine.order_by("pk"):
        if row.phase_site is not None:
            frames[row.phase_site.phase_id].deployments.append(row)
    places = PhaseSite.objects.filter(phase_id__in=frames).select_related("unit")
    for place in places.order_by("unit__name_sort", "pk"):
        frames[place.phase_id].places.append(place)
    for window in WindowRow.objects.filter(phase_id__in=frames):
        frames[window.phase_id].windows.append(window)


def _fill_daily(frames: dict[int, Frame], wanted: set[str]) -> None:
    """Daily operation at the phase's places, on a version of its playbook."""
    units = {place.unit_id for frame in frames.values() for place in frame.places}
    rows = list(
        loaded().filter(phase_site__isnull=True, unit_id__in=units, instrument__key__in=wanted).order_by("pk")
    )
    for frame in frames.values():
        here = {place.unit_id for place in frame.places}
        version = frame.phase.playbook_version
        frame.daily = [
            row
            for row in rows
            if row.unit_id in here and version and row.instrument.version.playbook_id == version.playbook_id
        ]


def _fill_stays(frames: dict[int, Frame]) -> None:
    columns = ("phase_id", "site_id", "enrolled_at", "left_at")
    people: Any = Participant.objects.filter(phase_id__in=frames).values_list(*columns).order_by("pk")
    for phase, site, begun, left in people:
        stay = (local_day(begun), None if left is None else local_day(left))
        frames[phase].stays.setdefault(site, []).append(stay)


def loaded() -> Any:
    """Deployments with what measures need of them."""
    return Deployment.objects.select_related("instrument__version", "unit", "phase_site__phase").defer(
        "instrument__version__content"
    )


def has(row: Deployment, measure: Measure) -> bool:
    """Does the deployment's own version define the measure in the same way?"""
    return measure in playbook_of(row.instrument.version).measures
