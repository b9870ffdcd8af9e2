"""One step of an idea's life, as every deed takes it."""

from collections.abc import Mapping
from datetime import datetime

from stillads.audit.actions.record import record
from stillads.kernel.viewer import Viewer

from ..finding import index_ideas
from ..models import Idea, IdeaTransition
from ..rules import check_words
from ..states import check_reason, check_step


def take_step(
    idea: Idea,
    to: str,
    *,
    reason: str = "",
    viewer: Viewer,
    at: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    """Brings the idea to `to`: row, transition, index and log, in the caller's transaction.

    Checks table and reason; who may do it, the caller has checked.
    """
    step = check_step(idea.state, to)
    check_reason(step, reason)
    check_words(reason=reason)
    IdeaTransition.objects.create(
        idea=idea, from_state=idea.state, to_state=to, reason=reason.strip(), by=viewer.name[:200], at=at
    )
    idea.state = to
    idea.version += 1
    idea.handled_by_id = viewer.person_id or idea.handled_by_id
    idea.save()
    index_ideas([idea], at=at)
    record(
        viewer=viewer,
        verb=f"ideas.{step.label}",
        target=f"idea:{idea.public_id}",
        target_name=idea.title,
        data=data,
        at=at,
    )
