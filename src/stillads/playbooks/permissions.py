"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import CONSULTANT, MANAGER, STAFF, TRIAL_LEAD, declare

READ = declare("playbooks.read", STAFF, _("see playbooks"))
EDIT = declare("playbooks.edit", {CONSULTANT, TRIAL_LEAD, MANAGER}, _("write playbooks"))
