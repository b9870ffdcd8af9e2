"""An instrument at work at a place: in a phase, or in daily operation after it."""

from django.db import models

from stillads.kernel.models import PublicIdModel
from stillads.organisation.models import Unit
from stillads.playbooks.models import Instrument
from stillads.trials.models import PhaseSite


class Deployment(PublicIdModel):
    """From day to day (both count). Without a phase site it is daily operation at `unit`."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="deployments")
    phase_site = models.ForeignKey(
        PhaseSite, null=True, blank=True, on_delete=models.PROTECT, related_name="deployments"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="deployments")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "valid_from"], name="deployment_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "phase_site"],
                condition=models.Q(phase_site__isnull=False),
                name="one_deployment_a_site",
            )
        ]
