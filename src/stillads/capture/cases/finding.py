"""From a name of the outside to a case; what was answered in it; who may touch it."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from stillads.kernel.clock import local_day
from stillads.kernel.rules import NotFound
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Unit
from stillads.organisation.policy import check_may, may
from stillads.playbooks.kinds.case import Case as Flow

from ..lookup import definition_of, deployment_by
from ..models import VOID, Case, CaseStep, Deployment, Entry
from ..permissions import REGISTER


def flow_of(deployment: Deployment) -> Flow:
    """What the playbook says of it; NotFound where the deployment is no flow."""
    definition = definition_of(deployment)
    if not isinstance(definition, Flow):
        raise NotFound(_("There is nothing here by that name."))
    return definition


def case_by(ref: str, *, lock: bool = False) -> Case:
    """The case named `ref`, its deployment (of the version it began on) loaded; NotFound where there is none."""
    rows = Case.objects.select_for_update() if lock else Case.objects.all()
    case = rows.filter(public_id=ref).first()
    if case is None:
        raise NotFound(_("There is nothing here by that name."))
    case.deployment = deployment_by(case.deployment_id)
    return case


def answers_of(case: Case) -> dict[str, Any]:
    """All that was answered in the case so far, the newest answer to a question last. One query."""
    rows = Entry.objects.filter(subject=case.public_id, voided_by__isnull=True).exclude(form=VOID)
    known: dict[str, Any] = {}
    for answers in rows.order_by("pk").values_list("answers", flat=True):
        known |= answers
    return known


def steps_standing(case: Case) -> QuerySet[CaseStep]:
    """The steps that were taken and not taken back, in order; a breaking off is none."""
    rows = CaseStep.objects.filter(case=case, taken_back_by__isnull=True)
    return rows.filter(how__in=(CaseStep.How.FORM, CaseStep.How.SPOKEN)).order_by("pk")


def dates_of(case: Case) -> dict[str, str]:
    """What measures of lead time read: `started_on` and the day of each step taken. One query."""
    found = {"started_on": case.started_on.isoformat()}
    for step in steps_standing(case):
        found[f"{step.step}_on"] = local_day(step.done_at).isoformat()
    return found


def check_near_case(case: Case, viewer: Viewer) -> None:
    """Raises Denied unless the viewer may register where the case is now, or where it began."""
    if not may(viewer, REGISTER, unit_id=case.unit_id):
        check_may(viewer, REGISTER, unit_id=case.deployment.unit_id)


def units_of_case(case: Case) -> list[Unit]:
    """The units that a case can be handed to: those where the same flow is at work in the same trial."""
    deployment = case.deployment
    rows = Deployment.objects.filter(instrument_id=deployment.instrument_id)
    if deployment.phase_site is not None:
        rows = rows.filter(phase_site__phase_id=deployment.phase_site.phase_id)
    else:
        rows = rows.filter(phase_site__isnull=True)
    return list(Unit.objects.filter(pk__in=rows.values("unit_id")).order_by("name_sort"))
