"""The transition tables of this room."""

from typing import Final

from .models import CommitteeItem, HearingStep

ITEM_TRANSITIONS: Final[dict[str, tuple[str, ...]]] = {
    CommitteeItem.State.DRAFT: (CommitteeItem.State.SUBMITTED,),
    CommitteeItem.State.SUBMITTED: (CommitteeItem.State.DRAFT, CommitteeItem.State.DECIDED),
    CommitteeItem.State.DECIDED: (),
}

HEARING_TRANSITIONS: Final[dict[str, tuple[str, ...]]] = {
    "": (HearingStep.State.PLANNED, HearingStep.State.SENT, HearingStep.State.WAIVED),
    HearingStep.State.PLANNED: (HearingStep.State.SENT, HearingStep.State.WAIVED),
    HearingStep.State.SENT: (HearingStep.State.ANSWERED, HearingStep.State.WAIVED),
    HearingStep.State.ANSWERED: (),
    HearingStep.State.WAIVED: (HearingStep.State.SENT,),
}
