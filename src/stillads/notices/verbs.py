"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "notices.enqueue": _("put a message in the outbox"),
        "notices.read_letters": _("looked at the letters"),
        "notices.read_outbox": _("looked at the outbox"),
    }
)
