"""Where a playbook's instruments go on in daily operation, and where they could."""

from dataclasses import dataclass
from datetime import date

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import may
from stillads.playbooks.loading import playbook_of
from stillads.trials.lookup import phase_by, type_ref
from stillads.trials.models import Phase, PhaseSite

from ..models import Deployment
from ..permissions import SET_UP


@dataclass(frozen=True, slots=True)
class DailyUnit:
    """A unit. `since` is None where nothing runs there yet; `may_change` where the viewer may begin or stop it."""

    public_id: str
    name: str
    since: date | None
    may_change: bool


@dataclass(frozen=True, slots=True)
class Daily:
    """`titles` are the instruments that go on after the trial; empty where none does."""

    version: str
    titles: tuple[str, ...]
    units: tuple[DailyUnit, ...]

    @property
    def running(self) -> tuple[DailyUnit, ...]:
        """The units where it runs."""
        return tuple(unit for unit in self.units if unit.since is not None)

    @property
    def waiting(self) -> tuple[DailyUnit, ...]:
        """The units where the viewer can let it begin."""
        return tuple(unit for unit in self.units if unit.since is None and unit.may_change)


def daily_of(phase: type_ref, *, viewer: Viewer) -> Daily:
    """For the phase's own sites and every other unit where its version runs. Four queries."""
    row = Phase.objects.select_related("playbook_version").get(pk=phase_by(phase).pk)
    version = row.playbook_version
    if version is None:
        return Daily("", (), ())
    going_on = [made.title for made in playbook_of(version).instruments if made.open.after]
    running = Deployment.objects.filter(
        instrument__version=version, phase_site__isnull=True, valid_to__isnull=True
    ).select_related("unit")
    since: dict[int, date] = {}
    units = {site.unit_id: site.unit for site in PhaseSite.objects.filter(phase=row).select_related("unit")}
    for deployment in running:
        units[deployment.unit_id] = deployment.unit
        since[deployment.unit_id] = min(
            since.get(deployment.unit_id, deployment.valid_from), deployment.valid_from
        )
    ordered = sorted(units.values(), key=lambda unit: unit.name_sort)
    return Daily(
        version=version.public_id,
        titles=tuple(going_on),
        units=tuple(
            DailyUnit(u.public_id, u.name, since.get(u.pk), may(viewer, SET_UP, unit_id=u.pk))
            for u in ordered
        ),
    )
