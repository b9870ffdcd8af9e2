"""Who may do what to an evaluation in which state; pairs of `check_can_x` and `can_x`."""

from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict, Denied, RuleError, allowed
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import may

from .models import Evaluation
from .permissions import REVIEW, REVIEW_ALL, WRITE, WRITE_ALL
from .states import EVALUATION

S = Evaluation.State


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of an evaluation; built by `queries.standing`.

    phase_state   the phase's state
    units         ids of the trial's own unit and of the phase's sites
    lead_id       the trial lead's person id
    submitted_by  actor of the last submission, empty where there was none
    unsettled     how many kept saves wait for somebody to read both
    missing       sentences that say what is not written yet
    """

    state: str
    phase_state: str
    units: frozenset[int]
    lead_id: int | None = None
    submitted_by: str = ""
    unsettled: int = 0
    missing: tuple[str, ...] = ()


def check_takes_part(standing: Standing, viewer: Viewer) -> None:
    """Consultants, the trial's lead, and trial leads and managers of its units write here."""
    if viewer.superuser or may(viewer, WRITE_ALL):
        return
    if viewer.person_id is not None and viewer.person_id == standing.lead_id:
        return
    if not any(may(viewer, WRITE, unit_id=unit) for unit in standing.units):
        raise Denied(
            _("Those who take part in the trial write here. Ask the trial lead if something is missing.")
        )


def check_can_open(standing: Standing, viewer: Viewer, reason: str = "") -> None:
    """From the end of the phase on; before that as a draft, with a reason."""
    check_takes_part(standing, viewer)
    early = standing.phase_state in {"draft", "ready", "running"}
    if early and not reason.strip():
        raise RuleError(
            _("The trial is not over yet. Write why you begin the evaluation now."), field="reason"
        )


def check_can_edit(standing: Standing, viewer: Viewer) -> None:
    """Only what is being written can be written in."""
    check_takes_part(standing, viewer)
    if standing.state == S.IN_REVIEW:
        raise Conflict(_("The evaluation is being read. Take it back first if you want to write on."))
    if standing.state == S.APPROVED:
        raise Conflict(_("The evaluation is approved. It must be reopened, with a reason, to be changed."))


def check_can_submit(standing: Standing, viewer: Viewer) -> None:
    """All six boxes, the assessment, the ratings and a recommendation must be there."""
    check_takes_part(standing, viewer)
    EVALUATION.check(standing.state, S.IN_REVIEW)
    if standing.unsettled:
        raise RuleError(_("Two people wrote at once. Choose between the two versions first."))
    if standing.missing:
        raise RuleError(
            _("Still missing: %(what)s") % {"what": " ".join(str(part) for part in standing.missing)}
        )


def check_can_take_back(standing: Standing, viewer: Viewer) -> None:
    """Whoever writes may take it back while it is being read."""
    check_takes_part(standing, viewer)
    EVALUATION.check(standing.state, S.DRAFT, reason="-")
    if standing.state != S.IN_REVIEW:
        raise Conflict(_("It is not being read at the moment."))


def check_can_review(standing: Standing, viewer: Viewer) -> None:
    """A consultant, or a manager of one of the units; never the one who handed it in."""
    if viewer.superuser:
        return
    reaches = any(may(viewer, REVIEW, unit_id=unit) for unit in standing.units)
    if not may(viewer, REVIEW_ALL) and not reaches:
        raise Denied(_("A consultant or a manager of one of the units reads and approves the evaluation."))
    own = viewer.actor == standing.submitted_by or (
        viewer.person_id is not None and viewer.person_id == standing.lead_id
    )
    if own:
        raise Denied(_("You have written it yourself. Let somebody else read and approve it."))


def check_can_ask_for_changes(standing: Standing, viewer: Viewer) -> None:
    """While it is being read. The wishes themselves are checked by the action."""
    check_can_review(standing, viewer)
    EVALUATION.check(standing.state, S.CHANGES_ASKED, reason="-")


def check_can_approve(standing: Standing, viewer: Viewer) -> None:
    """While it is being read."""
    check_can_review(standing, viewer)
    EVALUATION.check(standing.state, S.APPROVED)


def check_can_reopen(standing: Standing, viewer: Viewer) -> None:
    """An approved evaluation, by whoever could have approved it, or by the lead."""
    if viewer.person_id is None or viewer.person_id != standing.lead_id:
        check_can_review(
            Standing(standing.state, standing.phase_state, standing.units, standing.lead_id), viewer
        )
    if standing.state != S.APPROVED:
        raise Conflict(_("It is not approved, so it is open already."))


can_open = partial(allowed, check_can_open)
can_edit = partial(allowed, check_can_edit)
can_submit = partial(allowed, check_can_submit)
can_take_back = partial(allowed, check_can_take_back)
can_ask_for_changes = partial(allowed, check_can_ask_for_changes)
can_approve = partial(allowed, check_can_approve)
can_reopen = partial(allowed, check_can_reopen)
