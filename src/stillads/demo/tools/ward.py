"""The place that the story is about: its days, its residents, and those who work there."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML

from stillads.capture.models import Deployment
from stillads.kernel.clock import COPENHAGEN, now
from stillads.kernel.viewer import Viewer
from stillads.trials.actions.participants import enrol
from stillads.trials.models import Participant, Phase

from ..people import acting, narrator
from ..story import CONTENT

SITES = ("toftegaarden", "sjoerup")
RESIDENTS = (8, 3)  # at each of them


class Ward:
    """A phase of *Et godt døgn*. Days are counted from day 1; nothing is told that lies ahead."""

    def __init__(self, phase: Phase, start: date) -> None:
        self.phase, self.start = phase, start
        self.story: dict[str, Any] = YAML(typ="safe").load((CONTENT / "doegn.yaml").read_text("utf-8"))
        rows = Deployment.objects.filter(phase_site__phase=phase).select_related("instrument", "unit")
        self._rows = {(row.instrument.key, row.unit.key): row.public_id for row in rows}
        self.residents = {
            site: [self._enrolled(site, number) for number in range(count)]
            for site, count in zip(SITES, RESIDENTS, strict=True)
        }

    def deployment(self, instrument: str, site: str = SITES[0]) -> str:
        """Public id of an instrument at a site."""
        return self._rows[instrument, site]

    def resident(self, number: int) -> str:
        """Public id of a resident of the first site."""
        return self.residents[SITES[0]][number].public_id

    def at(self, day: int, hour: int = 10, minute: int = 15) -> datetime:
        """A moment of a day."""
        return datetime.combine(self.start + timedelta(days=day - 1), time(hour, minute), COPENHAGEN)

    def told(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows of a part of the story, numbered, those of days that have come."""
        for number, row in enumerate(self.story[name]):
            if self.at(row.get("day", 1)) < now():
                yield number, row

    @cached_property
    def employee(self) -> Viewer:
        """Somebody who works at the first site."""
        return acting("Ole Winther", self.at(1))

    @cached_property
    def manager(self) -> Viewer:
        """Who leads it."""
        return acting("Anne-Mette Kjærsgaard", self.at(1))

    def _enrolled(self, site: str, number: int) -> Participant:
        return enrol(
            phase=self.phase.pk, site=site, state="participates", viewer=narrator(), at=self.at(-34),
            idempotency_key=f"demo-doegn-{site}-{number}",
        )  # fmt: skip
