"""From a name in an address to a row, for the actions; NotFound where there is none."""

from stillads.trials.lookup import find

from ..models import ActionItem, AgendaItem, CommitteeItem, Decision, Meeting


def meeting_handle(round_key: str) -> Meeting:
    """The meeting of a round."""
    return find(Meeting, round_key, name="round__key")


def agenda_item(public_id: str) -> AgendaItem:
    """An agenda item."""
    return find(AgendaItem, public_id)


def committee_item(public_id: str) -> CommitteeItem:
    """A committee item."""
    return find(CommitteeItem, public_id)


def decision_handle(public_id: str) -> Decision:
    """A decision."""
    return find(Decision, public_id)


def action_handle(public_id: str) -> ActionItem:
    """An action."""
    return find(ActionItem, public_id)
