"""From a name in an address to a row, for the actions; NotFound where there is none."""

from stillads.kernel.rules import NotFound

from ..models import ActionItem, AgendaItem, CommitteeItem, Decision, Meeting


def meeting_handle(round_key: str) -> Meeting:
    """The meeting of a round."""
    row = Meeting.objects.filter(round__key=round_key).select_related("round").first()
    if row is None:
        raise NotFound("no meeting in this round")
    return row


def agenda_item(public_id: str) -> AgendaItem:
    """An agenda item with its meeting and round."""
    row = AgendaItem.objects.filter(public_id=public_id).select_related("meeting__round").first()
    if row is None:
        raise NotFound("no such agenda item")
    return row


def committee_item(public_id: str) -> CommitteeItem:
    """A committee item with its round."""
    row = CommitteeItem.objects.filter(public_id=public_id).select_related("round").first()
    if row is None:
        raise NotFound("no such item")
    return row


def decision_handle(public_id: str) -> Decision:
    """A decision with its phase and trial."""
    row = Decision.objects.filter(public_id=public_id).select_related("phase__trial").first()
    if row is None:
        raise NotFound("no such decision")
    return row


def action_handle(public_id: str) -> ActionItem:
    """An action with its decision."""
    row = ActionItem.objects.filter(public_id=public_id).select_related("decision").first()
    if row is None:
        raise NotFound("no such action")
    return row
