"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import CONSULTANT, MANAGER, STAFF, TRIAL_LEAD, declare

READ = declare("evaluation.read", STAFF, _("read evaluations"))
WRITE_ALL = declare("evaluation.write_all", {CONSULTANT}, _("write in every evaluation"))
WRITE = declare(
    "evaluation.write", {TRIAL_LEAD, MANAGER}, _("write in the evaluations of your own units"), scoped=True
)
REVIEW = declare("evaluation.review", {MANAGER}, _("approve the evaluations of your own units"), scoped=True)
REVIEW_ALL = declare("evaluation.review_all", {CONSULTANT}, _("approve evaluations"))
