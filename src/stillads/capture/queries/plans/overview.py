"""The plans that a viewer may open: the unit's own citizens, and those that others share with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q

from stillads.audit.actions.record import record_read
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import permission
from stillads.trials.models import Participant

from ...models import Deployment, Plan, PlanReading, PlanShare, PlanVersion
from ...permissions import REGISTER
from ...plan_rules import plan_kind, shares_on


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A citizen and how far the plan is. `plan` is empty where nobody has written one.

    number, at, by  the newest version; read: the viewer has read it
    """

    pseudonym: str
    participant: str
    plan: str = ""
    number: int = 0
    at: datetime | None = None
    by: str = ""
    read: bool = False


@dataclass(frozen=True, slots=True)
class PlanList:
    """One plan instrument at one unit. `shared`: the unit is another's, and only these plans are open."""

    deployment: str
    title: str
    what: str
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool
    lines: tuple[PlanLine, ...]
    shared: bool = False

    @property
    def moved(self) -> int:
        """How many citizens have a plan here."""
        return sum(line.number > 0 for line in self.lines)


def plan_lists(*, viewer: Viewer, day: date) -> list[PlanList]:
    """By unit and title; own units first. The same number of queries however many plans there are."""
    own = _deployments(viewer, day)
    people = _people(own)
    plans = _plans(own, viewer, day)
    versions = _newest(plans)
    read = _read(versions.values(), viewer)
    mine = {row.pk for row in own}
    made = [
        _list(row, [_line(p, _plan_of(plans, row, p), versions, read) for p in people if _belongs(p, row)])
        for row in own
    ]
    guests: dict[int, list[Plan]] = {}
    for plan in plans:
        if plan.deployment_id not in mine:
            guests.setdefault(plan.deployment_id, []).append(plan)
    made += [
        _list(rows[0].deployment, [_line(p.participant, p, versions, read) for p in rows], shared=True)
        for rows in guests.values()
    ]
    record_read(viewer=viewer, verb="capture.plans.read", target="plans", data={"plans": len(plans)})
    return made


def _units(viewer: Viewer) -> frozenset[int]:
    return viewer.units_for(*permission(REGISTER).roles)


def _deployments(viewer: Viewer, day: date) -> list[Deployment]:
    rows = Deployment.objects.filter(instrument__kind="plan", valid_from__lte=day).select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    )
    if not viewer.superuser:
        rows = rows.filter(unit_id__in=_units(viewer))
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    return list(rows.defer("instrument__version__content").order_by("unit__name_sort", "pk"))


def _people(own: list[Deployment]) -> list[Participant]:
    phases = {row.phase_site.phase_id for row in own if row.phase_site}
    here = Q(phase_id__in=phases) | Q(phase__isnull=True)
    rows = Participant.objects.filter(here, left_at__isnull=True, site_id__in={row.unit_id for row in own})
    return list(rows.order_by("pseudonym"))


def _belongs(person: Participant, row: Deployment) -> bool:
    phase = row.phase_site.phase_id if row.phase_site else None
    return person.site_id == row.unit_id and person.phase_id == phase


def _plans(own: list[Deployment], viewer: Viewer, day: date) -> list[Plan]:
    shared = PlanShare.objects.filter(shares_on(day), unit_id__in=_units(viewer)).values("plan")
    wanted = Q(deployment_id__in=[row.pk for row in own]) | Q(pk__in=shared)
    rows = Plan.objects.filter(wanted, newest__gt=0, closed_on__isnull=True).select_related(
        "participant", "deployment__instrument__version__playbook", "deployment__unit",
        "deployment__phase_site__phase__trial",
    )  # fmt: skip
    return list(rows.defer("deployment__instrument__version__content").order_by("participant__pseudonym"))


def _plan_of(plans: list[Plan], row: Deployment, person: Participant) -> Plan | None:
    return next((p for p in plans if p.deployment_id == row.pk and p.participant_id == person.pk), None)


def _newest(plans: list[Plan]) -> dict[int, PlanVersion]:
    rows = PlanVersion.objects.filter(plan__in=plans, number=F("plan__newest")).defer("content", "links")
    return {row.plan_id: row for row in rows}


def _read(versions: Iterable[PlanVersion], viewer: Viewer) -> set[int]:
    rows = PlanReading.objects.filter(version__in=list(versions), person_id=viewer.person_id or 0)
    return set(rows.values_list("version_id", flat=True))


def _line(
    person: Participant, plan: Plan | None, versions: dict[int, PlanVersion], read: set[int]
) -> PlanLine:
    if plan is None:
        return PlanLine(person.pseudonym, person.public_id)
    version = versions[plan.pk]
    return PlanLine(
        pseudonym=person.pseudonym,
        participant=person.public_id,
        plan=plan.public_id,
        number=version.number,
        at=version.at,
        by=version.by_name,
        read=version.pk in read,
    )


def _list(row: Deployment, lines: list[PlanLine], *, shared: bool = False) -> PlanList:
    kind = plan_kind(row)
    phase = row.phase_site.phase if row.phase_site else None
    return PlanList(
        deployment=row.public_id,
        title=kind.title,
        what=kind.what,
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
        lines=tuple(lines),
        shared=shared,
    )
