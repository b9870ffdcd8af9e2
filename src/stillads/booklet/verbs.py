"""The room's verbs as the log shows them."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.verbs import declare

declare(
    {
        "booklet.import": _("read in the booklet"),
        "booklet.publish": _("published the booklet"),
        "booklet.save_front": _("saved the foreword of"),
    }
)
