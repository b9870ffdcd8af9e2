"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER, STAFF, TRIAL_LEAD, declare

REGISTER = declare(
    "capture.register",
    {CONSULTANT, TRIAL_LEAD, MANAGER, EMPLOYEE},
    _("register at this unit"),
    scoped=True,
)
SET_UP = declare(
    "capture.set_up", {CONSULTANT, TRIAL_LEAD, MANAGER}, _("set up registrations at this unit"), scoped=True
)
READ = declare("capture.read", STAFF, _("see what is registered"))

AT_WORK_HERE = (TRIAL_LEAD, MANAGER, EMPLOYEE)
"""Whose daily work it is. A consultant may register everywhere and is asked for nothing by it."""
