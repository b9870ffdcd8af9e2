"""What the questions about somebody or something may choose among, at one deployment."""

from datetime import date

from stillads.audit.actions.record import record_read
from stillads.kernel.viewer import Viewer
from stillads.organisation.models import Assignment, Unit
from stillads.playbooks.format.items import Items
from stillads.playbooks.kinds.desk import Desk
from stillads.playbooks.loading import playbook_of
from stillads.trials.models import Participant

from ..lookup import deployment_by
from ..models import Deployment
from ..references import reference_kinds

type_choices = list[tuple[str, str]]


def reference_choices(
    deployment: Deployment, items: Items, *, viewer: Viewer, day: date
) -> dict[str, type_choices]:
    """Kind → (public id, name), only for the kinds that are asked for. One query each."""
    wanted = reference_kinds(items)
    found: dict[str, type_choices] = {}
    if "citizen" in wanted:
        found["citizen"] = participant_choices(deployment, viewer=viewer)
    if "employee" in wanted:
        found["employee"] = _employees(deployment, day)
    if "unit" in wanted:
        rows = Unit.objects.filter(valid_to__isnull=True).order_by("name_sort")
        found["unit"] = list(rows.values_list("public_id", "name"))
    if "catalogue_item" in wanted:
        found["catalogue_item"] = catalogue_of(deployment)
    return found


def participant_choices(deployment: Deployment, *, viewer: Viewer) -> type_choices:
    """Those who take part at the place, under their pseudonyms. The look is in the log."""
    rows = Participant.objects.filter(left_at__isnull=True, site_id=deployment.unit_id)
    if deployment.phase_site is not None:
        rows = rows.filter(phase_id=deployment.phase_site.phase_id)
    else:
        rows = rows.filter(phase__isnull=True)
    record_read(viewer=viewer, verb="capture.participants.read", target=f"deployment:{deployment.public_id}")
    return list(rows.order_by("pseudonym").values_list("public_id", "pseudonym"))


def _employees(deployment: Deployment, day: date) -> type_choices:
    rows = Assignment.objects.filter(unit_id=deployment.unit_id, valid_from__lte=day)
    rows = rows.exclude(valid_to__lt=day).order_by("person__name_sort")
    people = rows.values_list("person__public_id", "person__name")
    return list(dict.fromkeys(people))


def employees_at(*, deployment: str, day: date) -> type_choices:
    """Public id and name of those who hold a role at the deployment's unit on a day."""
    return _employees(deployment_by(deployment), day)


def participants_at(*, deployment: str, viewer: Viewer) -> type_choices:
    """`participant_choices` for a page that has the deployment's public id alone."""
    return participant_choices(deployment_by(deployment), viewer=viewer)


def catalogue_at(*, deployment: str) -> type_choices:
    """Key and title of what the desks of the deployment's playbook have."""
    return catalogue_of(deployment_by(deployment))


def catalogue_of(deployment: Deployment) -> type_choices:
    """The same of a row."""
    desks = [d for d in playbook_of(deployment.instrument.version).instruments if isinstance(d, Desk)]
    return [(line.key, line.title) for desk in desks for line in desk.catalogue]
