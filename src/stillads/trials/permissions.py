"""What this room lets whom do. Whose trial it is, `rules.py` checks on top."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import CONSULTANT, EMPLOYEE, MANAGER, STAFF, TRIAL_LEAD, declare

READ = declare("trials.read", STAFF, _("see rounds and trials"))
MANAGE_ROUNDS = declare("trials.manage_rounds", {CONSULTANT}, _("change rounds and their dates"))
CREATE = declare("trials.create", {CONSULTANT, TRIAL_LEAD, MANAGER}, _("begin a trial"))
EDIT = declare("trials.edit", {CONSULTANT, TRIAL_LEAD, MANAGER}, _("change a trial"))
LOG = declare("trials.log", {CONSULTANT, TRIAL_LEAD, MANAGER, EMPLOYEE}, _("write in a trial's log"))
PARTICIPANTS = declare(
    "trials.participants",
    {CONSULTANT, TRIAL_LEAD, MANAGER, EMPLOYEE},
    _("see who takes part"),
    scoped=True,
)
