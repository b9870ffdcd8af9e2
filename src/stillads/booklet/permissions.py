"""What this room lets whom do."""

from django.utils.translation import gettext_lazy as _

from stillads.organisation.policy import (
    ADMINISTRATOR,
    CONSULTANT,
    COUNCIL,
    DIRECTOR,
    STAFF,
    declare,
)

READ = declare("booklet.read", STAFF | {COUNCIL}, _("see the booklet before it is published"))
EDIT = declare("booklet.edit", {CONSULTANT}, _("write the booklet's foreword and facts"))
PUBLISH = declare("booklet.publish", {CONSULTANT, DIRECTOR}, _("publish the booklet"))
IMPORT = declare("booklet.import", {CONSULTANT, ADMINISTRATOR}, _("read in a booklet"))
