"""What this room keeps how long."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from stillads.audit.retention import RetentionRule, declare

from .actions.erase import erase_sent


def _erase(at: datetime) -> int:
    return erase_sent(at=at)


declare(
    RetentionRule(
        "notices.messages",
        _("Name, address and text of messages that left the house"),
        _("60 days after they were sent or printed"),
        _("to send or print them again if they were lost"),
        _erase,
    )
)
