"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import (
    ADMINISTRATOR,
    COMMITTEE,
    CONSULTANT,
    COUNCIL,
    DIRECTOR,
    MANAGER,
    STAFF,
    declare,
)

READ = declare("decisions.read", STAFF | {COMMITTEE, COUNCIL}, _("see meetings and decisions"))
PLAN_MEETING = declare("decisions.plan_meeting", {CONSULTANT, ADMINISTRATOR}, _("plan the welfare meeting"))
TYPE_PAPER = declare(
    "decisions.type_paper", {CONSULTANT, MANAGER, ADMINISTRATOR}, _("type in paper feedback")
)
WRITE_ITEM = declare(
    "decisions.write_item", {CONSULTANT, DIRECTOR, ADMINISTRATOR}, _("write committee items")
)
DECIDE = declare("decisions.decide", {CONSULTANT, DIRECTOR, ADMINISTRATOR}, _("record decisions"))
FOLLOW_UP = declare("decisions.follow_up", STAFF, _("tick off actions"))
