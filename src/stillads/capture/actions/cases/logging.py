"""The line in the log of what was done to a case."""

from datetime import datetime

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from ...cases.finding import flow_of
from ...models import Case


def log(verb: str, case: Case, viewer: Viewer, at: datetime, **data: object) -> None:
    """Which step it is at now, and what more `data` says; no names, no answers."""
    record(
        viewer=viewer,
        verb=verb,
        target=f"case:{case.public_id}",
        target_name=flow_of(case.deployment).title,
        unit=case.deployment.unit.key,
        data={"state": case.state, "step": case.step, **data},
        at=at,
    )
