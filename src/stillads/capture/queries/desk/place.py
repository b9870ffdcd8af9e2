"""What all pages of one desk need."""

from dataclasses import dataclass

from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import check_may
from stillads.playbooks.kinds.desk import Desk

from ...desk_rules import desk_of
from ...lookup import deployment_by
from ...models import Deployment
from ...permissions import REGISTER


@dataclass(frozen=True, slots=True)
class Place:
    """The desk, where it stands, and the trial it belongs to."""

    deployment: str
    desk: Desk
    unit_name: str
    trial: str
    trial_title: str
    constructed: bool

    def title_of(self, line: str) -> str:
        """The title of a line of the catalogue; the key where the playbook has dropped it."""
        return next((one.title for one in self.desk.catalogue if one.key == line), line)

    def errand_of(self, key: str) -> str:
        """An errand in words."""
        return next((option.text for option in self.desk.errands if option.key == key), "")


def place_of(*, deployment: str, viewer: Viewer) -> Place:
    """The place alone."""
    return with_row(deployment, viewer)[1]


def with_row(ref: str | int, viewer: Viewer) -> tuple[Deployment, Place]:
    """The row too, for the queries of this package. Raises Denied, NotFound."""
    row = deployment_by(ref)
    check_may(viewer, REGISTER, unit_id=row.unit_id)
    phase = row.phase_site.phase if row.phase_site else None
    return row, Place(
        deployment=row.public_id,
        desk=desk_of(row),
        unit_name=row.unit.name,
        trial=phase.trial.public_id if phase else "",
        trial_title=phase.trial.title if phase else row.instrument.version.playbook.title,
        constructed=bool(phase and phase.constructed),
    )
