"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "media.remove": _("removed the file"),
        "media.store_photo": _("stored the photo"),
    }
)
