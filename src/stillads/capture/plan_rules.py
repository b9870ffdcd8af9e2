"""What holds for plans: whose they are, who may open them, in which order a sheet is read."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Denied, NotFound, allowed
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may, may
from stillads.playbooks.kinds.plan import Plan as PlanKind
from stillads.playbooks.kinds.plan import PlanField

from .lookup import definition_of, deployment_by
from .models import Deployment, Plan, PlanShare
from .permissions import REGISTER


def plan_kind(deployment: Deployment) -> PlanKind:
    """What the playbook says of it; NotFound where the deployment is no plan."""
    definition = definition_of(deployment)
    if not isinstance(definition, PlanKind):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def fields_in_order(kind: PlanKind) -> list[PlanField]:
    """As the sheet is read: what stands above the day, then the day from morning to night."""
    return sorted(kind.fields, key=lambda field: not field.first)


def fields_handed_over(kind: PlanKind) -> list[PlanField]:
    """Those on the hand-over sheet, in the sheet's order; all where the playbook names none."""
    return [field for field in fields_in_order(kind) if not kind.hand_over or field.key in kind.hand_over]


def plan_by(ref: str, *, lock: bool = False) -> Plan:
    """The plan named `ref` with participant and deployment loaded; NotFound where there is none."""
    rows = Plan.objects.select_for_update() if lock else Plan.objects.select_related("participant")
    plan = rows.filter(public_id=ref).first()
    if plan is None:
        raise NotFound(_("There is nothing here by that name."))
    plan.deployment = deployment_by(plan.deployment_id)
    return plan


def shares_on(day: date) -> Q:
    """The shares that hold on a day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def check_can_open(plan: Plan, viewer: Viewer, day: date) -> None:
    """Those who register at the citizen's unit, or at a unit that shares the citizen on the day.

    Raises Denied with the reason.
    """
    if may(viewer, REGISTER, unit_id=plan.deployment.unit_id):
        return
    sharing = PlanShare.objects.filter(shares_on(day), plan=plan).values_list("unit_id", flat=True)
    if any(may(viewer, REGISTER, unit_id=unit) for unit in sharing):
        return
    raise Denied(_("The plan belongs to a unit that you do not work at. Ask them to share it with yours."))


def can_open(plan: Plan, viewer: Viewer, day: date) -> bool:
    """The question form."""
    return allowed(check_can_open, plan, viewer, day)


def check_can_begin(deployment: Deployment, viewer: Viewer) -> None:
    """A citizen's first version is written at the citizen's own unit."""
    check_may(viewer, REGISTER, unit_id=deployment.unit_id)
