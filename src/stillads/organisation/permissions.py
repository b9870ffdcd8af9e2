"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.vocabularies.rules import EDITORS

from .policy import ADMINISTRATOR, CONSULTANT, DIRECTOR, EMPLOYEE, MANAGER, PRIVACY, STAFF, declare

READ = declare("organisation.read", STAFF, _("see units and people"))
MANAGE = declare("organisation.manage", {ADMINISTRATOR, CONSULTANT}, _("change units and people"))
PEOPLE = declare(
    "organisation.people",
    {ADMINISTRATOR, CONSULTANT, DIRECTOR, MANAGER, PRIVACY},
    _("see who works here"),
    scoped=True,
)
IMPORT = declare("organisation.import", {ADMINISTRATOR, CONSULTANT}, _("import units and people"))
ENROL_DEVICE = declare(
    "organisation.enrol_device", {ADMINISTRATOR, MANAGER}, _("enrol a shared phone here"), scoped=True
)
RESIDENTS = declare(
    "organisation.residents", {MANAGER, EMPLOYEE}, _("see who lives at this unit"), scoped=True
)
VOCABULARIES = declare("vocabularies.edit", EDITORS, _("change the list of legal bases"))
READ_LOG = declare("audit.read", {PRIVACY, ADMINISTRATOR}, _("read the log"))
PORTFOLIO = declare("overview.portfolio", {CONSULTANT, DIRECTOR}, _("see all trials together"))
SIGNED_IN = declare("organisation.signed_in", STAFF | {"committee", "council"}, _("use this page"))
