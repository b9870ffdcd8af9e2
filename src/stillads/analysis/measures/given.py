"""What one measure is computed from, put together: its figures, days and places."""

from collections.abc import Sequence
from dataclasses import dataclass

from stillads.playbooks.format.measures import Measure

from .balances import Balances
from .distinct import Distinct
from .exposure import Exposures
from .figure import Source
from .from_sums import FromSums
from .inputs import DayBucket, Observation, Site, Timeline
from .lead_times import LeadTimes
from .medians import Medians
from .results import Change


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one measure: daily sums, or observations where sums cannot answer.

    exposure, exposure_buckets  the other measure that a rate is per, and its daily sums
    quiet_is_nought  an open day without registrations is a day on which nothing happened; not so for figures that
                     others hold
    """

    measure: Measure
    buckets: Sequence[DayBucket] = ()
    observations: Sequence[Observation] = ()
    exposure: Measure | None = None
    exposure_buckets: Sequence[DayBucket] = ()
    quiet_is_nought: bool = True

    def source(self, piece: str = "") -> Source:
        """Who works them out; of one slice where `piece` names it."""
        how, rows = self.measure.how, self.observations
        if how == "median":
            return Medians(rows, piece)
        if how == "lead_time":
            return LeadTimes(rows, working_days=self.measure.working_days, piece=piece)
        if how == "distinct":
            return Distinct(self.measure, rows, piece)
        if how == "balance":
            return Balances(rows, piece)
        return FromSums(
            self.measure,
            self.buckets,
            piece=piece,
            exposures=self._exposures(),
            quiet_is_nought=self.quiet_is_nought,
        )

    def _exposures(self) -> Exposures | None:
        if self.measure.per is None:
            return None
        return Exposures(
            self.measure.per, self.measure.period, other=self.exposure, buckets=self.exposure_buckets
        )


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Figures from another source or another year: its own days and places."""

    figures: Figures
    timeline: Timeline
    sites: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """All that a measure of a phase is computed from.

    sites      the trial's, and those that are only compared with (`comparison`)
    elsewhere  what the baseline comes from, where it is another source or the year before
    late, voided  registrations that came in after the figures were closed, and that were taken back
    changes    from the logbook
    fewest     anonymous answers: how many there have to be before they are told; 0 where they are not anonymous
    """

    figures: Figures
    timeline: Timeline
    sites: tuple[Site, ...]
    elsewhere: Elsewhere | None = None
    late: int = 0
    voided: int = 0
    changes: tuple[Change, ...] = ()
    fewest: int = 0

    @property
    def own(self) -> tuple[Site, ...]:
        """The trial's own sites."""
        return tuple(site for site in self.sites if not site.comparison)
