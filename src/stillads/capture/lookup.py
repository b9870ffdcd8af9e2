"""From a name of the outside to a deployment, with all that registering needs."""

from typing import Final

from django.db.models import BigIntegerField, CharField
from django.utils.translation import gettext_lazy as _

from stillads.kernel.prepared import Parameter, Prepared
from stillads.kernel.rules import NotFound
from stillads.playbooks.kinds import InstrumentDefinition
from stillads.playbooks.loading import playbook_of
from stillads.playbooks.models import Instrument

from .models import Deployment


def _by(**named: Parameter) -> Prepared[Deployment]:
    return Prepared(
        lambda: Deployment.objects.select_related("unit", "phase_site__phase__trial").filter(**named)
    )


_BY_NAME: Final = _by(public_id=Parameter("ref", CharField()))
_BY_NUMBER: Final = _by(pk=Parameter("ref", BigIntegerField()))
_INSTRUMENT: Final = Prepared(
    lambda: (
        Instrument.objects.select_related("version__playbook")
        .defer("version__content")
        .filter(pk=Parameter("pk", BigIntegerField()))
    )
)


def deployment_by(ref: int | str) -> Deployment:
    """The deployment with instrument, version, unit and phase loaded. Raises NotFound.

    Two queries: PostgreSQL thinks longer about one join of all eight tables than both of them take.
    """
    row = (_BY_NUMBER if isinstance(ref, int) else _BY_NAME).first(ref=ref)
    if row is None:
        raise NotFound(_("There is nothing here by that name."))
    row.instrument = _INSTRUMENT.all(pk=row.instrument_id)[0]
    return row


def definition_of(deployment: Deployment) -> InstrumentDefinition:
    """What the playbook says of the deployment's instrument."""
    return playbook_of(deployment.instrument.version).instrument(deployment.instrument.key)
