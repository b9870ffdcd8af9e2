"""What this room keeps how long."""

from django.utils.translation import gettext_lazy as _

from stillads.audit.retention import RetentionRule, declare

from .actions.waiting import forget_waiting

declare(
    RetentionRule(
        "media.waiting",
        _("Photos that were taken for a registration that was never saved"),
        _("2 days"),
        _("So that nobody has to take the photo again because something else was missing."),
        forget_waiting,
    )
)
