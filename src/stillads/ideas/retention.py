"""What this room keeps how long."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.retention import RetentionRule, declare

from .actions.erase import erase_givers

declare(
    RetentionRule(
        "ideas.givers",
        _("Name and address of those who gave an idea"),
        _("a year after the last news; two years where no answer was given"),
        _("to tell them what became of their idea"),
        erase_givers,
    )
)
