"""From a name of the outside to a deployment, with all that registering needs, in one query."""

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import NotFound
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.loading import playbook_of

from .models import Deployment


def deployment_by(ref: int | str) -> Deployment:
    """The deployment with instrument, version, unit and phase loaded. Raises NotFound."""
    rows = Deployment.objects.select_related(
        "instrument__version__playbook", "unit", "phase_site__phase__trial"
    ).defer("instrument__version__content")
    row = rows.filter(**({"pk": ref} if isinstance(ref, int) else {"public_id": ref})).first()
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    return row


def definition_of(deployment: Deployment) -> InstrumentDefinition:
    """What the playbook says of the deployment's instrument."""
    return playbook_of(deployment.instrument.version).instrument(deployment.instrument.key)
