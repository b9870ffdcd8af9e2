"""One citizen's plan as it holds now, who has read it, and who shares it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.audit.actions.record import record_read
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment
from stillads.organisation.policy import EMPLOYEE
from stillads.playbooks.kinds.plan import Plan as PlanKind
from stillads.trials.models import Participant

from ...lookup import deployment_by
from ...models import Plan, PlanReading, PlanShare, PlanVersion
from ...plan_links import Link
from ...plan_rules import check_can_begin, check_can_open, plan_by, plan_kind, shares_on


@dataclass(frozen=True, slots=True)
class ShareView:
    """A unit that shares the citizen."""

    unit: str
    unit_name: str
    first_day: date
    last_day: date | None
    now: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan as it holds. `texts` maps a field's key to what is written there.

    team     names of the employees at the citizen's unit and at those that share it today
    unread   those of them who have not read the newest version
    """

    plan: str
    deployment: str
    participant: str
    kind: PlanKind
    pseudonym: str
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool
    number: int
    at: datetime
    by: str
    moved_from: str
    texts: dict[str, str]
    links: tuple[Link, ...]
    team: tuple[str, ...]
    unread: tuple[str, ...]
    read_by_me: bool
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class PlanStart:
    """Where a citizen's first version is written."""

    deployment: str
    participant: str
    kind: PlanKind
    pseudonym: str
    unit_name: str
    plan: str  # empty where there is none yet


def plan_page(*, plan: str, viewer: Viewer, day: date) -> PlanPage:
    """The plan; the look is in the log. Raises Denied, NotFound."""
    row = plan_by(plan)
    check_can_open(row, viewer, day)
    log_look(row, viewer)
    version = PlanVersion.objects.filter(plan=row, number=row.newest).first()
    if version is None:
        raise NotFound(_("There is nothing here by that name."))
    shares = list(PlanShare.objects.filter(plan=row).select_related("unit").order_by("valid_from", "pk"))
    units = [
        row.deployment.unit_id,
        *PlanShare.objects.filter(shares_on(day), plan=row).values_list("unit", flat=True),
    ]
    team = _team(units, day)
    read = set(PlanReading.objects.filter(version=version).values_list("person_id", flat=True))
    phase = row.deployment.phase_site.phase if row.deployment.phase_site else None
    return PlanPage(
        plan=row.public_id,
        deployment=row.deployment.public_id,
        participant=row.participant.public_id,
        kind=plan_kind(row.deployment),
        pseudonym=row.participant.pseudonym,
        unit_name=row.deployment.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.deployment.instrument.version.playbook.title,
        constructed=row.constructed,
        number=version.number,
        at=version.at,
        by=version.by_name,
        moved_from=row.moved_from,
        texts=dict(version.content),
        links=links_of(version),
        team=tuple(team.values()),
        unread=tuple(name for pk, name in team.items() if pk not in read),
        read_by_me=viewer.person_id in read,
        shares=tuple(_share(share, day) for share in shares),
    )


def plan_start(*, deployment: str, participant: str, viewer: Viewer) -> PlanStart:
    """Before the first version. Raises Denied, NotFound."""
    row = deployment_by(deployment)
    kind = plan_kind(row)
    check_can_begin(row, viewer)
    person = _person(row.phase_site.phase_id if row.phase_site else None, row.unit_id, participant)
    there = Plan.objects.filter(deployment=row, participant_id=person[0], newest__gt=0).first()
    return PlanStart(
        deployment=row.public_id, participant=participant, kind=kind, pseudonym=person[1],
        unit_name=row.unit.name, plan=there.public_id if there else "",
    )  # fmt: skip


def _person(phase: int | None, site: int, ref: str) -> tuple[int, str]:
    rows = Participant.objects.filter(site_id=site, public_id=ref)
    rows = rows.filter(phase__isnull=True) if phase is None else rows.filter(phase_id=phase)
    found = rows.first()
    if found is None:
        raise NotFound(_("Nobody takes part here under that name."))
    return found.pk, found.pseudonym


def log_look(plan: Plan, viewer: Viewer) -> None:
    """Writes the look at a citizen's plan into the log, before anything is shown."""
    record_read(
        viewer=viewer,
        verb="capture.plan.read",
        target=f"plan:{plan.public_id}",
        target_name=plan_kind(plan.deployment).title,
        data={"participant": plan.participant.public_id},
    )


def links_of(version: PlanVersion) -> tuple[Link, ...]:
    """The version's references."""
    return tuple(Link(link["address"], link["text"]) for link in version.links)


def _team(units: list[int], day: date) -> dict[int, str]:
    rows = Assignment.objects.filter(unit_id__in=units, role=EMPLOYEE, valid_from__lte=day)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day)).order_by("person__name_sort")
    return dict(rows.values_list("person_id", "person__name"))


def _share(share: PlanShare, day: date) -> ShareView:
    now = share.valid_from <= day and (share.valid_to is None or share.valid_to >= day)
    return ShareView(share.unit.public_id, share.unit.name, share.valid_from, share.valid_to, now)
