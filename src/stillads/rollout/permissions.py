"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import ADMINISTRATOR, CONSULTANT, MANAGER, STAFF, declare

READ = declare("rollout.read", STAFF, _("see the roll-out"))
MANAGE = declare("rollout.manage", {CONSULTANT, ADMINISTRATOR}, _("manage the roll-out"))
UNIT = declare(
    "rollout.unit", {CONSULTANT, MANAGER, ADMINISTRATOR}, _("update this unit's line"), scoped=True
)
