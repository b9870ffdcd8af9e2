"""When a meeting, an item and a decision may be changed. Each `check_can_x` raises its reason."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from stillads.kernel.rules import Conflict, Invalid, NotFound, RuleError, allowed, type_reason
from stillads.kernel.viewer import Viewer
from stillads.organisation.policy import STAFF
from stillads.trials.models import Phase

from .models import CommitteeItem, Decision, Feedback, HearingStep, Meeting
from .states import HEARING_TRANSITIONS, ITEM_TRANSITIONS


def check_can_change_agenda(meeting: Meeting) -> None:
    """The agenda can be changed until the feedback is frozen."""
    if meeting.frozen_at:
        raise RuleError(_("The feedback is frozen as the basis of decision; the agenda stays as it was."))


def check_can_give_feedback(meeting: Meeting, *, at: datetime) -> None:
    """Feedback is open between the two moments that were set, and never after freezing."""
    if meeting.frozen_at:
        raise RuleError(_("The feedback is closed and has been passed on. Thank you for taking part."))
    if meeting.opens_at is None or at < meeting.opens_at:
        raise RuleError(_("The feedback has not been opened yet. It opens when the meeting begins."))
    if meeting.closes_at is not None and at > meeting.closes_at:
        raise RuleError(_("The feedback is closed. You can still hand in a paper sheet to the consultant."))


def check_can_type_paper(meeting: Meeting) -> None:
    """Paper sheets are typed in until the feedback is frozen."""
    if meeting.frozen_at:
        raise RuleError(_("The feedback is frozen as the basis of decision. No more can be typed in."))


def check_can_freeze(meeting: Meeting, *, at: datetime) -> None:
    """Once, on or after the day of the meeting."""
    if meeting.frozen_at:
        raise Conflict(_("The feedback is frozen already."))
    if at.date() < meeting.held_on:
        raise RuleError(_("The meeting has not been held yet."))


def check_feedback(role: str, value: int | None, ready: int | None, wish: str, text: str) -> None:
    """A role, scales from 1 to 5, and at least one answer."""
    errors: dict[str, type_reason] = {}
    if role not in Feedback.Role.values:
        errors["role"] = _("Choose in which role you answer.")
    for name, number in (("value", value), ("ready", ready)):
        if number is not None and not 1 <= number <= 5:
            errors[name] = _("Choose a number from 1 to 5.")
    if wish and wish not in Feedback.Wish.values:
        errors["wish"] = _("Choose one of the answers.")
    if value is None and ready is None and not wish and not text.strip():
        errors["value"] = _("Answer at least one question, or write a line.")
    if errors:
        raise Invalid(errors)


def check_can_take_hearing_step(latest: HearingStep | None, state: str, *, text: str) -> None:
    """The steps follow the table, and passing a body over needs a reason."""
    current = latest.state if latest else ""
    if state not in HEARING_TRANSITIONS[current]:
        raise RuleError(_("That step does not follow the one before it."), field="state")
    if state == HearingStep.State.WAIVED and not text.strip():
        raise RuleError(_("Write why the hearing is left out."), field="text")
    if state == HearingStep.State.ANSWERED and not text.strip():
        raise RuleError(_("Write what they answered."), field="text")


def check_can_edit_item(item: CommitteeItem) -> None:
    """A submitted item is taken back before it is changed."""
    if item.state != CommitteeItem.State.DRAFT:
        raise RuleError(_("The item has been submitted. Take it back before you change it."))


def check_can_move_item(item: CommitteeItem, state: str) -> None:
    """The item follows its transition table."""
    if state not in ITEM_TRANSITIONS[item.state]:
        raise RuleError(_("The item cannot take that step from where it is."))


def check_hearings_settled(open_bodies: list[str]) -> None:
    """Before submission each body has answered or been passed over with a reason."""
    if open_bodies:
        raise RuleError(
            _("The hearing is not finished: %(bodies)s. Record the answer, or write why it is left out.")
            % {"bodies": ", ".join(open_bodies)}
        )


def check_can_decide(phase: Phase) -> None:
    """A phase is decided after its evaluation."""
    if phase.state not in {Phase.State.EVALUATED, Phase.State.DECIDED, Phase.State.STOPPED}:
        raise RuleError(_("The evaluation must be approved before the trial can be decided."))


def check_decision(outcome: str, wording: str, deadline: date | None, review_on: date | None) -> None:
    """An outcome, its wording, and dates in order."""
    errors: dict[str, type_reason] = {}
    if outcome not in Decision.Outcome.values:
        errors["outcome"] = _("Choose what was decided.")
    if not wording.strip():
        errors["wording"] = _("Write the decision as it was made.")
    if deadline and review_on and review_on < deadline:
        errors["review_on"] = _("The review date lies before the deadline.")
    if errors:
        raise Invalid(errors)


def check_can_see_item(viewer: Viewer, state: str) -> None:
    """A draft is the administration's own; committee and council read it once it has been submitted."""
    if state == CommitteeItem.State.DRAFT and not (viewer.superuser or viewer.has_role(*STAFF)):
        raise NotFound(_("There is nothing here by that name."))


def can_see_item(viewer: Viewer, state: str) -> bool:
    """The question form of `check_can_see_item`."""
    return allowed(check_can_see_item, viewer, state)
