"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "capture.register": _("registered in"),
        "capture.participants.read": _("looked at who takes part in"),
        "capture.void": _("took back a registration in"),
        "capture.deploy": _("opened registrations of"),
        "capture.continue": _("let registrations go on in daily operation of"),
        "capture.stop": _("stopped registrations of"),
    }
)
