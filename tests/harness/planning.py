"""Plans for tests: a version written at Elmely."""

from typing import Any

from tests.harness.capturing import Ward

from stillads.capture.actions.plans.versions import SavedVersion, Written, save_version
from stillads.capture.plan_links import Link
from stillads.kernel.viewer import Viewer
from stillads.trials.models import Participant


def save(
    ward: Ward, person: Participant, key: str, based_on: int = 0, viewer: Viewer | None = None,
    links: tuple[Link, ...] = (), moved_from: str = "", **texts: str,
) -> SavedVersion:  # fmt: skip
    """A version of the person's rhythm plan, by the ward's employee."""
    written = Written(texts=texts, links=links, based_on=based_on, key=key, moved_from=moved_from)
    more: dict[str, Any] = {"viewer": viewer or ward.employee, "at": ward.at}
    return save_version(
        deployment=ward.deployment("rhythm").public_id, participant=person.public_id, written=written, **more
    )
