"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import (
    ADMINISTRATOR,
    CONSULTANT,
    DIRECTOR,
    MANAGER,
    STAFF,
    TRIAL_LEAD,
    declare,
)

READ = declare("ideas.read", STAFF, _("see the ideas"))
TRIAGE = declare("ideas.triage", {CONSULTANT, DIRECTOR}, _("decide what becomes of ideas"))
ENTER = declare("ideas.enter", {CONSULTANT, TRIAL_LEAD, MANAGER}, _("enter the ideas of a workshop"))
THEMES = declare("ideas.themes", {CONSULTANT, ADMINISTRATOR}, _("change the themes"))
OUTBOX = declare("notices.outbox", {CONSULTANT, ADMINISTRATOR}, _("see the outbox"))
